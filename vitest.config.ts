import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "web/src/**/*.test.{ts,tsx}"],
    globalSetup: ["test/support/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // How long something may take says how busy the machine is, not whether it works.
    expect: { poll: { timeout: 20_000 } },
    // So a page that comes too late for its test gets one more try; no other failure does.
    retry: { count: 1, condition: /Timeout \d+ms exceeded/ },
  },
});

import { expect } from "vitest";
import { setUpPages } from "./support/set-up-pages.ts";

const test = setUpPages({ data: "empty" });

test("every address answers with the pages", async ({ open }) => {
  const page = await open("/syncs");
  await expect.poll(() => page.title()).toContain("Provisioning");
});

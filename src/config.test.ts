import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ConfigError, type Environment, readConfig } from "./config.ts";

const folder = mkdtempSync(join(tmpdir(), "muster-config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SECRET = "s".repeat(32);
const read = (env: Environment = {}) =>
  readConfig({ MUSTER_DATA_DIR: folder, MUSTER_SECRET: SECRET, ...env });

function problemsOf(env: Environment): string[] {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test("an empty environment has every default", () => {
  expect(read()).toEqual({
    databaseUrl: undefined,
    dataDir: folder,
    host: "127.0.0.1",
    port: 8420,
    publicUrl: undefined,
    secret: SECRET,
    logLevel: "info",
    smtpUrl: undefined,
    productName: "Muster",
    maxUploadBytes: 1024 ** 3,
    bootstrap: null,
    oidc: null,
  });
});

test("an empty value counts as unset", () => {
  expect(read({ MUSTER_PORT: "", MUSTER_HOST: " " })).toMatchObject({
    port: 8420,
    host: "127.0.0.1",
  });
});

const OIDC = {
  MUSTER_PUBLIC_URL: "https://muster.example.com",
  MUSTER_OIDC_ISSUER: "https://login.example.com/realm/",
  MUSTER_OIDC_CLIENT_ID: "muster",
  MUSTER_OIDC_CLIENT_SECRET: "shh",
};

test("a provider for single sign-on is read, its issuer to the letter", () => {
  const oidc = {
    issuer: "https://login.example.com/realm/",
    clientId: "muster",
    clientSecret: "shh",
    label: null,
  };
  expect(read(OIDC).oidc).toEqual(oidc);
  expect(read({ ...OIDC, MUSTER_OIDC_LABEL: "Acme login" }).oidc?.label).toBe("Acme login");
  expect(read({ ...OIDC, MUSTER_OIDC_ISSUER: "http://localhost:3000" }).oidc).not.toBeNull();
});

test("values are read", () => {
  const config = read({
    DATABASE_URL: "postgres://muster@db/muster",
    MUSTER_PORT: "0",
    MUSTER_PUBLIC_URL: "https://Muster.example.com/",
    MUSTER_LOG_LEVEL: "debug",
    MUSTER_SMTP_URL: "smtps://u:p@mail.example.com",
    MUSTER_MAX_UPLOAD_BYTES: "2048",
    MUSTER_BOOTSTRAP_WORKSPACE: "Acme",
    MUSTER_BOOTSTRAP_ADMIN_EMAIL: "Ada@Example.com",
    MUSTER_BOOTSTRAP_ADMIN_PASSWORD: "correct horse",
    MUSTER_BOOTSTRAP_API_KEY: `mus_${"k".repeat(32)}`,
  });
  expect(config).toMatchObject({
    port: 0,
    publicUrl: "https://muster.example.com",
    maxUploadBytes: 2048,
    bootstrap: {
      workspaceName: "Acme",
      admin: { email: "ada@example.com", password: "correct horse" },
      apiKey: `mus_${"k".repeat(32)}`,
    },
  });
});

describe("what is wrong is named, with the rule and the way out", () => {
  test.each<[Environment, string]>([
    [{ MUSTER_PORT: "http" }, 'MUSTER_PORT must be a whole number from 0 to 65535, not "http"'],
    [{ MUSTER_PORT: "70000" }, "MUSTER_PORT must be"],
    [{ MUSTER_PORT: "-1" }, "MUSTER_PORT must be"],
    [{ MUSTER_MAX_UPLOAD_BYTES: "1e9" }, "MUSTER_MAX_UPLOAD_BYTES must be a whole number"],
    [{ MUSTER_LOG_LEVEL: "loud" }, "MUSTER_LOG_LEVEL must be one of fatal, error"],
    [
      { ...OIDC, MUSTER_OIDC_ISSUER: "http://login.example.com" },
      "MUSTER_OIDC_ISSUER must be the https",
    ],
    [{ ...OIDC, MUSTER_PUBLIC_URL: "" }, "MUSTER_PUBLIC_URL is required with MUSTER_OIDC_ISSUER"],
    [{ ...OIDC, MUSTER_OIDC_CLIENT_SECRET: "" }, "MUSTER_OIDC_CLIENT_SECRET is missing"],
    [{ MUSTER_OIDC_LABEL: "Acme" }, "MUSTER_OIDC_LABEL says nothing without MUSTER_OIDC_ISSUER"],
    [{ DATABASE_URL: "mysql://db" }, "DATABASE_URL must be a PostgreSQL address"],
    [
      { MUSTER_PUBLIC_URL: "muster.example.com" },
      "MUSTER_PUBLIC_URL must be the address browsers use",
    ],
    [{ MUSTER_PUBLIC_URL: "https://example.com/muster" }, "MUSTER_PUBLIC_URL must be"],
    [{ MUSTER_SMTP_URL: "http://mail" }, "MUSTER_SMTP_URL must be"],
    [
      { MUSTER_BOOTSTRAP_WORKSPACE: "x".repeat(201) },
      "MUSTER_BOOTSTRAP_WORKSPACE must be at most 200",
    ],
    [
      { MUSTER_BOOTSTRAP_API_KEY: `mus_${"k".repeat(32)}` },
      "MUSTER_BOOTSTRAP_WORKSPACE is required",
    ],
    [
      { MUSTER_BOOTSTRAP_WORKSPACE: "Acme", MUSTER_BOOTSTRAP_ADMIN_EMAIL: "a@b.c" },
      "MUSTER_BOOTSTRAP_ADMIN_EMAIL and MUSTER_BOOTSTRAP_ADMIN_PASSWORD belong together",
    ],
    [{ MUSTER_PROT: "8420" }, "MUSTER_PROT is not a variable of Muster. Did you mean MUSTER_PORT?"],
  ])("%o", (env, message) => {
    const problems = problemsOf(env);
    expect(problems).toEqual([expect.stringContaining(message)]);
  });

  test("all at once", () => {
    expect(problemsOf({ MUSTER_PORT: "x", MUSTER_LOG_LEVEL: "x", MUSTER_X: "x" })).toHaveLength(3);
  });

  test("but no secret is repeated", () => {
    const env = {
      MUSTER_SECRET: "too-short",
      MUSTER_BOOTSTRAP_WORKSPACE: "Acme",
      MUSTER_BOOTSTRAP_ADMIN_EMAIL: "a@b.c",
      MUSTER_BOOTSTRAP_ADMIN_PASSWORD: "pw-1234",
      MUSTER_BOOTSTRAP_API_KEY: "mus_too-short",
    };
    const problems = problemsOf(env);
    expect(problems).toHaveLength(3);
    expect(problems.join()).not.toMatch(/too-short|pw-1234/);
  });
});

test("variables of the command line and of other programs are let be", () => {
  expect(problemsOf({ MUSTER_API_KEY: "x", MUSTER_URL: "x", PATH: "/bin" })).toEqual([]);
});

describe("the secret", () => {
  test("is required with a database of one's own, as processes must share it", () => {
    const env = { DATABASE_URL: "postgres://db/muster", MUSTER_SECRET: undefined };
    expect(problemsOf(env)).toEqual([
      expect.stringContaining("MUSTER_SECRET is required with DATABASE_URL"),
    ]);
  });

  test("is made once in the data directory, for the owner's eyes", () => {
    const dataDir = join(folder, "new");
    const first = readConfig({ MUSTER_DATA_DIR: dataDir }).secret;
    expect(Buffer.byteLength(first)).toBeGreaterThanOrEqual(32);
    expect(statSync(join(dataDir, "secret")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, "secret"), "utf8").trim()).toBe(first);
    expect(readConfig({ MUSTER_DATA_DIR: dataDir }).secret).toBe(first);
  });

  test("is not replaced silently when its file is damaged", () => {
    writeFileSync(join(folder, "secret"), "");
    expect(() => readConfig({ MUSTER_DATA_DIR: folder })).toThrow("Restore it from your backup");
  });
});

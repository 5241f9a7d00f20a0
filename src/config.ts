import { resolve } from "node:path";
import { distance } from "fastest-levenshtein";
import { PASSWORD_LENGTH } from "./contract/account.ts";
import { isApiKey } from "./contract/api-key.ts";
import { keepSecret } from "./secret-file.ts";

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Unattended set-up, used once on an empty database. */
export interface BootstrapConfig {
  workspaceName: string;
  admin: { email: string; password: string } | null;
  apiKey: string | null;
}

/** An OpenID Connect provider that people may sign in with. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call the provider. */
  label: string | null;
}

/** Everything that can be configured, checked. */
export interface Config {
  /** A PostgreSQL; unset = the embedded one in `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  host: string;
  /** 0 lets the system pick one. */
  port: number;
  /** Origin under which browsers reach the server, where it differs from the listening address. */
  publicUrl: string | undefined;
  /** Signs sessions and encrypts connector secrets. */
  secret: string;
  logLevel: LogLevel;
  smtpUrl: string | undefined;
  productName: string;
  maxUploadBytes: number;
  bootstrap: BootstrapConfig | null;
  /** Single sign-on; `null` = passwords only. */
  oidc: OidcConfig | null;
}

/** One or more variables are wrong; the message has a line for each: name, rule, remedy. */
export class ConfigError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(
      `The configuration is not valid:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
    );
    this.name = "ConfigError";
    this.problems = problems;
  }
}

export type Environment = Record<string, string | undefined>;

const SECRET_BYTES = 32;

const SERVER_VARIABLES = [
  "MUSTER_DATA_DIR",
  "MUSTER_HOST",
  "MUSTER_PORT",
  "MUSTER_PUBLIC_URL",
  "MUSTER_SECRET",
  "MUSTER_LOG_LEVEL",
  "MUSTER_SMTP_URL",
  "MUSTER_PRODUCT_NAME",
  "MUSTER_MAX_UPLOAD_BYTES",
  "MUSTER_BOOTSTRAP_WORKSPACE",
  "MUSTER_BOOTSTRAP_ADMIN_EMAIL",
  "MUSTER_BOOTSTRAP_ADMIN_PASSWORD",
  "MUSTER_BOOTSTRAP_API_KEY",
  "MUSTER_OIDC_ISSUER",
  "MUSTER_OIDC_CLIENT_ID",
  "MUSTER_OIDC_CLIENT_SECRET",
  "MUSTER_OIDC_LABEL",
];
/** Read by the command line and by the tests, not by the server: known, so no error. */
const OTHER_VARIABLES = ["MUSTER_API_KEY", "MUSTER_URL"];
const TEST_PREFIX = "MUSTER_TEST_";

/**
 * Reads the configuration from the environment; the only place that does. Makes and keeps the secret in the data
 * directory when the database is embedded and none is given. Throws {@link ConfigError} naming everything wrong.
 */
export function readConfig(env: Environment): Config {
  const problems = findUnknownNames(env);
  const reader = new VariableReader(env, problems);
  const databaseUrl = reader.read("DATABASE_URL", parseDatabaseUrl);
  const config = {
    databaseUrl,
    dataDir: resolve(reader.text("MUSTER_DATA_DIR") ?? "./data"),
    host: reader.text("MUSTER_HOST") ?? "127.0.0.1",
    port: reader.read("MUSTER_PORT", (text) => parseInteger(text, 0, 65_535)) ?? 8420,
    publicUrl: reader.read("MUSTER_PUBLIC_URL", parsePublicUrl),
    secret: reader.read("MUSTER_SECRET", parseSecret, "hidden") ?? "",
    logLevel: reader.read("MUSTER_LOG_LEVEL", parseLogLevel) ?? "info",
    smtpUrl: reader.read("MUSTER_SMTP_URL", parseSmtpUrl, "hidden"),
    productName: reader.read("MUSTER_PRODUCT_NAME", parseName) ?? "Muster",
    maxUploadBytes:
      reader.read("MUSTER_MAX_UPLOAD_BYTES", (text) => parseInteger(text, 1024, 2 ** 40)) ??
      2 ** 30,
    bootstrap: readBootstrap(reader, problems),
    oidc: readOidc(reader, problems),
  };
  if (databaseUrl !== undefined && reader.text("MUSTER_SECRET") === undefined) {
    problems.push(
      `MUSTER_SECRET is required with DATABASE_URL, because every process must share it: at least ${SECRET_BYTES} bytes. ` +
        'Make one with "openssl rand -base64 32" and give the same to every process.',
    );
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return { ...config, secret: config.secret === "" ? keepSecret(config.dataDir) : config.secret };
}

/** A value, or what it must be instead. */
type Parsed<T> = { value: T } | { rule: string };

class VariableReader {
  readonly #env: Environment;
  readonly #problems: string[];

  constructor(env: Environment, problems: string[]) {
    this.#env = env;
    this.#problems = problems;
  }

  /** An empty variable counts as unset, as shells and container files write it. */
  text(name: string): string | undefined {
    const value = this.#env[name]?.trim();
    return value === "" ? undefined : value;
  }

  read<T>(name: string, parse: (text: string) => Parsed<T>, hidden?: "hidden"): T | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const parsed = parse(text);
    if ("value" in parsed) return parsed.value;
    const found = hidden === undefined ? `, not "${text}"` : "";
    this.#problems.push(`${name} must be ${parsed.rule}${found}. Correct it or unset it.`);
    return undefined;
  }
}

function readBootstrap(reader: VariableReader, problems: string[]): BootstrapConfig | null {
  const workspaceName = reader.read("MUSTER_BOOTSTRAP_WORKSPACE", parseName);
  const email = reader.read("MUSTER_BOOTSTRAP_ADMIN_EMAIL", parseEmail);
  const password = reader.read("MUSTER_BOOTSTRAP_ADMIN_PASSWORD", parsePassword, "hidden");
  const apiKey = reader.read("MUSTER_BOOTSTRAP_API_KEY", parseApiKey, "hidden");
  const given = (name: string) => reader.text(`MUSTER_BOOTSTRAP_${name}`) !== undefined;
  if (given("ADMIN_EMAIL") !== given("ADMIN_PASSWORD")) {
    problems.push(
      "MUSTER_BOOTSTRAP_ADMIN_EMAIL and MUSTER_BOOTSTRAP_ADMIN_PASSWORD belong together. Set both or neither.",
    );
  }
  if (!given("WORKSPACE")) {
    if (given("ADMIN_EMAIL") || given("ADMIN_PASSWORD") || given("API_KEY")) {
      problems.push(
        "MUSTER_BOOTSTRAP_WORKSPACE is required with the other MUSTER_BOOTSTRAP_ variables. Set it to the name of the workspace to make.",
      );
    }
    return null;
  }
  return {
    workspaceName: workspaceName ?? "",
    admin: email === undefined || password === undefined ? null : { email, password },
    apiKey: apiKey ?? null,
  };
}

const OIDC_TOGETHER = ["MUSTER_OIDC_ISSUER", "MUSTER_OIDC_CLIENT_ID", "MUSTER_OIDC_CLIENT_SECRET"];

function readOidc(reader: VariableReader, problems: string[]): OidcConfig | null {
  const issuer = reader.read("MUSTER_OIDC_ISSUER", parseIssuer);
  const label = reader.read("MUSTER_OIDC_LABEL", parseName);
  const missing = OIDC_TOGETHER.filter((name) => reader.text(name) === undefined);
  if (missing.length === OIDC_TOGETHER.length) {
    if (label !== undefined) {
      problems.push(
        `MUSTER_OIDC_LABEL says nothing without ${OIDC_TOGETHER.join(", ")}. Set them or unset it.`,
      );
    }
    return null;
  }
  if (missing.length > 0) {
    problems.push(`${OIDC_TOGETHER.join(", ")} belong together: ${missing.join(", ")} is missing.`);
  }
  if (reader.text("MUSTER_PUBLIC_URL") === undefined) {
    problems.push(
      "MUSTER_PUBLIC_URL is required with MUSTER_OIDC_ISSUER, because the provider sends people back there. " +
        "Set it to the address browsers use.",
    );
  }
  return {
    issuer: issuer ?? "",
    clientId: reader.text("MUSTER_OIDC_CLIENT_ID") ?? "",
    clientSecret: reader.text("MUSTER_OIDC_CLIENT_SECRET") ?? "",
    label: label ?? null,
  };
}

function findUnknownNames(env: Environment): string[] {
  const known = [...SERVER_VARIABLES, ...OTHER_VARIABLES];
  return Object.keys(env)
    .filter(
      (name) =>
        name.startsWith("MUSTER_") && !name.startsWith(TEST_PREFIX) && !known.includes(name),
    )
    .sort()
    .map((name) => {
      const nearest = known.toSorted((a, b) => distance(name, a) - distance(name, b))[0];
      return `${name} is not a variable of Muster. Did you mean ${nearest}? Rename it or unset it.`;
    });
}

function parseInteger(text: string, least: number, most: number): Parsed<number> {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most
    ? { value }
    : { rule: `a whole number from ${least} to ${most}` };
}

function parseDatabaseUrl(text: string): Parsed<string> {
  return /^postgres(ql)?:\/\//.test(text)
    ? { value: text }
    : { rule: "a PostgreSQL address such as postgres://user:password@host:5432/muster" };
}

function parsePublicUrl(text: string): Parsed<string> {
  const url = tryUrl(text);
  const isOrigin =
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === "/" &&
    url.search === "" &&
    url.hash === "";
  return isOrigin
    ? { value: url.origin }
    : { rule: "the address browsers use, without a path, such as https://muster.example.com" };
}

/** Kept as given: an issuer is compared letter by letter (OpenID Connect Discovery, section 4.3). */
function parseIssuer(text: string): Parsed<string> {
  const url = tryUrl(text);
  const isPrivate = url !== null && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  const isIssuer =
    url !== null &&
    (url.protocol === "https:" || (url.protocol === "http:" && isPrivate)) &&
    url.search === "" &&
    url.hash === "";
  return isIssuer
    ? { value: text }
    : { rule: "the https address of the provider, such as https://login.example.com" };
}

function tryUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function parseSmtpUrl(text: string): Parsed<string> {
  const url = tryUrl(text);
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== ""
    ? { value: text }
    : { rule: "an address such as smtp://user:password@mail.example.com:587" };
}

function parseSecret(text: string): Parsed<string> {
  return Buffer.byteLength(text) >= SECRET_BYTES
    ? { value: text }
    : { rule: `at least ${SECRET_BYTES} bytes long, such as "openssl rand -base64 32" makes` };
}

function parseLogLevel(text: string): Parsed<LogLevel> {
  const value = LOG_LEVELS.find((level) => level === text);
  return value === undefined ? { rule: `one of ${LOG_LEVELS.join(", ")}` } : { value };
}

function parseName(text: string): Parsed<string> {
  return text.length <= 200 ? { value: text } : { rule: "at most 200 characters" };
}

function parseEmail(text: string): Parsed<string> {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 320
    ? { value: text.toLowerCase() }
    : { rule: "an email address" };
}

function parsePassword(text: string): Parsed<string> {
  const { least, most } = PASSWORD_LENGTH;
  return text.length >= least && text.length <= most
    ? { value: text }
    : { rule: `${least} to ${most} characters long` };
}

function parseApiKey(text: string): Parsed<string> {
  return isApiKey(text)
    ? { value: text }
    : { rule: '"mus_" and then 32 or more characters, letters and digits for choice' };
}

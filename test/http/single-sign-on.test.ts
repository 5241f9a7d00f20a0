import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRecoveryLink } from "../../src/engine/accounts.ts";
import { buildApp } from "../../src/http/app.ts";
import { startOidcProvider, type TestProvider } from "../support/oidc-provider.ts";
import {
  type BrowserHeaders,
  browserHeaders,
  startTestApp,
  type TestApp,
  testConfig,
} from "../support/test-app.ts";

const ORIGIN = "http://muster.test";

let provider: TestProvider;
let test: TestApp;
beforeAll(async () => {
  provider = await startOidcProvider(`${ORIGIN}/api/auth/sso/callback`);
  const { issuer, client } = provider;
  test = await startTestApp({
    limits: { signIn: 1000 },
    config: testConfig({
      publicUrl: ORIGIN,
      oidc: { issuer, clientId: client.id, clientSecret: client.secret, label: "Acme login" },
    }),
  });
});
afterAll(async () => {
  await test.close();
  await provider.close();
});

const get = (path: string, cookie = "") =>
  test.app.inject({ method: "GET", url: path, headers: { host: "muster.test", cookie } });

const cookieOf = (answer: LightMyRequestResponse) =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");

/** Goes to the provider and through its pages; answers the address that it sends the browser back to. */
async function goThroughProvider(start: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  for (let step = 0; step < 10; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [name = "", ...value] = (set.split(";")[0] ?? "").split("=");
      jar.set(name, value.join("="));
    }
    const location = answer.headers.get("location");
    if (location === null) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
    url = new URL(location, url).href;
    if (url.startsWith(ORIGIN)) return url.slice(ORIGIN.length);
  }
  throw new Error("The provider sends the browser in circles.");
}

/** The whole way; answers what Muster answers to the browser that comes back. */
async function signInWith(
  person: TestProvider["person"],
  returnTo?: string,
): Promise<LightMyRequestResponse> {
  provider.person = person;
  const query = returnTo === undefined ? "" : `?returnTo=${encodeURIComponent(returnTo)}`;
  const started = await get(`/api/auth/sso/start${query}`);
  expect(started.statusCode, started.body).toBe(303);
  return get(await goThroughProvider(String(started.headers.location)), cookieOf(started));
}

let people = 0;
/** An admin of the workspace, and an identity of the same address that no account has met. */
async function addPerson(): Promise<{
  email: string;
  person: NonNullable<TestProvider["person"]>;
}> {
  const headers = await test.signIn();
  const { email } = await readMe(headers);
  people += 1;
  return { email, person: { sub: `sub-${people}`, email, emailVerified: true } };
}

async function readMe(headers: BrowserHeaders): Promise<{ email: string; kind: string }> {
  const answer = await test.call("GET", "/api/v1/me", { key: null, headers });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

const refusalOf = (answer: LightMyRequestResponse) => {
  expect(answer.statusCode, answer.body).toBe(303);
  expect(cookieOf(answer)).not.toContain("session_token=");
  return new URL(String(answer.headers.location), ORIGIN).searchParams.get("refused");
};

const actionsOf = async (actions: string) => {
  const answer = await test.call("GET", `/api/v1/audit?action=${actions}&limit=200`);
  return answer.json<{ items: { action: string; after: unknown }[] }>().items;
};

describe("what the sign-in page is told", () => {
  it("is whether single sign-on is offered, and as what", async () => {
    expect((await get("/api/auth/options")).json()).toEqual({
      productName: "Muster",
      setUpNeeded: expect.any(Boolean),
      hasWorkspace: true,
      singleSignOn: { label: "Acme login", path: "/api/auth/sso/start" },
    });
    const app = await buildApp({ database: test.database, config: testConfig() });
    const plain = await app.inject("/api/auth/options");
    expect(plain.json()).toMatchObject({ singleSignOn: null });
    for (const path of ["start", "callback"]) {
      expect((await app.inject(`/api/auth/sso/${path}`)).statusCode).toBe(404);
    }
    await app.close();
  });
});

describe("signing in with the provider", () => {
  it("goes there with state, nonce and PKCE, and keeps what it needs in a cookie for its own path", async () => {
    const started = await get("/api/auth/sso/start");
    const url = new URL(String(started.headers.location));
    expect(url.origin).toBe(provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: "muster",
      response_type: "code",
      redirect_uri: `${ORIGIN}/api/auth/sso/callback`,
      code_challenge_method: "S256",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(started.cookies).toEqual([
      expect.objectContaining({
        ...{ name: "muster.sso", path: "/api/auth/sso", httpOnly: true, sameSite: "Lax" },
        maxAge: 600,
      }),
    ]);
    expect(url.search).not.toContain(started.cookies[0]!.value);
  });

  it("lets in who has an account of the verified address, and goes to where they wanted", async () => {
    const { email, person } = await addPerson();
    const answer = await signInWith(person, "/syncs/3?tab=issues&q=roy");
    expect(answer.statusCode, answer.body).toBe(303);
    expect(answer.headers.location).toBe("/syncs/3?tab=issues&q=roy");
    const session = answer.cookies.find(({ name }) => name === "muster.session_token");
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    const headers = browserHeaders(answer);
    expect(await readMe(headers)).toMatchObject({ email, kind: "account" });
    const sessions = await test.call("GET", "/api/v1/me/sessions", { key: null, headers });
    expect(sessions.json().items.find((item: { current: boolean }) => item.current)).toMatchObject({
      ip: "127.0.0.1",
    });
    expect(await actionsOf("identity_bound,signed_in")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: "identity_bound", after: { issuer: provider.issuer } }),
        expect.objectContaining({ action: "signed_in", after: { method: "single_sign_on" } }),
      ]),
    );
  });

  it("knows the person by issuer and subject from then on, whatever the address has become", async () => {
    const { email, person } = await addPerson();
    await signInWith(person);
    for (const later of [
      { ...person, email: "renamed@example.com" },
      { sub: person.sub },
      { ...person, emailVerified: false },
    ]) {
      const answer = await signInWith(later);
      expect(answer.headers.location).toBe("/");
      expect(await readMe(browserHeaders(answer))).toMatchObject({ email });
    }
  });

  it("never goes to another site afterwards", async () => {
    const { person } = await addPerson();
    for (const returnTo of ["//evil.example", "https://evil.example/", "/\\evil.example"]) {
      expect((await signInWith(person, returnTo)).headers.location).toBe("/");
    }
  });
});

describe("it refuses", () => {
  it("who has no account, though the provider knows them", async () => {
    const person = { sub: "stranger", email: "stranger@example.com", emailVerified: true };
    const answer = await signInWith(person, "/users");
    expect(refusalOf(answer)).toBe("sso_no_account");
    expect(String(answer.headers.location)).toContain("return=%2Fusers");
    expect(String(answer.headers.location)).not.toContain("stranger");
    expect(refusalOf(await signInWith({ sub: "nameless" }))).toBe("sso_no_account");
  });

  it("who has an account that administers nothing any more", async () => {
    const { email, person } = await addPerson();
    await test.database.query(
      "delete from workspace_admins where account_id = (select id from auth_users where email = $1)",
      [email],
    );
    expect(refusalOf(await signInWith(person))).toBe("sso_no_account");
  });

  it("an address that the provider has not verified", async () => {
    const { person } = await addPerson();
    for (const emailVerified of [false, undefined]) {
      const { sub, email } = person;
      const unproven =
        emailVerified === undefined ? { sub, email: email! } : { ...person, emailVerified };
      expect(refusalOf(await signInWith(unproven))).toBe("sso_email_not_verified");
    }
    expect(await actionsOf("sign_in_failed")).toContainEqual(
      expect.objectContaining({
        after: { method: "single_sign_on", reason: "sso_email_not_verified" },
      }),
    );
    expect((await signInWith(person)).headers.location).toBe("/");
  });

  it("another identity with the address of one that is bound, until a recovery link was used", async () => {
    const { email, person } = await addPerson();
    await signInWith(person);
    const other = { ...person, sub: "recycled" };
    expect(refusalOf(await signInWith(other))).toBe("sso_other_identity");
    const { token } = await makeRecoveryLink(test.database, email);
    await test.call("POST", "/api/auth/set-password", {
      key: null,
      body: { token, password: "another good one" },
    });
    expect(await readMe(browserHeaders(await signInWith(other)))).toMatchObject({ email });
    expect(refusalOf(await signInWith(person))).toBe("sso_other_identity");
  });

  it("whom the provider does not let through", async () => {
    expect(refusalOf(await signInWith(null, "/users"))).toBe("sso_denied");
  });
});

describe("an answer of the provider", () => {
  it("counts only in the browser that asked, with its state, and once", async () => {
    const { person } = await addPerson();
    provider.person = person;
    const started = await get("/api/auth/sso/start");
    const back = await goThroughProvider(String(started.headers.location));
    const own = cookieOf(started);
    expect(refusalOf(await get(back))).toBe("sso_interrupted");
    expect(refusalOf(await get(back, cookieOf(await get("/api/auth/sso/start"))))).toBe(
      "sso_interrupted",
    );
    expect(refusalOf(await get(back, `${own}x`))).toBe("sso_interrupted");
    expect(refusalOf(await get(back.replace(/state=[^&]+/, "state=made-up"), own))).toBe(
      "sso_interrupted",
    );
    expect(refusalOf(await get(back.replace(/code=[^&]+/, "code=made-up"), own))).toBe(
      "sso_failed",
    );
    expect(refusalOf(await get(back.replace(/iss=[^&]+/, "iss=https://evil.example"), own))).toBe(
      "sso_failed",
    );
    const answer = await get(back, own);
    expect(answer.headers.location).toBe("/");
    expect(answer.cookies).toContainEqual(
      expect.objectContaining({ name: "muster.sso", value: "", maxAge: 0 }),
    );
    expect(refusalOf(await get(back, own))).toBe("sso_failed");
  });

  it("needs the verifier that was made for it", async () => {
    const { person } = await addPerson();
    provider.person = person;
    const started = await get("/api/auth/sso/start");
    const url = new URL(String(started.headers.location));
    // Somebody slips a code of their own into another's sign-in.
    const other = new URL(String((await get("/api/auth/sso/start")).headers.location));
    for (const name of ["code_challenge", "nonce"]) {
      const mixed = new URL(url);
      mixed.searchParams.set(name, other.searchParams.get(name)!);
      expect(refusalOf(await get(await goThroughProvider(mixed.href), cookieOf(started)))).toBe(
        "sso_failed",
      );
    }
  });
});

it("a provider that is away is told, and asked again next time", async () => {
  const config = testConfig({
    publicUrl: ORIGIN,
    oidc: { issuer: "http://127.0.0.1:9", clientId: "x", clientSecret: "y", label: null },
  });
  const app = await buildApp({ database: test.database, config });
  for (let tries = 0; tries < 2; tries++) {
    const answer = await app.inject("/api/auth/sso/start?returnTo=/users");
    expect(answer.headers.location).toBe("/sign-in?refused=sso_failed&return=%2Fusers");
  }
  await app.close();
});

it("the way back is limited by address", async () => {
  const app = await buildApp({
    ...{ database: test.database, config: test.config },
    limits: { signIn: 1 },
  });
  await app.inject("/api/auth/sso/callback?state=x");
  expect((await app.inject("/api/auth/sso/callback?state=x")).statusCode).toBe(429);
  await app.close();
});

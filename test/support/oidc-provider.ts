import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";

/** Who signs in at the provider next. */
export interface Person {
  sub: string;
  email?: string;
  emailVerified?: boolean;
}

export interface TestProvider {
  issuer: string;
  client: { id: string; secret: string };
  /** Whom the provider's own page lets through; `null` = it lets nobody through. */
  person: Person | null;
  close(): Promise<void>;
}

/**
 * A real OpenID Connect provider on a port of its own. Its sign-in page says yes at once to `person`; with `known` it
 * has a form for the address, for a browser to fill in.
 */
export async function startOidcProvider(
  redirectUri: string,
  known?: readonly Person[],
): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { id: "muster", secret: "a secret of the client that is long enough" };
  const people = new Map<string, Person>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ["a key for tests"] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    pkce: { required: () => true },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: async () => {
        const { email, emailVerified } = people.get(sub) ?? {};
        return { sub, email, email_verified: emailVerified };
      },
    }),
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        clientId: client.id,
        accountId: context.oidc.session!.accountId!,
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const serve = provider.callback();
  const test: TestProvider = {
    issuer,
    client,
    person: null,
    close: () => {
      // A browser keeps its connections.
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  server.on("request", async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return serve(request, response);
    if (known !== undefined && request.method === "GET") return sendForm(response);
    const person = known === undefined ? test.person : await readForm(request, known);
    if (person !== null) people.set(person.sub, person);
    await provider.interactionFinished(
      request,
      response,
      person === null ? { error: "access_denied" } : { login: { accountId: person.sub } },
    );
  });
  return test;
}

function sendForm(response: ServerResponse): void {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(`<!doctype html><html lang="en"><title>Acme login</title>
    <link rel="icon" href="data:,"><h1>Acme login</h1>
    <form method="post"><label>Address <input name="email"></label>
    <button>Continue</button><button name="cancel" value="yes">Cancel</button></form></html>`);
}

/** Who filled in the form; `null` = nobody known there, or they went back. */
async function readForm(
  request: IncomingMessage,
  known: readonly Person[],
): Promise<Person | null> {
  const form = new URLSearchParams(await text(request));
  if (form.has("cancel")) return null;
  return known.find(({ email }) => email === form.get("email")) ?? null;
}

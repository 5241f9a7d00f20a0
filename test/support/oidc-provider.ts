import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
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

/** A real OpenID Connect provider on a port of its own; its sign-in page says yes at once. */
export async function startOidcProvider(redirectUri: string): Promise<TestProvider> {
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
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  server.on("request", async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return serve(request, response);
    const { person } = test;
    if (person !== null) people.set(person.sub, person);
    await provider.interactionFinished(
      request,
      response,
      person === null ? { error: "access_denied" } : { login: { accountId: person.sub } },
    );
  });
  return test;
}

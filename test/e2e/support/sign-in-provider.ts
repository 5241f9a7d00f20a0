import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { type Person, startOidcProvider } from "../../support/oidc-provider.ts";
import { ADMIN } from "./prepare-data.ts";
import type { Companion } from "./test-server.ts";

const named = (name: string) => ({
  ...{ sub: name, email: `${name}@northwind.example`, emailVerified: true },
});

/** Who has an account at the provider; only the first is an admin of the workspace from the start. */
export const PEOPLE = {
  admin: { ...named("admin"), email: ADMIN.email },
  leaver: named("camille.roy"),
  stranger: named("stranger"),
} satisfies Record<string, Person>;

/**
 * A provider of sign-ins, and a server that knows it as "Acme login". Each has a host of its own, as in life, so that
 * cookies go to and fro between two sites.
 */
export async function startSignInProvider(): Promise<Companion> {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const provider = await startOidcProvider(`${url}/api/auth/sso/callback`, Object.values(PEOPLE));
  return {
    env: {
      MUSTER_PORT: `${port}`,
      MUSTER_PUBLIC_URL: url,
      MUSTER_OIDC_ISSUER: provider.issuer,
      MUSTER_OIDC_CLIENT_ID: provider.client.id,
      MUSTER_OIDC_CLIENT_SECRET: provider.client.secret,
      MUSTER_OIDC_LABEL: "Acme login",
    },
    origin: new URL(provider.issuer).origin,
    stop: () => provider.close(),
  };
}

/** The provider has to know the server's address before there is a server. */
async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

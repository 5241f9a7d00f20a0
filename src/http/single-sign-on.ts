import * as oidc from "openid-client";
import type { OidcConfig } from "../config.ts";
import type { SsoRefusal } from "../contract/sso-refusals.ts";
import type { Identity } from "../engine/single-sign-on.ts";
import type { SsoTicket } from "./sso-ticket.ts";

const TIMEOUT_SECONDS = 10;
const SCOPE = "openid email profile";

/** A single sign-on came to nothing; the person is told why. */
export class SsoRefusedError extends Error {
  readonly refusal: SsoRefusal;

  constructor(refusal: SsoRefusal, cause?: unknown) {
    super(refusal, { cause });
    this.name = "SsoRefusedError";
    this.refusal = refusal;
  }
}

/** The provider as the routes see it: where to send people, and what the provider says of who comes back. */
export interface SingleSignOn {
  /** Where to send the browser, and what it has to keep meanwhile. */
  begin(returnTo: string): Promise<{ url: URL; ticket: SsoTicket }>;
  /** Checks the provider's answer, found in the address it sent the browser to. Throws `SsoRefusedError`. */
  finish(search: string, ticket: SsoTicket): Promise<Identity>;
}

/** OpenID Connect, authorization code flow with PKCE, state and nonce. The provider is asked when first needed. */
export function createSingleSignOn(config: OidcConfig, callbackUrl: string): SingleSignOn {
  let known: Promise<oidc.Configuration> | null = null;
  const provider = (): Promise<oidc.Configuration> => {
    known ??= discover(config).catch((error: unknown) => {
      // Asked again next time: it may have been away for a moment.
      known = null;
      throw new SsoRefusedError("sso_failed", error);
    });
    return known;
  };

  return {
    async begin(returnTo) {
      const ticket = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        returnTo,
      };
      const url = oidc.buildAuthorizationUrl(await provider(), {
        redirect_uri: callbackUrl,
        scope: SCOPE,
        state: ticket.state,
        nonce: ticket.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(ticket.verifier),
        code_challenge_method: "S256",
      });
      return { url, ticket };
    },

    async finish(search, ticket) {
      const url = new URL(callbackUrl);
      url.search = search;
      if (url.searchParams.get("state") !== ticket.state) {
        throw new SsoRefusedError("sso_interrupted");
      }
      const configuration = await provider();
      try {
        return await readIdentity(configuration, url, ticket);
      } catch (error) {
        if (error instanceof oidc.AuthorizationResponseError) {
          throw new SsoRefusedError("sso_denied", error);
        }
        throw new SsoRefusedError("sso_failed", error);
      }
    },
  };
}

async function discover(config: OidcConfig): Promise<oidc.Configuration> {
  const issuer = new URL(config.issuer);
  // Plain HTTP only where the configuration lets it through: on this very machine.
  const insecure = issuer.protocol === "http:" ? [oidc.allowInsecureRequests] : [];
  const options = { execute: insecure, timeout: TIMEOUT_SECONDS };
  const found = await oidc.discovery(issuer, config.clientId, undefined, oidc.None(), options);
  const metadata = found.serverMetadata();
  // What a provider leaves out is Basic (OpenID Connect Discovery, section 3).
  const methods = metadata.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  const proof = methods.includes("client_secret_basic")
    ? oidc.ClientSecretBasic(config.clientSecret)
    : oidc.ClientSecretPost(config.clientSecret);
  const configuration = new oidc.Configuration(metadata, config.clientId, {}, proof);
  configuration.timeout = TIMEOUT_SECONDS;
  for (const allow of insecure) allow(configuration);
  return configuration;
}

async function readIdentity(
  configuration: oidc.Configuration,
  url: URL,
  ticket: SsoTicket,
): Promise<Identity> {
  const tokens = await oidc.authorizationCodeGrant(configuration, url, {
    pkceCodeVerifier: ticket.verifier,
    expectedState: ticket.state,
    expectedNonce: ticket.nonce,
  });
  const token = tokens.claims();
  if (token === undefined) throw new Error("The provider sent no ID token.");
  const { userinfo_endpoint: more } = configuration.serverMetadata();
  // Many providers keep the address out of the ID token.
  const claims =
    token.email === undefined && more !== undefined
      ? await oidc.fetchUserInfo(configuration, tokens.access_token, token.sub)
      : token;
  return {
    issuer: token.iss,
    subject: token.sub,
    email: typeof claims.email === "string" ? claims.email.trim().toLowerCase() : null,
    // Some providers write it as a text.
    emailVerified: claims.email_verified === true || String(claims.email_verified) === "true",
  };
}

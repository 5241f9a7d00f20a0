/** The token of a one-time link. It is in the fragment, which browsers send to no server and leave out of referrers. */
export function readLinkToken(hash: string): string | null {
  const token = new URLSearchParams(hash.replace(/^#/, "")).get("token");
  return token === null || token === "" ? null : token;
}

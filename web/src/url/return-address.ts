/** Pages that one does not come back to after signing in. */
const NEVER = /^\/(sign-in|setup|set-password)(\/|$)/;

/**
 * A place to go on to after signing in, from an address that anybody may have made: only paths of this server, and
 * never signing in again.
 */
export function readReturnAddress(given: string | undefined, origin: string): string {
  if (given === undefined || !/^\/(?![/\\])/.test(given)) return "/";
  try {
    const { origin: target, pathname, search, hash } = new URL(given, origin);
    return target === origin && !NEVER.test(pathname) ? `${pathname}${search}${hash}` : "/";
  } catch {
    return "/";
  }
}

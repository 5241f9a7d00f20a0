import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The credential of somebody on the host: headers that prove that this process can read the server's secret. `null`
 * where there is no secret to read, or the address is of another machine, which must not be sent a proof.
 */
export async function makeHostHeaders(
  url: URL,
  workspace: string | undefined,
  env: Record<string, string | undefined>,
): Promise<Record<string, string> | null> {
  const secret = isThisHost(url) ? readSecret(env) : null;
  if (secret === null) return null;
  const { HOST_PROOF_HEADER, HOST_WORKSPACE_HEADER, makeHostProof } = await import(
    "../engine/host-proof.ts"
  );
  return {
    [HOST_PROOF_HEADER]: makeHostProof(secret, Date.now()),
    ...(workspace === undefined ? {} : { [HOST_WORKSPACE_HEADER]: encodeURIComponent(workspace) }),
  };
}

/** The secret that the server on this host has, read and never made here. */
function readSecret(env: Record<string, string | undefined>): string | null {
  const given = env.MUSTER_SECRET?.trim();
  if (given !== undefined && given !== "") return given;
  const folder = env.MUSTER_DATA_DIR?.trim() || "data";
  try {
    const secret = readFileSync(join(folder, "secret"), "utf8").trim();
    return secret === "" ? null : secret;
  } catch {
    return null;
  }
}

function isThisHost({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

import { createHmac, timingSafeEqual } from "node:crypto";

/** Carries the proof that a call comes from the host. */
export const HOST_PROOF_HEADER = "x-muster-host-proof";

/** Names the workspace that a call from the host is about, percent-encoded; needed where there are several. */
export const HOST_WORKSPACE_HEADER = "x-muster-workspace";

const LIFE_MS = 5 * 60_000;

/**
 * Proves that the caller can read the server's secret, which only the host can: `muster recover` and
 * `muster workspaces` on the server ask the running server this way, since an embedded database has one owner.
 */
export function makeHostProof(secret: string, now: number): string {
  return `${now}.${sign(secret, String(now)).toString("base64url")}`;
}

/** Whether a proof is right and fresh. */
export function checkHostProof(secret: string, proof: string, now: number): boolean {
  const [time = "", signature = ""] = proof.split(".");
  if (!/^\d{1,15}$/.test(time) || Math.abs(now - Number(time)) > LIFE_MS) return false;
  const expected = sign(secret, time);
  const given = Buffer.from(signature, "base64url");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function sign(secret: string, time: string): Buffer {
  return createHmac("sha256", secret).update(`host proof ${time}`).digest();
}

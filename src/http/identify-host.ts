import { BlockList, isIPv6 } from "node:net";
import type { FastifyRequest } from "fastify";
import { formatId } from "../contract/ids.ts";
import type { Database } from "../db/database.ts";
import { listWorkspaces } from "../db/queries/workspaces.ts";
import { type Actor, systemActor } from "../engine/actor.ts";
import { EngineError } from "../engine/engine-error.ts";
import { checkHostProof, HOST_PROOF_HEADER, HOST_WORKSPACE_HEADER } from "../engine/host-proof.ts";
import type { CallLimit } from "./rate-limits.ts";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8);
loopback.addAddress("::1", "ipv6");

interface HostGate {
  database: Database;
  secret: string;
  failedKeys: CallLimit;
}

/**
 * The command line on the host, which proves that it can read the server's secret and so needs no key: it may do what
 * a read-write key may. Only from a loopback address, so that a proof that leaks is of no use elsewhere. `null` for a
 * call without a proof; throws for one that is wrong, or that leaves open which workspace it is about.
 */
export async function identifyHost(request: FastifyRequest, gate: HostGate): Promise<Actor | null> {
  const proof = request.headers[HOST_PROOF_HEADER];
  if (proof === undefined) return null;
  if (!isLoopback(request.ip) || !checkHostProof(gate.secret, String(proof), Date.now())) {
    await gate.failedKeys.count(request);
    throw new EngineError(
      401,
      "not_from_host",
      "This call does not come from the server's host. It needs an API key, or the same MUSTER_SECRET or data directory, and a right clock.",
    );
  }
  const workspaceId = await findWorkspace(gate.database, request.headers[HOST_WORKSPACE_HEADER]);
  return {
    ...systemActor(workspaceId),
    name: "Command line on the server",
    scope: "read_write",
    ip: request.ip,
    requestId: request.id,
  };
}

async function findWorkspace(
  database: Database,
  header: string | string[] | undefined,
): Promise<number> {
  const all = await listWorkspaces(database);
  const wanted = header === undefined ? null : decode(String(header));
  const found = all.filter(
    ({ id, name }) => wanted === null || name === wanted || formatId("workspace", id) === wanted,
  );
  if (found.length === 1) return found[0]!.id;
  if (all.length === 0) {
    throw new EngineError(
      409,
      "no_workspace",
      "There is no workspace yet. Make the first admin with the link that the server printed when it started.",
    );
  }
  if (found.length === 0) {
    throw new EngineError(400, "unknown_workspace", `There is no workspace "${wanted}".`);
  }
  const names = found.map(({ id, name }) => `${name} (${formatId("workspace", id)})`).join(", ");
  throw new EngineError(400, "several_workspaces", `There are several workspaces: ${names}.`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, "");
  return loopback.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
}

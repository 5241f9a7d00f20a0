import { formatId } from "../contract/ids.ts";
import { type Database, withTransaction } from "../db/database.ts";
import {
  type CauseKey,
  countExpectedIssues,
  deleteCauseMark,
  listReportsFrom,
  readFingerprint,
  writeCauseMark,
} from "../db/queries/cause-marks.ts";
import type { SyncRow } from "../db/queries/read-syncs.ts";
import { lockWorkspace } from "../db/queries/workspaces.ts";
import type { Actor } from "./actor.ts";
import { writeAudit } from "./audit.ts";
import { notFound } from "./engine-error.ts";
import { requireScope } from "./permission.ts";
import { lastIssueOf } from "./report/report-reader.ts";

/** Reports whose counts follow at once; older ones keep theirs. */
const MOST_REPORTS = 50;

/**
 * Marks a cause of a report as expected, as it is there: it is left out of counts, in this report and later ones,
 * until somebody else has it, or other values are kept. Or takes the mark away.
 */
export async function expectCause(
  database: Database,
  actor: Actor,
  sync: SyncRow,
  cause: CauseKey,
  isExpected: boolean,
): Promise<void> {
  requireScope(actor, "read_write");
  const { workspaceId } = actor;
  await withTransaction(database, async (transaction) => {
    await lockWorkspace(transaction, workspaceId);
    const lastIssue = lastIssueOf(sync);
    const found = await readFingerprint(transaction, workspaceId, sync.id, lastIssue, cause);
    if (found === null) throw notFound("cause in this report");
    let from = sync.number;
    if (isExpected) {
      const { fingerprint } = found;
      const mark = { ...cause, fingerprint, syncNumber: sync.number, by: actor.name };
      await writeCauseMark(transaction, workspaceId, mark);
    } else {
      const marked = await deleteCauseMark(transaction, workspaceId, cause);
      if (marked === null) return;
      from = Math.min(from, marked);
    }
    for (const report of await listReportsFrom(transaction, workspaceId, from, MOST_REPORTS)) {
      await countExpectedIssues(transaction, workspaceId, report.id, report.last_issue);
    }
    const { type, reason } = cause;
    const id = reason === null ? type : `${type}.${reason}`;
    await writeAudit(transaction, actor, {
      action: isExpected ? "cause_expected" : "cause_not_expected",
      target: { type: "cause", id, name: null },
      after: { sync: formatId("sync", sync.id), issues: found.count },
    });
  });
}

import { get } from "node:http";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ISSUE_TYPES } from "../../src/contract/catalogue.ts";
import type { ReportEntry } from "../../src/contract/entry.ts";
import { readSyncByNumber } from "../../src/db/queries/read-syncs.ts";
import { systemActor } from "../../src/engine/actor.ts";
import { downloadReport } from "../../src/engine/report/download-report.ts";
import { ReportReader } from "../../src/engine/report/report-reader.ts";
import {
  type BuiltReport,
  buildReport,
  ONE_OF_EACH,
  type ReportRecipe,
} from "../support/build-report.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const build = (recipe: ReportRecipe) =>
  buildReport(
    test.database,
    { workspaceId: test.workspace.id, sourceId: test.workspace.sourceId },
    recipe,
  );

type Line = Record<string, string>;

async function download(report: BuiltReport, query = ""): Promise<Line[]> {
  const answer = await test.call("GET", `/api/v1/syncs/${report.number}/report.csv${query}`);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  expect(answer.headers["content-type"]).toBe("text/csv; charset=utf-8");
  return parse(answer.body, { columns: true, bom: true, recordDelimiter: "\r\n" }) as Line[];
}

async function readEntries(report: BuiltReport, query = ""): Promise<ReportEntry[]> {
  const all: ReportEntry[] = [];
  for (let offset = 0; ; offset += 200) {
    const answer = await test.call(
      "GET",
      `/api/v1/syncs/${report.number}/entries?limit=200&offset=${offset}${query}`,
    );
    const { items } = answer.json() as { items: ReportEntry[] };
    if (items.length === 0) return all;
    all.push(...items);
  }
}

/** What the CSV must say of the entries, as far as no label stands in between. */
function expectedLines(entries: ReportEntry[]): Line[] {
  const inert = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const value = (given: unknown) => (Array.isArray(given) ? given.join("; ") : String(given ?? ""));
  return entries.flatMap((entry) =>
    (entry.changes.length === 0 ? [null] : entry.changes).map((change) => ({
      Entry: String(entry.seq),
      "Type code": entry.type,
      "Reason code": entry.reason ?? "",
      Name: inert(entry.subject?.name ?? ""),
      Email: inert(entry.subject?.email ?? ""),
      "External ID": inert(entry.subject?.externalId ?? ""),
      "Old value": change?.sensitive ? "" : inert(value(change?.before)),
      "New value": change?.sensitive ? "Changed" : inert(value(change?.after)),
      Outcome: {
        planned: "Planned",
        applied: "Applied",
        skipped: "Skipped",
        not_applied: "Not applied",
        none: "",
      }[entry.outcome ?? "none"],
      Reason: inert(entry.message ?? ""),
      "Suggested solution": inert(entry.suggestion ?? ""),
      File: entry.source?.file ?? "",
      Line: String(entry.source?.line ?? ""),
      Date: entry.at ?? "",
    })),
  );
}

describe("downloading a report", () => {
  it("gives every entry, one line per changed property, over several pages of reading", async () => {
    await test.database.query(
      `insert into properties (workspace_id, key, label, type, sensitive, is_default, place)
       values ($1, 'salaryBand', '=Salary band', 'text', true, false, 99)`,
      [test.workspace.id],
    );
    const report = await build({ entries: 4321, skipEvery: 4 });
    await test.database.query(
      `update entries set name = '=cmd|' || chr(10) || '"x", y' where workspace_id = $1 and sync_id = $2 and position = 7`,
      [report.workspaceId, report.syncId],
    );
    const lines = await download(report);
    const expected = expectedLines(await readEntries(report));
    expect(lines.length).toBe(expected.length);
    for (const [index, line] of lines.entries()) expect(line).toMatchObject(expected[index]!);
    expect(
      lines.find((line) => line["Type code"] === "user_updated" && line["New value"] === "Changed")
        ?.Property,
    ).toBe("'=Salary band");
    expect(lines[0]).toMatchObject({
      Sync: String(report.number),
      Kind: "Issue",
      "Data type": "Users",
    });
  });

  it("ignores the filters unless the filtered rows are asked for", async () => {
    const report = await build({ entries: 3000 });
    const whole = await download(report, "?kind=issue&q=zoe");
    expect(whole.at(-1)?.Entry).toBe("3000");
    const filter = "&subject=user&type=user_created&type=invalid_value&q=zo%C3%A9";
    const filtered = await download(report, `?filtered=true${filter}`);
    const expected = expectedLines(await readEntries(report, filter));
    expect(expected.length).toBeGreaterThan(10);
    expect(filtered.map((line) => line.Entry)).toEqual(expected.map((line) => line.Entry));
    expect(await download(report, "?filtered=true&q=nobody")).toEqual([]);
    expect(
      (await test.call("GET", `/api/v1/syncs/${report.number}/report.csv?filtered=true&kind=x`))
        .statusCode,
    ).toBe(400);
  });

  it("speaks French on request, with English headers", async () => {
    const report = await build({ entries: ONE_OF_EACH });
    const lines = await download(report, "?lang=fr");
    expect(lines[0]).toMatchObject({
      Kind: "Problème",
      "Data type": "Utilisateurs",
      "Type code": "user_skipped",
    });
  });

  it("is refused while the sync is processing, not while it waits for a decision", async () => {
    for (const phase of ["queued", "reading", "planning", "applying"]) {
      const report = await build({
        entries: ONE_OF_EACH,
        status: phase === "applying" ? "approved" : "pending",
        phase,
      });
      const answer = await test.call("GET", `/api/v1/syncs/${report.number}/report.csv`);
      expect(answer.statusCode, phase).toBe(409);
      expect(answer.json()).toMatchObject({ code: "sync_pending" });
    }
    const waiting = await build({
      entries: ONE_OF_EACH,
      status: "pending",
      phase: "awaiting_approval",
    });
    const outcomes = new Set((await download(waiting)).map((line) => line.Outcome));
    expect(outcomes).toEqual(new Set(["", "Planned"]));
  });

  it("names the file and leaves an audit row", async () => {
    const report = await build({ entries: ONE_OF_EACH, createdAt: "2026-04-05T06:07:08Z" });
    const answer = await test.call(
      "GET",
      `/api/v1/syncs/${report.number}/report.csv?filtered=true&kind=issue`,
    );
    expect(answer.headers["content-disposition"]).toBe(
      `attachment; filename="sync-${report.number}-2026-04-05-report-filtered.csv"`,
    );
    const { rows } = await test.database.query(
      "select actor_kind, target_name, after from audit where workspace_id = $1 and action = 'report_downloaded' order by id desc limit 1",
      [report.workspaceId],
    );
    expect(rows).toEqual([
      {
        actor_kind: "api_key",
        target_name: `#${report.number}`,
        after: { filtered: true, entries: ISSUE_TYPES.length },
      },
    ]);
  });

  it("of a sync that failed before its plan has only the header", async () => {
    const report = await build({ entries: ONE_OF_EACH, status: "failed", phase: "done" });
    await test.database.query(
      "update syncs set plan = null, entry_count = 0 where workspace_id = $1 and id = $2",
      [report.workspaceId, report.syncId],
    );
    expect(await download(report)).toEqual([]);
  });

  it("reads ahead by one page only, and no further when nobody takes the next piece", async () => {
    const report = await build({ entries: 20_000, weights: { user_invited: 1 } });
    let asked = 0;
    const database = {
      ...test.database,
      query: ((text: string, values?: unknown[]) => {
        if (text.includes("e.position between")) asked += 1;
        return test.database.query(text, values);
      }) as typeof test.database.query,
    };
    const sync = await readSyncByNumber(database, report.workspaceId, report.number);
    const reader = new ReportReader(database);
    const wording = { language: "en", product: "Muster" } as const;
    const { chunks } = await downloadReport(
      reader,
      systemActor(report.workspaceId),
      sync!,
      null,
      wording,
    );
    await chunks.next();
    await chunks.next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).toBe(2);
    await chunks.return(undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).toBe(2);
  });

  it("stops when the client goes away", async () => {
    const report = await build({ entries: 60_000, weights: { user_created: 1 } });
    const address = await test.app.listen({ host: "127.0.0.1", port: 0 });
    let asked = 0;
    test.database.pool.on("acquire", () => {
      asked += 1;
    });
    const headers = { authorization: `Bearer ${test.workspace.keys.read}` };
    await new Promise<void>((resolve, reject) => {
      const request = get(
        `${address}/api/v1/syncs/${report.number}/report.csv`,
        { headers },
        (answer) => {
          answer.once("data", () => {
            request.destroy();
            resolve();
          });
        },
      );
      request.once("error", reject);
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const afterLeaving = asked;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked).toBe(afterLeaving);
    // Thirty pages would have been read to the end.
    expect(afterLeaving).toBeLessThan(25);
  });
});

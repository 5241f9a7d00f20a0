import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sync } from "../../src/contract/sync.ts";
import { withTransaction } from "../../src/db/database.ts";
import { NAUGHTY_STRINGS } from "../support/naughty-strings.ts";
import { countStored, formOf, pushJson, readStoredInput } from "../support/pushing.ts";
import { startTestApp, type TestApp, testConfig } from "../support/test-app.ts";

const MAX_BYTES = 200_000;
const CSV = "/api/v1/provisioning/csv";
const JSON_URL = "/api/v1/provisioning/json";
const MEMBERS = "externalMemberId,email,firstName\n1,ann@example.com,Ann\n2,bob@example.com,Bob\n";
const TEAMS = "externalTeamId,teamName\nT1,Care\n";
const MAPPINGS = "externalTeamId,externalMemberId,isMember,isManager\nT1,1,true,false\n";
const ONE = { members: [{ externalMemberId: "1", email: "ann@example.com" }] };

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ config: testConfig({ maxUploadBytes: MAX_BYTES }) });
});
afterAll(() => test.close());

interface Problem {
  code: string;
  detail: string;
  errors?: { file?: string; line?: number; column?: string | number; message: string }[];
}

async function refused(
  status: number,
  code: string,
  url: string,
  options: Parameters<TestApp["call"]>[2],
): Promise<Problem> {
  const before = await countStored(test);
  const answer = await test.call("POST", url, options);
  expect(answer.statusCode, answer.body).toBe(status);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
  expect(answer.json<Problem>().code).toBe(code);
  // Nothing of a refused push is left behind (domain rules, section 3).
  expect(await countStored(test)).toEqual(before);
  return answer.json();
}

describe("a push of CSV files", () => {
  it("is stored row for row and answered with its sync", async () => {
    const answer = await test.call("POST", `${CSV}?mode=partial&dryRun=true`, {
      ...formOf([
        { name: "members", text: MEMBERS, fileName: "C:\\exports\\people.csv" },
        { name: "teams", text: TEAMS },
        { name: "teamsMappings", text: MAPPINGS },
      ]),
      key: test.workspace.keys.push,
    });
    expect(answer.statusCode, answer.body).toBe(202);
    const { sync } = answer.json<{ sync: Sync }>();
    expect(answer.headers.location).toBe(`/api/v1/syncs/${sync.id}`);
    expect(sync).toMatchObject({
      status: "pending",
      phase: "queued",
      mode: "partial",
      dryRun: true,
      source: { kind: "push", name: "API push" },
      trigger: { kind: "api_key", actor: "Acme push" },
      rerunOf: null,
    });
    expect(await readStoredInput(test, sync)).toMatchObject([
      {
        section: "members",
        lines: [2, 3],
        external_ids: ["1", "2"],
        emails: ["ann@example.com", "bob@example.com"],
        profiles: [{ firstName: "Ann" }, { firstName: "Bob" }],
        managers_given: [false, false],
        flaws: [],
      },
      {
        section: "teamMappings",
        external_ids: ["T1"],
        member_external_ids: ["1"],
        is_members: [true],
      },
      { section: "teams", external_ids: ["T1"], names: ["Care"] },
    ]);
    const { rows } = await test.database.query<{ summary: unknown; form: string }>(
      "select i.summary, i.form from inputs i join syncs s on s.input_id = i.id where s.number = $1 and s.workspace_id = $2",
      [sync.number, test.workspace.id],
    );
    expect(rows[0]).toMatchObject({
      form: "csv",
      summary: { sections: { members: { file: "people.csv", rows: 2 } }, unknownColumns: [] },
    });
  });

  it("takes legacy part names, parts without a file name, and the public alias", async () => {
    const parts = [
      { name: "users", text: "id,email\n1,ann@example.com\n", fileName: null },
      { name: "groups", text: "id,name\nT1,Care\n", fileName: null },
      { name: "groupsMapping", text: "groupId,userId\nT1,1\n" },
    ];
    const answer = await test.call("POST", "/public/provisioning/csv", {
      ...formOf(parts),
      key: null,
      headers: {
        ...formOf(parts).headers,
        "workleap-subscription-key": test.workspace.keys.push,
      },
    });
    expect(answer.statusCode, answer.body).toBe(202);
    expect(await readStoredInput(test, answer.json<{ sync: Sync }>().sync)).toHaveLength(3);
  });

  it("numbers syncs without gaps", async () => {
    const first = await pushJson(test, ONE);
    await refused(400, "unknown_section", CSV, formOf([{ name: "people", text: MEMBERS }]));
    expect((await pushJson(test, ONE)).number).toBe(first.number + 1);
  });

  it("keeps each row's flaws with its row", async () => {
    const text = "externalMemberId,email\n1,ann@example.com\n2,not an address\n";
    const answer = await test.call("POST", CSV, formOf([{ name: "members", text }]));
    const [chunk] = await readStoredInput(test, answer.json<{ sync: Sync }>().sync);
    expect(chunk?.flaws).toMatchObject([
      { row: 1, flaws: [{ type: "user_skipped", reason: "invalid_email", skips: true }] },
    ]);
  });

  it("stores whatever a cell may hold", async () => {
    const members = NAUGHTY_STRINGS.map((text, index) => ({
      ...{ externalMemberId: `n${index}${text}`, email: `${text}@example.com`, firstName: text },
      ...{ department: text, [`c${text}`]: text, directManagerEmail: text },
    })).map((row) => JSON.stringify({ members: [row] }));
    for (const body of members) {
      const answer = await test.call("POST", JSON_URL, {
        body,
        headers: { "content-type": "application/json" },
      });
      expect([202, 400, 415, 422], `${body} ${answer.body}`).toContain(answer.statusCode);
    }
  });
});

describe("a push that is refused", () => {
  it("names file, line and column", async () => {
    const text = 'externalMemberId,email\n1,"ann@example.com\n';
    const problem = await refused(400, "malformed_csv", CSV, formOf([{ name: "members", text }]));
    expect(problem.errors?.[0]).toMatchObject({ file: "members.csv", line: 2 });
  });

  it.each([
    ["unknown part", 400, "unknown_section", [{ name: "people", text: MEMBERS }]],
    ["settings", 400, "settings_refused", [{ name: "settings", text: "a\n1\n" }]],
    [
      "a part twice",
      400,
      "duplicate_section",
      [
        { name: "members", text: MEMBERS },
        { name: "members", text: MEMBERS },
      ],
    ],
    [
      "two names of one section",
      400,
      "duplicate_section",
      [
        { name: "members", text: MEMBERS },
        { name: "users", text: MEMBERS },
      ],
    ],
    ["no part", 400, "no_section", []],
    ["counts alone", 400, "no_section", [{ name: "membersRows", text: "3", fileName: null }]],
    ["an empty file", 400, "empty_file", [{ name: "members", text: "" }]],
    ["a missing column", 422, "missing_column", [{ name: "members", text: "email\na@x.com\n" }]],
    [
      "a declared count not met",
      422,
      "incomplete_input",
      [
        { name: "members", text: MEMBERS },
        { name: "membersRows", text: "3", fileName: null },
      ],
    ],
    [
      "a declared count that is none",
      400,
      "invalid_request",
      [
        { name: "membersRows", text: "many", fileName: null },
        { name: "members", text: MEMBERS },
      ],
    ],
    ["a name of the language", 400, "malformed_multipart", [{ name: "__proto__", text: MEMBERS }]],
    [
      "too many parts",
      400,
      "too_many_parts",
      Array.from({ length: 50 }, () => ({
        ...{ name: "membersRows", text: "1", fileName: null },
      })),
    ],
  ])("for %s", async (_name, status, code, parts) => {
    await refused(status, code, CSV, formOf(parts));
  });

  it("for a form that is cut short", async () => {
    const { body, headers } = formOf([
      { name: "members", text: MEMBERS },
      { name: "teams", text: TEAMS },
    ]);
    for (const length of [body.length - 4, body.length - 60, 150, 130, 10]) {
      const cut = { body: body.subarray(0, length), headers };
      await refused(400, "malformed_multipart", CSV, cut);
    }
    await refused(400, "no_section", CSV, {
      body: Buffer.alloc(0),
      headers: { ...headers, "transfer-encoding": "chunked" },
    });
  });

  it("for another kind of body", async () => {
    const csv = { body: MEMBERS, headers: { "content-type": "text/csv" } };
    await refused(415, "unsupported_media_type", CSV, csv);
    await refused(415, "unsupported_media_type", CSV, { body: ONE });
    await refused(415, "unsupported_media_type", CSV, {});
    await refused(415, "unsupported_media_type", JSON_URL, csv);
    await refused(415, "unsupported_media_type", JSON_URL, {});
    await refused(
      415,
      "unsupported_media_type",
      JSON_URL,
      formOf([{ name: "members", text: MEMBERS }]),
    );
    const noBoundary = { body: MEMBERS, headers: { "content-type": "multipart/form-data" } };
    await refused(400, "malformed_multipart", CSV, noBoundary);
    const packed = { body: ONE, headers: { "content-encoding": "gzip" } };
    await refused(415, "unsupported_encoding", JSON_URL, packed);
  });

  it("for a body that is no JSON", async () => {
    const send = (body: string) => ({ body, headers: { "content-type": "application/json" } });
    await refused(400, "empty_file", JSON_URL, send(""));
    await refused(400, "malformed_json", JSON_URL, send('{"members": [{'));
    await refused(400, "no_section", JSON_URL, send("{}"));
    await refused(400, "unknown_section", JSON_URL, send('{"people": []}'));
  });

  it("for its size, declared or not", async () => {
    const text = `externalMemberId,email\n${"x".repeat(100)},a@x.com\n`.padEnd(
      MAX_BYTES + 10,
      "9,b@x.com\n",
    );
    await refused(413, "input_too_large", CSV, formOf([{ name: "members", text }]));
    await refused(
      413,
      "input_too_large",
      CSV,
      formOf([
        { name: "members", text: text.slice(0, MAX_BYTES / 2) },
        { name: "teams", text: `externalTeamId,teamName\n${"1,a\n".repeat(MAX_BYTES / 8 + 10)}` },
      ]),
    );
    const body = JSON.stringify({ members: [] }).padEnd(MAX_BYTES + 100_000);
    await refused(413, "input_too_large", JSON_URL, {
      body,
      headers: { "content-type": "application/json" },
    });
  });

  it("for options it does not know", async () => {
    await refused(400, "invalid_request", `${JSON_URL}?mode=half`, { body: ONE });
    await refused(400, "invalid_request", `${JSON_URL}?dryrun=true`, { body: ONE });
    await refused(400, "invalid_request", `${JSON_URL}?membersRows=-1`, { body: ONE });
    await refused(422, "incomplete_input", `${JSON_URL}?membersRows=2`, { body: ONE });
    expect((await pushJson(test, ONE, "?membersRows=1")).phase).toBe("queued");
  });

  it("for a key that may only read, and while another source is active", async () => {
    const { read } = test.workspace.keys;
    await refused(403, "forbidden", JSON_URL, { body: ONE, key: read });
    const { id, sourceId } = test.workspace;
    const setActive = (active: boolean) =>
      withTransaction(test.database, async (transaction) => {
        await transaction.query("delete from sources where workspace_id = $1 and kind = 'ldap'", [
          id,
        ]);
        await transaction.query(
          "update sources set active = $3 where workspace_id = $1 and id = $2",
          [...[id, sourceId, active]],
        );
        if (active) return;
        await transaction.query(
          "insert into sources (workspace_id, kind, name, active) values ($1, 'ldap', 'Company LDAP', true)",
          [id],
        );
      });
    await setActive(false);
    const problem = await refused(409, "source_inactive", JSON_URL, { body: ONE });
    expect(problem.detail).toContain("Company LDAP");
    await setActive(true);
    await pushJson(test, ONE);
  });
});

describe("an Idempotency-Key", () => {
  const post = (key: string, body: object, query = "") =>
    test.call("POST", `${JSON_URL}${query}`, { body, headers: { "idempotency-key": key } });

  it("answers the same sync for the same content, and refuses other content", async () => {
    const key = randomUUID();
    const first = (await post(key, ONE)).json<{ sync: Sync }>().sync;
    const again = await post(key, ONE);
    expect(again.statusCode).toBe(202);
    expect(again.json<{ sync: Sync }>().sync.id).toBe(first.id);
    for (const answer of [await post(key, { members: [] }), await post(key, ONE, "?dryRun=true")]) {
      expect(answer.statusCode).toBe(422);
      expect(answer.json<Problem>().code).toBe("idempotency_key_reused");
    }
    const other = await test.call("POST", JSON_URL, {
      body: ONE,
      key: test.other.keys.push,
      headers: { "idempotency-key": key },
    });
    expect(other.statusCode).toBe(202);
  });

  it("takes a form for the same however its parts are wrapped", async () => {
    const headers = { "idempotency-key": randomUUID() };
    const parts = [
      { name: "members", text: MEMBERS },
      { name: "teams", text: TEAMS },
    ];
    const send = async (form: ReturnType<typeof formOf>) =>
      (await test.call("POST", CSV, { ...form, headers: { ...form.headers, ...headers } })).json<{
        sync: Sync;
      }>().sync.id;
    expect(await send(formOf(parts))).toBe(await send(formOf(parts.toReversed())));
  });

  it("is free again after a refusal and after a day", async () => {
    const key = randomUUID();
    expect((await post(key, { people: [] })).statusCode).toBe(400);
    const first = (await post(key, ONE)).json<{ sync: Sync }>().sync;
    await test.database.query(
      "update idempotency_keys set created_at = now() - interval '25 hours' where key = $1",
      [key],
    );
    const second = (await post(key, { members: [] })).json<{ sync: Sync }>().sync;
    expect(second.number).toBe(first.number + 1);
  });

  it("is refused while its push is still uploading, unless that one gave no sign of life", async () => {
    const key = randomUUID();
    await test.database.query(
      "insert into idempotency_keys (workspace_id, key, digest) values ($1, $2, 'uploading elsewhere')",
      [test.workspace.id, key],
    );
    const answer = await post(key, ONE);
    expect(answer.statusCode).toBe(409);
    expect(answer.json<Problem>().code).toBe("upload_in_progress");
    await test.database.query(
      "update idempotency_keys set created_at = now() - interval '2 minutes' where key = $1",
      [key],
    );
    expect((await post(key, ONE)).statusCode).toBe(202);
  });

  it("makes one sync of twenty at the same moment", async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(key, ONE)));
    const taken = answers.filter((answer) => answer.statusCode === 202);
    expect(taken.length).toBeGreaterThan(0);
    expect(new Set(taken.map((answer) => answer.json<{ sync: Sync }>().sync.id)).size).toBe(1);
    for (const { statusCode } of answers) expect([202, 409]).toContain(statusCode);
    expect((await post(key, ONE)).json<{ sync: Sync }>().sync.id).toBe(
      taken[0]!.json<{ sync: Sync }>().sync.id,
    );
  });
});

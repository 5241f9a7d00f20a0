import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/contract/settings.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
});
afterAll(() => world.close());

async function lastAudit() {
  return (await world.call("GET", "/api/v1/audit?limit=1")).json<{
    items: Record<string, unknown>[];
  }>().items[0];
}

describe("the workspace", () => {
  const patch = (body: object) => world.call("PATCH", "/api/v1/workspace", { body });

  test("changes what is given and nothing else, with an audit row", async () => {
    const before = (await world.call("GET", "/api/v1/workspace")).json();
    const answer = await patch({ seatLimit: 250, timeZone: "Europe/Paris" });
    expect(answer.json()).toEqual({ ...before, seatLimit: 250, timeZone: "Europe/Paris" });
    expect((await world.call("GET", "/api/v1/workspace")).json()).toEqual(answer.json());
    expect(await lastAudit()).toMatchObject({
      action: "workspace_updated",
      actor: { kind: "api_key", name: "Acme read_write" },
      before: { seatLimit: null, timeZone: "UTC" },
      after: { seatLimit: 250, timeZone: "Europe/Paris" },
      ip: "127.0.0.1",
      requestId: answer.headers["x-request-id"],
    });
    expect((await patch({ seatLimit: null })).json().seatLimit).toBeNull();
  });

  test("a change that changes nothing leaves no audit row", async () => {
    const before = await lastAudit();
    expect((await patch({ name: "Acme" })).statusCode).toBe(200);
    expect(await lastAudit()).toEqual(before);
  });

  test.each([
    [{ seatLimit: -1 }, "/seatLimit"],
    [{ seatLimit: "many" }, "/seatLimit"],
    [{ name: "  " }, "/name"],
    [{ name: "a\u0000b" }, "/name"],
    [{ timeZone: "Mars/Olympus" }, "/timeZone"],
    [{ defaultLanguage: "French" }, "/defaultLanguage"],
    [{ products: ["A", "a"] }, "/products"],
    [{ products: ["A"] }, "/defaultProduct"],
    [{ defaultProduct: "Unknown" }, "/defaultProduct"],
    [{ owner: "me" }, "/owner"],
  ])("refuses %o", async (body, pointer) => {
    const answer = await patch(body);
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors).toContainEqual({ pointer, message: expect.any(String) });
  });

  test("products and their default change together", async () => {
    const answer = await patch({
      products: [" Officevibe ", "Pingboard"],
      defaultProduct: "Officevibe",
    });
    expect(answer.json()).toMatchObject({
      products: ["Officevibe", "Pingboard"],
      defaultProduct: "Officevibe",
    });
    expect((await patch({ defaultProduct: null })).json().defaultProduct).toBeNull();
  });

  test("another workspace keeps its own", async () => {
    const other = await world.call("GET", "/api/v1/workspace", { key: world.other.keys.read });
    expect(other.json()).toMatchObject({ name: "Other", products: ["Muster"], seatLimit: null });
  });
});

describe("provisioning settings", () => {
  const url = "/api/v1/provisioning/settings";
  const patch = (body: object) => world.call("PATCH", url, { body });

  test("begin with the defaults", async () => {
    expect((await world.call("GET", url)).json()).toEqual(DEFAULT_SETTINGS);
  });

  test("change only where they are given, within thresholds too", async () => {
    const answer = await patch({ thresholds: { users: 100, removalsPercent: null }, paused: true });
    const wanted = {
      ...DEFAULT_SETTINGS,
      paused: true,
      thresholds: { ...DEFAULT_SETTINGS.thresholds, users: 100, removalsPercent: null },
    };
    expect(answer.json()).toEqual(wanted);
    expect((await world.call("GET", url)).json()).toEqual(wanted);
    expect(await lastAudit()).toMatchObject({
      action: "settings_updated",
      before: { "thresholds.users": null, "thresholds.removalsPercent": 10, paused: false },
      after: { "thresholds.users": 100, "thresholds.removalsPercent": null, paused: true },
    });
  });

  test("are stored only where they differ from the defaults", async () => {
    await patch({ paused: false, thresholds: { users: null, removalsPercent: 10, teams: 0 } });
    const stored = await world.database.query("select settings from workspaces where id = $1", [
      world.workspace.id,
    ]);
    expect(stored.rows).toEqual([{ settings: { thresholds: { teams: 0 } } }]);
  });

  test.each([
    [{ thresholds: { removalsPercent: 101 } }, "/thresholds/removalsPercent"],
    [{ thresholds: { users: -1 } }, "/thresholds/users"],
    [{ thresholds: { planets: 1 } }, "/thresholds/planets"],
    [{ thresholds: null }, "/thresholds"],
    [{ approvalExpiryDays: 0 }, "/approvalExpiryDays"],
    [{ absentInvited: "forget" }, "/absentInvited"],
    [{ paused: "yes" }, "/paused"],
    [{ unknown: 1 }, "/unknown"],
  ])("refuse %o", async (body, pointer) => {
    const answer = await patch(body);
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors).toContainEqual({ pointer, message: expect.any(String) });
  });

  test("are each workspace's own", async () => {
    const other = await world.call("GET", url, { key: world.other.keys.read });
    expect(other.json()).toEqual(DEFAULT_SETTINGS);
  });
});

describe("properties", () => {
  const url = "/api/v1/properties";
  const list = async (key = world.workspace.keys.read) =>
    (await world.call("GET", url, { key })).json<{ items: { key: string; label: string }[] }>()
      .items;

  test("begin with the default ones, in order", async () => {
    const items = await list();
    expect(items.map((item) => item.key).slice(0, 3)).toEqual([
      "department",
      "company",
      "division",
    ]);
    expect(items).toContainEqual({
      key: "hireDate",
      label: "Hire date",
      type: "date",
      sensitive: false,
      isDefault: true,
    });
  });

  test("are added behind the others, changed, and deleted with their values", async () => {
    const made = await world.call("POST", url, { body: { label: "T-shirt size (EU)" } });
    expect(made.statusCode).toBe(201);
    expect(made.json()).toEqual({
      key: "tShirtSizeEu",
      label: "T-shirt size (EU)",
      type: "text",
      sensitive: false,
      isDefault: false,
    });
    expect((await list()).at(-1)?.key).toBe("tShirtSizeEu");

    const changed = await world.call("PATCH", `${url}/tShirtSizeEu`, { body: { sensitive: true } });
    expect(changed.json()).toMatchObject({ label: "T-shirt size (EU)", sensitive: true });

    const { database, workspace, other } = world;
    for (const { id } of [workspace, other]) {
      await database.query(
        "insert into users (workspace_id, email, profile) values ($1, 'a@example.com', $2)",
        [id, { tShirtSizeEu: "M", jobTitle: "Smith" }],
      );
    }
    expect((await world.call("DELETE", `${url}/tShirtSizeEu`)).statusCode).toBe(204);
    const { rows } = await database.query("select profile from users order by workspace_id");
    expect(rows).toEqual([
      { profile: { jobTitle: "Smith" } },
      { profile: { tShirtSizeEu: "M", jobTitle: "Smith" } },
    ]);
    expect(await lastAudit()).toMatchObject({
      action: "property_deleted",
      target: { id: "tShirtSizeEu" },
      before: { values: 1 },
    });
    expect((await world.call("DELETE", `${url}/tShirtSizeEu`)).statusCode).toBe(404);
  });

  test("no two may answer to one column name", async () => {
    for (const label of [
      "hire_DATE",
      "Cost-Center",
      "Service",
      "First Name",
      "e mail",
      "Id",
      "manager",
    ]) {
      const answer = await world.call("POST", url, { body: { key: "fresh", label } });
      expect(answer.json(), label).toMatchObject({
        ...{ status: 409, code: "property_name_taken" },
        errors: [{ fault: "mistaken" }],
      });
    }
    const clash = await world.call("PATCH", `${url}/city`, { body: { label: "Country" } });
    expect(clash.statusCode).toBe(409);
    expect((await world.call("PATCH", `${url}/city`, { body: { label: "City" } })).statusCode).toBe(
      200,
    );
  });

  test("default ones stay", async () => {
    expect((await world.call("DELETE", `${url}/hireDate`)).json().code).toBe("default_property");
  });

  test("a label without a Latin letter needs a key", async () => {
    expect((await world.call("POST", url, { body: { label: "部門" } })).json().errors).toEqual([
      { pointer: "/key", message: expect.any(String), fault: "key_needed" },
    ]);
    const body = { key: "bumon", label: "部門" };
    expect((await world.call("POST", url, { body })).statusCode).toBe(201);
  });

  test("belong to one workspace", async () => {
    expect((await list(world.other.keys.read)).map((item) => item.key)).not.toContain("bumon");
    const { readWrite: key } = world.other.keys;
    expect(
      (await world.call("PATCH", `${url}/bumon`, { key, body: { label: "x" } })).statusCode,
    ).toBe(404);
    expect((await world.call("DELETE", `${url}/bumon`, { key })).statusCode).toBe(404);
  });
});

describe("the audit log", () => {
  const read = async (query: string, key = world.workspace.keys.read) =>
    (await world.call("GET", `/api/v1/audit?${query}`, { key })).json<{
      items: { action: string; id: string }[];
      nextCursor: string | null;
    }>();

  test("is filtered by actor, action, target and time", async () => {
    const actions = async (query: string) =>
      new Set((await read(`limit=200&${query}`)).items.map((item) => item.action));
    expect(await actions("action=settings_updated")).toEqual(new Set(["settings_updated"]));
    expect(await actions("action=settings_updated&action=workspace_updated")).toEqual(
      new Set(["settings_updated", "workspace_updated"]),
    );
    expect(await actions("target=property")).toEqual(
      new Set(["property_created", "property_updated", "property_deleted"]),
    );
    expect(await actions("targetType=property&target=T-SHIRT")).toContain("property_created");
    expect(await actions("targetType=sync&target=T-SHIRT")).toEqual(new Set());
    expect(await actions("targetType=workspace&targetType=property")).toEqual(
      new Set([...(await actions("target=property")), ...(await actions("target=workspace"))]),
    );
    expect(await actions("target=tshirtsizeEU")).toEqual(new Set());
    expect(await actions("target=T-SHIRT")).toContain("property_created");
    expect(await actions("actor=READ_WRITE&action=api_key_created")).toEqual(new Set());
    expect(await actions("actor=muster")).toEqual(
      new Set(["workspace_created", "api_key_created"]),
    );
    expect(await actions("to=2020-01-01")).toEqual(new Set());
    expect((await actions("from=2020-01-01")).size).toBeGreaterThan(3);
  });

  test("pages without gap or repeat, newest first", async () => {
    const whole = (await read("limit=200")).items.map((item) => item.id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof read>> = await read(
        `limit=3${cursor === null ? "" : `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(whole);
  });

  test("shows one workspace only", async () => {
    const mine = new Set((await read("limit=200")).items.map((item) => item.id));
    const theirs = (await read("limit=200", world.other.keys.read)).items;
    expect(theirs.length).toBeGreaterThan(0);
    for (const item of theirs) expect(mine).not.toContain(item.id);
  });
});

test("the troubleshooting text of every issue type is there", async () => {
  const { items } = (await world.call("GET", "/api/v1/issue-types")).json<{
    items: { type: string }[];
  }>();
  expect(items.map((item) => item.type)).toContain("manager_profile_missing");
});

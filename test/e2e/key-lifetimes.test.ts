import { expect } from "vitest";
import type { ApiKey } from "../../src/contract/api-key.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const DAY_MS = 24 * 3600_000;

type Issued = ApiKey & { key: string };
const create = (server: TestServer, name: string) =>
  server.client.call<Issued>("POST", "/api-keys", { name, scope: "read", expiresAt: null });

async function statusWith(server: TestServer, { key }: Issued): Promise<number> {
  const headers = { authorization: `Bearer ${key}` };
  return (await fetch(`${server.address}/api/v1/syncs`, { headers })).status;
}

/** Moves the end of a key, as if time had passed. */
const setEnd = (server: TestServer, { id }: Issued, sql: string) =>
  server.database.query(`update api_keys set expires_at = ${sql} where 'key_' || id = $1`, [id]);

test("a new key works for 90 days unless it is told otherwise", async ({ server, open }) => {
  const page = await open("/provisioning/keys");
  await page.getByRole("button", { name: "Create a key" }).click();
  const dialog = page.getByRole("dialog", { name: "Create an API key" });
  await dialog.getByRole("button", { name: /90 days/ }).waitFor();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Usual");
  await dialog.getByRole("button", { name: "Create a key" }).click();
  await page.getByRole("dialog", { name: "Key “Usual”" }).waitFor();
  const { items } = await server.client.call<{ items: ApiKey[] }>("GET", "/api-keys");
  const made = items.find(({ name }) => name === "Usual")!;
  expect(Date.parse(made.expiresAt!) - Date.parse(made.createdAt)).toBeGreaterThan(89.9 * DAY_MS);
  expect(Date.parse(made.expiresAt!) - Date.parse(made.createdAt)).toBeLessThan(90.1 * DAY_MS);
});

test("the list tells which keys end soon, and which have ended", async ({ server, open }) => {
  const soon = await create(server, "Ends soon");
  const late = await create(server, "Ends late");
  const over = await create(server, "Has ended");
  await setEnd(server, soon, "now() + interval '13 days'");
  await setEnd(server, late, "now() + interval '15 days'");
  await setEnd(server, over, "now() - interval '1 minute'");
  const page = await open("/provisioning/keys");
  const row = (name: string) => page.getByRole("row", { name: new RegExp(`^${name}`) });
  await row("Ends soon").getByText("Expires soon").waitFor();
  await row("Has ended").getByText("Expired").waitFor();
  await row("Ends late").getByText("Never used").waitFor();
  expect(await row("Ends late").getByText("Expires soon").count()).toBe(0);
  await expectAccessible(page);
  expect([await statusWith(server, soon), await statusWith(server, over)]).toEqual([200, 401]);
});

test("a key that was replaced ends after a day", async ({ server, open }) => {
  const old = await create(server, "Nightly");
  const page = await open("/provisioning/keys");
  await page.getByRole("button", { name: "Actions for Nightly" }).click();
  await page.getByRole("menuitem", { name: "Rotate" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Rotate the key" }).click();
  const shown = page.getByRole("dialog", { name: "Key “Nightly”" });
  const key = await shown.getByRole("textbox", { name: "The key" }).inputValue();
  const { rows } = await server.database.query<{ hours: number }>(
    "select extract(epoch from expires_at - now())::float8 / 3600 as hours from api_keys where 'key_' || id = $1",
    [old.id],
  );
  expect(rows[0]!.hours).toBeGreaterThan(23.5);
  expect(rows[0]!.hours).toBeLessThanOrEqual(24);
  expect(await statusWith(server, old)).toBe(200);
  // A day later.
  await setEnd(server, old, "expires_at - interval '24 hours'");
  expect(await statusWith(server, old)).toBe(401);
  expect(await statusWith(server, { ...old, key })).toBe(200);
  await page.reload();
  const ended = page.getByRole("row", { name: /^Nightly Expired/ });
  await ended.waitFor();
});

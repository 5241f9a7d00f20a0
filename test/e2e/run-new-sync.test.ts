import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { labelOf } from "./support/label-of.ts";
import { LOOKS } from "./support/look.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { stageSync } from "./support/stage-sync.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const people = (count: number) =>
  `id,email,jobTitle\n${Array.from({ length: count }, (_, n) => `${n},p${n}@northwind.example,Nurse ${count}`).join("\n")}`;
const dialogOn = (page: Page) => page.getByRole("dialog", { name: "Run new sync" });
const fact = (page: Page, name: string) =>
  dialogOn(page).locator(".fact").filter({ hasText: name }).getByRole("definition");
/** While the dialog's facts come in, its choices move: what was missed is clicked again. */
const choose = async (page: Page, name: string): Promise<void> => {
  const radio = dialogOn(page).getByRole("radio", { name });
  await expect
    .poll(async () => {
      await labelOf(radio).click();
      return radio.isChecked();
    })
    .toBe(true);
};

/** The page in which the dialog is open. */
async function openDialog(open: (path: string) => Promise<Page>, path = "/syncs"): Promise<Page> {
  const page = await open(path);
  await page.locator(".page-actions").getByRole("button", { name: "Run new sync" }).click();
  await dialogOn(page).waitFor();
  return page;
}

async function countSyncs(server: TestServer): Promise<number> {
  return (await server.client.listSyncs()).length;
}

describe("before any data has come in", () => {
  test("the dialog shows what to send, ready to be copied", async ({ open, server }) => {
    const page = await openDialog(open, "/syncs");
    await fact(page, "Last data").getByText("None yet").waitFor();
    const stored = dialogOn(page).getByRole("radio", { name: "Run the stored input again" });
    await dialogOn(page).getByText("No data is stored any more.").waitFor();
    expect(await stored.isDisabled()).toBe(true);
    const sample = dialogOn(page).getByRole("figure", { name: "Request to send" });
    await sample.getByText(`${server.url}/api/v1/provisioning/csv?dryRun=true`).waitFor();
    await choose(page, "Sync now");
    await choose(page, "JSON");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await sample.getByRole("button", { name: "Copy request" }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\n")[0]).toBe(`curl "${server.url}/api/v1/provisioning/json" \\`);
    expect(copied).toContain("$MUSTER_API_KEY");
    await dialogOn(page).getByRole("link", { name: "Create an API key" }).click();
    await page.getByRole("heading", { level: 1, name: "API keys" }).waitFor();
    expect(await dialogOn(page).count()).toBe(0);
  });

  test("files can be chosen instead", async ({ open }) => {
    const page = await openDialog(open, "/syncs");
    await choose(page, "Upload CSV files");
    await dialogOn(page).getByRole("link", { name: "Choose files" }).click();
    await page.getByRole("heading", { level: 1, name: "Data source" }).waitFor();
    expect(await dialogOn(page).count()).toBe(0);
  });
});

describe("the stored input", () => {
  test("is run again: a preview, which changes nothing", async ({ open, server }) => {
    await server.pushCsv({ members: people(3) });
    const page = await openDialog(open, "/syncs");
    await fact(page, "Data source").getByText("API push").waitFor();
    await fact(page, "Last data").getByText("Completed").waitFor();
    await fact(page, "Approval limits").getByText("Limit for removals: 10%").waitFor();
    await fact(page, "Automatic Invite").getByText("Off").waitFor();
    await dialogOn(page)
      .getByText(/Data of sync #1, sent .+: 3 members\./)
      .waitFor();
    await dialogOn(page).getByRole("button", { name: "Start preview" }).click();
    await page.waitForURL("**/syncs/2");
    await page.getByRole("heading", { level: 1, name: /^Preview of/ }).waitFor();
    const sync = await server.script.settle("2");
    expect(sync).toMatchObject({ dryRun: true, status: "completed", trigger: { actor: "admin" } });
    expect(sync.rerunOf).toBe((await server.client.readSync("1")).id);
    // The history has it at once, without asking.
    await page.getByRole("link", { name: "Sync history" }).first().click();
    await page.locator('[href="/syncs/2"].row-link').waitFor();
    // Each of the two leads to the other.
    await page.goto("/syncs/2?tab=activity");
    await page.getByRole("link", { name: "an earlier sync" }).click();
    await page.waitForURL(new RegExp(`/syncs/${sync.rerunOf}`));
    await page.getByRole("tab", { name: "Activity" }).click();
    await page.getByRole("listitem").filter({ hasText: "as sync #2" }).getByRole("link").click();
    await page.waitForURL("**/syncs/2");
  });

  test("is applied when asked for; of an older push it waits, and that is said first", async ({
    open,
    server,
  }) => {
    await server.pushCsv({ members: people(4) });
    const page = await openDialog(open, "/syncs/1");
    await dialogOn(page)
      .getByText(/Data of sync #1, sent/)
      .waitFor();
    const older = dialogOn(page).getByText(/Newer data came in on .+ wait for approval\./);
    expect(await older.count()).toBe(0);
    await choose(page, "Sync now");
    await older.waitFor();
    await expectAccessible(page);
    await dialogOn(page).getByRole("button", { name: "Start sync" }).click();
    await page.waitForURL("**/syncs/4");
    await page.getByText("Needs approval").first().waitFor();
    expect((await server.script.settle("4")).hold?.reason).toBe("older_input");

    await openDialog(async () => page.goto("/syncs/3").then(() => page));
    await choose(page, "Sync now");
    await dialogOn(page)
      .getByText(/Data of sync #3, sent/)
      .waitFor();
    expect(await older.count()).toBe(0);
    await dialogOn(page).getByRole("button", { name: "Start sync" }).click();
    await page.waitForURL("**/syncs/5");
    expect((await server.script.settle("5")).status).toBe("completed");
  });

  test("that is kept no longer cannot be run, and the page says so", async ({ open, server }) => {
    const page = await openDialog(open, "/syncs/1");
    await dialogOn(page)
      .getByText(/Data of sync #1, sent/)
      .waitFor();
    await server.database.query("update inputs set expired_at = now()");
    const before = await countSyncs(server);
    await dialogOn(page).getByRole("button", { name: "Start preview" }).click();
    await dialogOn(page).getByText("The sync was not started.").waitFor();
    await dialogOn(page)
      .getByText("The data of this sync is no longer stored, so it cannot be run again.")
      .waitFor();
    expect(await countSyncs(server)).toBe(before);
    await page.reload();
    await page.locator(".page-actions").getByRole("button", { name: "Run new sync" }).click();
    await dialogOn(page).getByText("The data of this sync is no longer stored.").waitFor();
    await server.database.query("update inputs set expired_at = null");
  });
});

test("a sync that is running is told, and can be watched", async ({ open, server }) => {
  await stageSync(server, 1, { status: "pending", phase: "reading" });
  const page = await openDialog(open, "/syncs");
  await dialogOn(page).getByText("A sync is already running.").waitFor();
  await dialogOn(page).getByRole("link", { name: "Watch it" }).click();
  await page.waitForURL("**/syncs/1");
  expect(await dialogOn(page).count()).toBe(0);
  await stageSync(server, 1, { status: "approved", phase: "done" });
});

test("paused syncing is said before anything else", async ({ open, server }) => {
  await server.client.call("PATCH", "/provisioning/settings", { paused: true });
  const page = await openDialog(open, "/syncs");
  await dialogOn(page).getByText("Syncing is paused. Every sync waits for approval.").waitFor();
  await dialogOn(page).getByRole("link", { name: "Change these settings" }).click();
  await page.waitForURL("**/provisioning/rules");
  await server.client.call("PATCH", "/provisioning/settings", { paused: false });
});

describe("axe finds nothing in the dialog", () => {
  for (const look of LOOKS) {
    test(`${look.language}, ${look.width} px`, async ({ open }) => {
      const page = await open("/syncs", look);
      await page.locator(".page-actions button").last().click();
      await page.getByRole("dialog").locator(".facts ul").waitFor();
      await expectAccessible(page);
      await labelOf(page.getByRole("dialog").getByRole("radio").nth(1)).click();
      await page.getByRole("dialog").getByRole("figure").waitFor();
      await expectAccessible(page);
    });
  }
});

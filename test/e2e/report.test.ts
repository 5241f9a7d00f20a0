import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { ReportEntry } from "../../src/contract/entry.ts";
import type { Facets } from "../../src/contract/report-queries.ts";
import type { Sync } from "../../src/contract/sync.ts";
import { addressOf, detailsOn, isInView, rowAt, updatesOf } from "./support/report-page.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "demo" });

const count = (page: Page, words: string) => page.getByRole("status").getByText(words);

async function findSync(server: TestServer, isWanted: (sync: Sync) => boolean): Promise<Sync> {
  const found = (await server.client.listSyncs()).findLast(isWanted);
  if (found === undefined) throw new Error("The demo has no such sync.");
  return found;
}

const isWaiting = (sync: Sync) => sync.phase === "awaiting_approval";

async function listEntries(server: TestServer, sync: Sync, query: string): Promise<ReportEntry[]> {
  const { items } = await server.client.call<{ items: ReportEntry[] }>(
    "GET",
    `/syncs/${sync.number}/entries?limit=200&${query}`,
  );
  return items;
}

async function countFacets(server: TestServer, sync: Sync, query: string): Promise<Facets> {
  return server.client.call<Facets>("GET", `/syncs/${sync.number}/facets?${query}`);
}

describe("the rows of a report", () => {
  test("say for each update what it is, about whom, and what changes", async ({ open, server }) => {
    const sync = await findSync(server, isWaiting);
    const [entry] = await listEntries(server, sync, "type=user_updated");
    const page = await open(`/syncs/${sync.number}`);
    const row = updatesOf(page).getByRole("row", { name: entry!.subject!.name }).first();
    await row.getByText("User updated").waitFor();
    await row.getByText(entry!.subject!.email!).waitFor();
    await row.getByText(String(entry!.changes[0]!.after)).waitFor();
    await count(page, `${sync.updates.planned} rows`).waitFor();
    const head = await updatesOf(page).getByRole("columnheader").allTextContents();
    expect(head).toEqual(["Type", "User or team", "Email", "Change"]);
  });

  test("are filtered by type, counted under the other filters, chip by chip", async ({
    open,
    server,
  }) => {
    const sync = await findSync(server, isWaiting);
    const all = await countFacets(server, sync, "kind=update");
    const ofUsers = await countFacets(server, sync, "kind=update&subject=user");
    const page = await open(`/syncs/${sync.number}`);
    await page.getByRole("button", { name: "Type", exact: true }).click();
    const teamDeleted = page.getByRole("menuitemcheckbox", { name: "Team deleted" });
    await teamDeleted.getByText(String(all.type.team_deleted), { exact: true }).waitFor();
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "Users and teams" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Users" }).click();
    await page.keyboard.press("Escape");
    await count(page, `${ofUsers.total} rows`).waitFor();
    await page.getByRole("button", { name: "Type", exact: true }).click();
    await teamDeleted.getByText("0", { exact: true }).waitFor();
    await page.getByRole("menuitemcheckbox", { name: "User deactivated" }).click();
    await page.getByRole("menuitemcheckbox", { name: "User deleted" }).click();
    await page.keyboard.press("Escape");

    const both = ofUsers.type.user_deactivated! + ofUsers.type.user_deleted!;
    await count(page, `${both} rows`).waitFor();
    await expect
      .poll(() => addressOf(page))
      .toBe(`/syncs/${sync.number}?type=user_deactivated,user_deleted&entity=user`);
    await page.getByRole("button", { name: "Remove the filter Type is User deactivated" }).click();
    await count(page, `${ofUsers.type.user_deleted} rows`).waitFor();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await count(page, `${sync.updates.planned} rows`).waitFor();
    expect(addressOf(page)).toBe(`/syncs/${sync.number}`);
  });

  test("are filtered by the field that changes", async ({ open, server }) => {
    const sync = await findSync(server, isWaiting);
    const { field } = await countFacets(server, sync, "kind=update");
    const page = await open(`/syncs/${sync.number}?type=user_updated`);
    await page.getByRole("button", { name: "Field", exact: true }).click();
    const jobTitle = page.getByRole("menuitemcheckbox", { name: "Job title" });
    await jobTitle.getByText(String(field.jobTitle), { exact: true }).waitFor();
    await jobTitle.click();
    await page.keyboard.press("Escape");
    const { total } = await countFacets(server, sync, "type=user_updated&field=jobTitle");
    await count(page, `${total} row`).waitFor();
    await page.getByRole("button", { name: "Remove the filter Field is Job title" }).waitFor();
  });

  test("are searched by name, email and ID; Back leaves what was typed", async ({
    open,
    server,
  }) => {
    const sync = await findSync(server, isWaiting);
    const [entry] = await listEntries(server, sync, "type=user_updated");
    const { name, email, externalId } = entry!.subject!;
    const page = await open("/syncs");
    await page.getByRole("table").waitFor();
    await page.goto(`/syncs/${sync.number}`);
    await rowAt(updatesOf(page), 0).waitFor();
    await page.keyboard.press("/");
    const search = page.getByRole("searchbox", { name: "Name, email or ID" });
    for (const text of [name.toUpperCase(), email!.slice(0, 12), externalId!]) {
      await search.fill(text);
      const { total } = await countFacets(
        server,
        sync,
        `kind=update&q=${encodeURIComponent(text)}`,
      );
      await count(page, total === 1 ? "1 row" : `${total} rows`).waitFor();
      await updatesOf(page).getByRole("row", { name }).first().waitFor();
    }
    await expect.poll(() => addressOf(page)).toBe(`/syncs/${sync.number}?q=${externalId}`);
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Sync history" }).waitFor();
  });

  test("that no filter passes say so, and how to see all again", async ({ open, server }) => {
    const sync = await findSync(server, isWaiting);
    const page = await open(`/syncs/${sync.number}?q=nobody+of+this+name`);
    await page.getByText("No rows match these filters.").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await rowAt(updatesOf(page), 0).waitFor();
    expect(await page.getByRole("searchbox").inputValue()).toBe("");
  });

  test("leave out of the address what no longer exists, and say so", async ({ open, server }) => {
    const sync = await findSync(server, isWaiting);
    const page = await open(`/syncs/${sync.number}?type=user_updated,user_cloned`);
    await page.getByText("Some filters in this link no longer exist.").waitFor();
    await page.getByRole("button", { name: "Type (1)" }).waitFor();
  });
});

describe("details of a row", () => {
  test("open beside the list, follow J and K, close with Escape", async ({ open, server }) => {
    const sync = await findSync(server, isWaiting);
    const entries = await listEntries(server, sync, "type=user_updated");
    const page = await open(`/syncs/${sync.number}?type=user_updated`);
    await rowAt(updatesOf(page), 0).click();
    const [first, second] = entries;
    await detailsOn(page).getByRole("heading", { name: first!.subject!.name }).waitFor();
    const [change] = first!.changes;
    await detailsOn(page).getByText(`Before: − ${change!.before}`).waitFor();
    await detailsOn(page).getByText(`After: + ${change!.after}`).waitFor();
    await detailsOn(page)
      .getByText(/Matched by external ID/)
      .waitFor();
    await expect.poll(() => addressOf(page)).toContain(`row=${first!.seq}`);

    await page.keyboard.press("j");
    await detailsOn(page).getByRole("heading", { name: second!.subject!.name }).waitFor();
    await expect.poll(() => addressOf(page)).toContain(`row=${second!.seq}`);
    await detailsOn(page).getByRole("button", { name: "Close details" }).focus();
    await page.keyboard.press("k");
    await detailsOn(page).getByRole("heading", { name: first!.subject!.name }).waitFor();
    expect(await rowAt(updatesOf(page), 0).getAttribute("aria-selected")).toBe("true");

    await page.keyboard.press("Escape");
    await detailsOn(page).waitFor({ state: "detached" });
    expect(addressOf(page)).toBe(`/syncs/${sync.number}?type=user_updated`);
  });

  test("count the fields that stay, and show them when asked", async ({ open, server }) => {
    const sync = await findSync(server, isWaiting);
    const [entry] = await listEntries(server, sync, "type=user_updated");
    const page = await open(`/syncs/${sync.number}?row=${entry!.seq}`);
    const hidden = detailsOn(page).getByRole("button", { name: /fields hidden$/ });
    await detailsOn(page).getByText("Department").waitFor({ state: "detached" });
    await hidden.click();
    await detailsOn(page).getByText("Department").waitFor();
    await detailsOn(page).getByText("As the directory has them now.").waitFor();
  });

  test("are found by the keyboard alone", async ({ open, server }) => {
    const sync = await findSync(server, isWaiting);
    const entries = await listEntries(server, sync, "kind=update");
    const page = await open(`/syncs/${sync.number}`);
    await rowAt(updatesOf(page), 0).waitFor();
    await page.keyboard.press("f");
    const menu = page.getByRole("menu", { name: "Type" });
    await menu.waitFor();
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "detached" });
    await updatesOf(page).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await detailsOn(page).getByRole("heading", { name: entries[2]!.subject!.name }).waitFor();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.keyboard.press("c");
    await page.getByText("Link copied").first().waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(page.url());
    expect(copied).toContain(`row=${entries[2]!.seq}`);
  });

  test("of a link are shown with their row in view", async ({ open, server }) => {
    const sync = await findSync(server, (it) => it.updates.planned > 1000);
    const { total } = await countFacets(server, sync, "kind=update");
    const offset = total - 300;
    const [entry] = await listEntries(server, sync, `kind=update&offset=${offset}`);
    const page = await open(`/syncs/${sync.number}?row=${entry!.seq}`);
    await detailsOn(page).getByRole("heading", { name: entry!.subject!.name }).waitFor();
    const row = rowAt(updatesOf(page), offset);
    await row.waitFor();
    expect(await row.getAttribute("aria-selected")).toBe("true");
    expect(await isInView(page, row)).toBe(true);
  });

  test("that filters hide are shown in the list when asked", async ({ open, server }) => {
    const sync = await findSync(server, isWaiting);
    const [entry] = await listEntries(server, sync, "type=team_deleted");
    const page = await open(`/syncs/${sync.number}?type=user_updated&row=${entry!.seq}`);
    await detailsOn(page).getByText("This row is not among the rows shown.").waitFor();
    await detailsOn(page).getByRole("link", { name: "Show it in the list" }).click();
    const row = updatesOf(page).getByRole("row", { selected: true });
    await row.getByText(entry!.subject!.name).waitFor();
    await expect.poll(() => isInView(page, row)).toBe(true);
  });

  test("of no row say that there is none", async ({ open, server }) => {
    const sync = await findSync(server, isWaiting);
    const page = await open(`/syncs/${sync.number}?row=99999`);
    await detailsOn(page).getByText("This report has no such row.").waitFor();
    await detailsOn(page).getByRole("button", { name: "Close details" }).click();
    await detailsOn(page).waitFor({ state: "detached" });
  });

  test("cover the page where it is narrow: J and K still move, Back closes them", async ({
    open,
    server,
  }) => {
    const sync = await findSync(server, isWaiting);
    const entries = await listEntries(server, sync, "type=user_updated");
    const page = await open(`/syncs/${sync.number}?type=user_updated`, { width: 1000 });
    await rowAt(updatesOf(page), 0).click();
    const sheet = page.getByRole("dialog");
    await sheet
      .getByRole("heading", { level: 2, name: entries[0]!.subject!.name })
      .last()
      .waitFor();
    await page.keyboard.press("j");
    await sheet
      .getByRole("heading", { level: 2, name: entries[1]!.subject!.name })
      .last()
      .waitFor();
    await page.goBack();
    await sheet.waitFor({ state: "detached" });
    expect(addressOf(page)).toBe(`/syncs/${sync.number}?type=user_updated`);
    await rowAt(updatesOf(page), 1).click();
    await sheet
      .getByRole("heading", { level: 2, name: entries[1]!.subject!.name })
      .last()
      .waitFor();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
  });
});

describe("coming back", () => {
  test("by Back or by loading again finds filters, place and selection", async ({
    open,
    server,
  }) => {
    const sync = await findSync(server, (it) => it.updates.planned > 1000);
    const path = `/syncs/${sync.number}`;
    const page = await open(path);
    await rowAt(updatesOf(page), 0).waitFor();
    await updatesOf(page).focus();
    await page.keyboard.press("End");
    const last = (await countFacets(server, sync, "kind=update")).total - 1;
    await rowAt(updatesOf(page), last).waitFor();
    for (let moves = 0; moves < 4; moves++) await page.keyboard.press("PageUp");
    await page.keyboard.press("Enter");
    const selected = updatesOf(page).getByRole("row", { selected: true });
    const name = await detailsOn(page).getByRole("heading", { level: 2 }).textContent();
    await expect.poll(() => addressOf(page)).toContain("row=");
    const address = addressOf(page);
    const index = await selected.getAttribute("aria-rowindex");
    const isBack = async () => {
      await detailsOn(page).getByRole("heading", { level: 2, name: name! }).waitFor();
      expect(await selected.getAttribute("aria-rowindex")).toBe(index);
      await expect.poll(() => isInView(page, selected)).toBe(true);
      expect(addressOf(page)).toBe(address);
    };

    await page.reload();
    await isBack();
    await page
      .getByRole("link", { name: /^Users/ })
      .first()
      .click();
    await detailsOn(page).waitFor({ state: "detached" });
    await page.goBack();
    await isBack();

    // Another filter is another list, and Back leads to the place in the first.
    await page.getByRole("button", { name: "Type", exact: true }).click();
    await page.getByRole("menuitemcheckbox", { name: "Team created" }).click();
    await page.keyboard.press("Escape");
    await rowAt(updatesOf(page), 0).getByText("Team created").waitFor();
    await page.goBack();
    await isBack();
  });
});

import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expireWaiting } from "../../src/engine/close-waiting.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import type { TestServer } from "./support/test-server.ts";
import { addLeavers, holdQueue, makeWaitingSync, STAYING_FILE } from "./support/waiting-syncs.ts";

const test = setUpPages({ data: "empty" });

const bar = (page: Page) => page.getByRole("region", { name: "State of this sync" });
const badge = (page: Page, name: string) =>
  page.getByRole("main").locator(".page-heading").getByText(name, { exact: true });
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

async function countPeople(server: TestServer): Promise<number> {
  const users = await server.client.listUsers();
  return users.filter(({ status }) => status !== "deleted").length;
}

describe("approving", () => {
  test("past the limit for removals it takes the number of people, and says what is unusual", async ({
    server,
    open,
  }) => {
    const { sync, deleted } = await makeWaitingSync(server);
    const before = await countPeople(server);
    const page = await open(`/syncs/${sync.number}`);
    await bar(page).getByText("Nothing has been changed yet.").waitFor();
    const limit = `Users to lose access or be deleted: ${deleted} planned,`;
    await bar(page).getByText(limit).waitFor();
    await bar(page)
      .getByRole("link", { name: `${deleted} to delete` })
      .waitFor();

    await button(page, "Approve…").click();
    const dialog = page.getByRole("alertdialog", { name: `Approve ${deleted} updates?` });
    await dialog.getByText("of your directory").waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe("Cancel");
    const approve = dialog.getByRole("button", { name: `Approve and delete ${deleted} users` });
    expect(await approve.isDisabled()).toBe(true);
    const number = dialog.getByRole("textbox", { name: `Type ${deleted} to confirm` });
    await number.fill(String(deleted + 1));
    await dialog.getByText(`This is not ${deleted}.`).waitFor();
    expect(await approve.isDisabled()).toBe(true);
    await number.fill(String(deleted));
    await dialog.getByRole("textbox", { name: "Note" }).fill("Agreed with HR.");
    await approve.click();

    await dialog.waitFor({ state: "detached" });
    await badge(page, "Approved").waitFor();
    await bar(page)
      .getByText(/Approved by .+ on /)
      .waitFor();
    await bar(page).getByText("Agreed with HR.").waitFor();
    await bar(page).getByText(`${deleted} updates were applied.`).waitFor();
    // Nobody is lost: the focus is where the button was.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("State of this sync");
    expect(await countPeople(server)).toBe(before - deleted);
  });

  test("takes the sync from the number of those that need approval", async ({ server, open }) => {
    const { sync, deleted } = await makeWaitingSync(server);
    const page = await open(`/syncs/${sync.number}`);
    const pill = page.getByRole("navigation", { name: "Main" }).getByText(/syncs? needs? approval/);
    await pill.waitFor();
    expect(await pill.innerText()).toContain("1 sync needs approval");
    await button(page, "Approve…").click();
    const dialog = page.getByRole("alertdialog", { name: `Approve ${deleted} updates?` });
    await dialog.getByRole("textbox", { name: `Type ${deleted} to confirm` }).fill(String(deleted));
    await dialog.getByRole("button", { name: `Approve and delete ${deleted} users` }).click();
    await badge(page, "Approved").waitFor();
    await pill.waitFor({ state: "detached" });
  });

  test("the rows that are meant are a link away, and looking decides nothing", async ({
    server,
    open,
  }) => {
    const { sync } = await makeWaitingSync(server);
    const page = await open(`/syncs/${sync.number}?tab=activity`);
    await button(page, "Approve…").click();
    await page.getByRole("link", { name: "Show these users" }).click();
    await page.waitForURL(/type=user_deactivated,user_deleted/);
    expect(await page.getByRole("alertdialog").count()).toBe(0);
    expect((await server.client.readSync(sync.id)).phase).toBe("awaiting_approval");
  });

  test("updates that no longer fit are counted before", async ({ server, open }) => {
    const { sync, deleted } = await makeWaitingSync(server);
    const leaver = (await server.client.listUsers()).find(({ email }) =>
      email?.startsWith("leave"),
    );
    await server.client.call("DELETE", `/users/${leaver?.id}`);
    const page = await open(`/syncs/${sync.number}`);
    await button(page, "Approve…").click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByText("1 update no longer fits and will be skipped.").waitFor();
    await dialog.getByRole("textbox", { name: `Type ${deleted}` }).fill(String(deleted));
    await dialog.getByRole("button", { name: /^Approve and delete/ }).click();
    await bar(page).getByText("1 was skipped, because the directory had changed").waitFor();
    await bar(page).getByRole("link", { name: "Show them" }).click();
    await page.waitForURL(/outcome=skipped/);
  });

  test("while another sync is worked on it waits its turn, and then goes on by itself", async ({
    server,
    open,
  }) => {
    const { sync, deleted } = await makeWaitingSync(server);
    const release = await holdQueue(server);
    const page = await open(`/syncs/${sync.number}`);
    await button(page, "Approve…").click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByRole("textbox", { name: `Type ${deleted}` }).fill(String(deleted));
    await dialog.getByRole("button", { name: /^Approve and delete/ }).click();
    await bar(page).getByText("as soon as the sync before it is done").waitFor();
    expect(await button(page, "Download report").isDisabled()).toBe(true);
    await bar(page).getByText("You can download the report when the sync is finished.").waitFor();
    await release();
    await bar(page).getByText(`${deleted} updates were applied.`).waitFor();
    expect(await button(page, "Download report").isDisabled()).toBe(false);
  });
});

describe("two people at once", () => {
  test("the second is told who was faster, and nothing is done in their name", async ({
    server,
    open,
  }) => {
    const { sync, deleted } = await makeWaitingSync(server);
    const zoe = await server.addAccount("Zoé Okafor", "admin");
    const first = await open(`/syncs/${sync.number}`);
    const second = await open(`/syncs/${sync.number}`, { as: zoe });
    await button(second, "Reject").click();
    await second.getByRole("alertdialog", { name: `Reject ${deleted} updates?` }).waitFor();

    await button(first, "Approve…").click();
    const question = first.getByRole("alertdialog");
    await question.getByRole("textbox", { name: `Type ${deleted}` }).fill(String(deleted));
    await question.getByRole("button", { name: /^Approve and delete/ }).click();
    await badge(first, "Approved").waitFor();

    const told = second.getByRole("dialog", { name: "Already decided" });
    await told.getByText(/approved this \d+ seconds? ago\./).waitFor();
    await told.getByText("Nothing was done in your name.").waitFor();
    await told.getByRole("button", { name: "Close" }).click();
    await badge(second, "Approved").waitFor();
    expect((await server.client.readSync(sync.id)).decision?.reason).toBe("approved_by_person");
  });

  test("also when the news had not come when the button was pressed", async ({ server, open }) => {
    const { sync } = await makeWaitingSync(server);
    const page = await open(`/syncs/${sync.number}`);
    await page.route("**/reject", async (route) => {
      // Somebody else decides while this is on its way.
      await server.client.decide(sync.id, "reject", "Not this week.");
      await route.continue();
    });
    await button(page, "Reject").click();
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: /^Reject/ })
      .click();
    const told = page.getByRole("dialog", { name: "Already decided" });
    await told.getByText(/rejected this \d+ seconds? ago\./).waitFor();
    expect((await server.client.readSync(sync.id)).decision?.comment).toBe("Not this week.");
  });
});

describe("rejecting", () => {
  test("applies nothing and keeps the reason", async ({ server, open }) => {
    const { sync, deleted } = await makeWaitingSync(server);
    const before = await countPeople(server);
    const page = await open(`/syncs/${sync.number}`);
    await button(page, "Reject").click();
    const dialog = page.getByRole("alertdialog", { name: `Reject ${deleted} updates?` });
    await dialog.getByRole("textbox", { name: "Reason" }).fill("The export was cut off.");
    await dialog.getByRole("button", { name: `Reject ${deleted} updates` }).click();
    await badge(page, "Rejected").waitFor();
    await bar(page).getByText("No updates were applied.").waitFor();
    await bar(page).getByText("The export was cut off.").waitFor();
    expect(await countPeople(server)).toBe(before);
    expect(await button(page, "Approve…").count()).toBe(0);
  });

  test("a newer sync that took its place is a link away", async ({ server, open }) => {
    const older = await makeWaitingSync(server);
    const newer = await makeWaitingSync(server);
    const page = await open(`/syncs/${older.sync.number}`);
    await badge(page, "Superseded").waitFor();
    await bar(page).getByRole("link", { name: "Open the newer sync" }).click();
    await badge(page, "Needs approval").waitFor();
    expect(page.url()).toContain(newer.sync.id);
  });
});

describe("cancelling", () => {
  test("asks, then nothing of the sync is applied", async ({ server, open }) => {
    await addLeavers(server);
    const release = await holdQueue(server);
    const form = new FormData();
    form.append("members", new Blob([STAYING_FILE]), "members.csv");
    const answer = await fetch(`${server.address}/api/v1/provisioning/csv`, {
      method: "POST",
      headers: { authorization: `Bearer ${server.apiKey}` },
      body: form,
    });
    const { sync } = (await answer.json()) as { sync: { number: number } };
    const page = await open(`/syncs/${sync.number}`);
    await bar(page).getByText("This sync waits for its turn.").waitFor();
    await button(page, "Cancel sync").click();
    const dialog = page.getByRole("alertdialog", { name: "Cancel this sync?" });
    await dialog.getByRole("button", { name: "Keep it running" }).click();
    await dialog.waitFor({ state: "detached" });
    await button(page, "Cancel sync").click();
    await dialog.getByRole("button", { name: "Cancel the sync" }).click();
    await badge(page, "Cancelled").waitFor();
    await bar(page)
      .getByText(/Cancelled by .+ on /)
      .waitFor();
    await bar(page).getByText("No updates were applied.").waitFor();
    await release();
  });
});

describe("time and role", () => {
  test("until when one can decide is shown, and that nobody did", async ({ server, open }) => {
    const { sync } = await makeWaitingSync(server);
    const day = new Intl.DateTimeFormat("en", { month: "long", day: "numeric", timeZone: "UTC" });
    const page = await open(`/syncs/${sync.number}`);
    const until = day.format(new Date(sync.expiresAt ?? ""));
    await bar(page).getByText(`This request expires on ${until}.`).waitFor();
    await server.database.query("update syncs set expires_at = now() where number = $1", [
      sync.number,
    ]);
    await expireWaiting(server.database);
    await badge(page, "Expired").waitFor();
    await bar(page)
      .getByText(/Nobody decided in time, so this sync expired on /)
      .waitFor();
  });

  test("a viewer sees what waits and why, and no way to decide", async ({ server, open }) => {
    const { sync } = await makeWaitingSync(server);
    const viewer = await server.addAccount("Vera Viewer", "viewer");
    const page = await open(`/syncs/${sync.number}`, { as: viewer });
    await bar(page).getByText("An admin reviews the updates").waitFor();
    expect(await button(page, /Approve|Reject|Cancel/).count()).toBe(0);
  });

  test("when the server does not answer, it says that nobody knows whether it was done", async ({
    server,
    open,
  }) => {
    const { sync } = await makeWaitingSync(server);
    const page = await open(`/syncs/${sync.number}`);
    page.faults.allow(/net::ERR_/);
    await button(page, "Reject").click();
    const dialog = page.getByRole("alertdialog");
    await page.route("**/reject", (route) => route.abort());
    await dialog.getByRole("button", { name: /^Reject/ }).click();
    const problem = dialog.getByRole("alert");
    await problem.getByText("The sync was not rejected.").waitFor();
    await problem.getByText("Whether it was done is not known.").waitFor();
    await page.unroute("**/reject");
    await dialog.getByRole("button", { name: /^Reject/ }).click();
    await badge(page, "Rejected").waitFor();
  });
});

import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { labelOf } from "./support/label-of.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import type { TestServer } from "./support/test-server.ts";
import { makeWaitingSync } from "./support/waiting-syncs.ts";

const test = setUpPages({ data: "empty" });

const button = (on: Page | Locator, name: string | RegExp) => on.getByRole("button", { name });
const field = (on: Page | Locator, name: string | RegExp) => on.getByRole("textbox", { name });
const unsaved = (page: Page) => page.getByRole("region", { name: /unsaved change/ });
const question = (page: Page, name: string | RegExp) => page.getByRole("alertdialog", { name });

/** Pushes one person with a key, as a script does; answers the status. */
async function pushWith(server: TestServer, key: string): Promise<number> {
  const form = new FormData();
  const text = "externalMemberId,email,firstName,lastName\nk-1,k1@northwind.example,Kim,Roy\n";
  form.append("members", new Blob([text], { type: "text/csv" }), "members.csv");
  const answer = await fetch(`${server.address}/api/v1/provisioning/csv?mode=partial`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
    body: form,
  });
  return answer.status;
}

async function makeKey(page: Page, name: string): Promise<string> {
  await button(page, "Create a key").click();
  const form = page.getByRole("dialog", { name: "Create an API key" });
  await field(form, "Name").fill(name);
  await button(form, "Create a key").click();
  const shown = page.getByRole("dialog", { name: `Key “${name}”` });
  return field(shown, "The key").inputValue();
}

async function askOf(page: Page, name: string, item: string): Promise<void> {
  await button(page, `Actions for ${name}`).first().click();
  await page.getByRole("menuitem", { name: item }).click();
}

describe("API keys", () => {
  test("a key is made, shown once, used, replaced and ended", async ({ server, open }) => {
    const page = await open("/provisioning/keys");
    await page.getByRole("table").waitFor();
    const key = await makeKey(page, "Payroll export");
    expect(key).toMatch(/^mus_/);
    const shown = page.getByRole("dialog", { name: "Key “Payroll export”" });
    await shown.getByText("You won’t see it again.").waitFor();
    expect(await shown.locator("pre").innerText()).toContain(`Authorization: Bearer ${key}`);

    await button(shown, "Done").click();
    const close = question(page, "Close without copying the key?");
    await button(close, "Back to the key").click();
    await button(shown, "Copy the key").click();
    await button(shown, "Copied").waitFor();
    await button(shown, "Done").click();
    await shown.waitFor({ state: "detached" });

    const row = page.getByRole("row", { name: /Payroll export/ });
    await row.getByText("Never used").waitFor();
    expect(await row.innerText()).toContain(`…${key.slice(-4)}`);
    expect(await pushWith(server, key)).toBe(202);
    await page.reload();
    await row.getByRole("cell", { name: /from 127\.0\.0\.1$/ }).waitFor();
    expect(await row.getByText("Never used").count()).toBe(0);

    await askOf(page, "Payroll export", "Rotate");
    await button(question(page, /^Rotate/), "Rotate the key").click();
    const next = await field(shown, "The key").inputValue();
    expect(next).not.toBe(key);
    await button(shown, "Copy the key").click();
    await button(shown, "Done").click();
    await page
      .getByRole("row", { name: /Payroll export/ })
      .nth(1)
      .waitFor();
    await page.getByText("Replaced").waitFor();
    expect(await pushWith(server, key)).toBe(202);

    const old = page.getByRole("row", { name: /Replaced/ });
    await button(old, "Actions for Payroll export").click();
    await page.getByRole("menuitem", { name: "Revoke" }).click();
    const revoke = question(page, "Revoke the key “Payroll export”?");
    await revoke.getByText(/It was last used now, from 127\.0\.0\.1\. Whatever uses it/).waitFor();
    await button(revoke, "Revoke the key").click();
    await old.waitFor({ state: "detached" });
    expect(await pushWith(server, key)).toBe(401);
    expect(await pushWith(server, next)).toBe(202);
  });

  test("a viewer sees them and their requests, and can change none", async ({ server, open }) => {
    const page = await open("/provisioning/keys", {
      as: await server.addAccount("Vera Keys", "viewer"),
    });
    await page.getByRole("row", { name: /Bootstrap key/ }).waitFor();
    expect(await button(page, "Create a key").count()).toBe(0);
    await button(page, "Actions for Bootstrap key").click();
    const items = page.getByRole("menuitem");
    await items.first().waitFor();
    expect(await items.allInnerTexts()).toEqual(["Recent requests"]);
    await items.first().click();
    await page.getByRole("dialog", { name: "Recent requests of “Bootstrap key”" }).waitFor();
  });
});

describe("rules and approval", () => {
  test("a limit is tried on the last syncs while it is typed, saved, and told in the audit log", async ({
    server,
    open,
  }) => {
    const { sync } = await makeWaitingSync(server);
    await server.client.call("POST", `/syncs/${sync.id}/reject`, {});
    const page = await open("/provisioning/rules");
    const limit = field(page, "Limit for removals");
    expect(await limit.inputValue()).toBe("10%");
    await limit.fill("90");
    await limit.press("Tab");
    await page.getByText(/^None of your last \d+ syncs would have waited\.$/).waitFor();
    await limit.fill("1");
    await limit.press("Tab");
    const held = page.getByRole("listitem").filter({ hasText: "It did wait" });
    await held.getByText(/Users to lose access or be deleted: \d+, limit/).waitFor();
    expect(await held.getByRole("link").getAttribute("href")).toMatch(/^\/syncs\//);

    await unsaved(page).getByText("1 unsaved change").waitFor();
    await unsaved(page).getByText("Limit for removals: 10% → 1%").waitFor();
    await page.getByRole("link", { name: "Users", exact: true }).click();
    const leave = question(page, "Leave without saving?");
    await button(leave, "Stay on this page").click();
    await leave.waitFor({ state: "detached" });
    expect(new URL(page.url()).pathname).toBe("/provisioning/rules");
    await button(unsaved(page), "Save").click();
    await unsaved(page).waitFor({ state: "detached" });
    await page.reload();
    expect(await limit.inputValue()).toBe("1%");

    await page.getByRole("link", { name: "Audit log" }).click();
    const row = page.getByRole("row", { name: /Provisioning settings changed/ });
    await row.getByText("Limit for removals").waitFor();
    expect(await row.innerText()).toMatch(/10%\s*→\s*1%/);
  });

  test("no limit comes and goes with its number; leaving loses what is not saved", async ({
    open,
  }) => {
    const page = await open("/provisioning/rules");
    const limit = field(page, "Limit for reactivations");
    const before = await limit.inputValue();
    const box = page.getByRole("group", { name: "Limit for reactivations" });
    const off = box.or(page.locator(".field", { has: limit })).getByRole("checkbox");
    await off.check({ force: true });
    await unsaved(page).getByText(`Limit for reactivations: ${before} → No limit`).waitFor();
    expect(await limit.isDisabled()).toBe(true);
    await off.uncheck({ force: true });
    await unsaved(page).waitFor({ state: "detached" });
    expect(await limit.inputValue()).toBe(before);

    await labelOf(page.getByRole("switch", { name: "Syncing paused" })).click();
    await unsaved(page).getByText("Syncing paused: Off → On").waitFor();
    await page.getByRole("link", { name: "API keys" }).click();
    await button(question(page, "Leave without saving?"), "Leave without saving").click();
    await page.getByRole("heading", { level: 1, name: "API keys" }).waitFor();
    await page.getByRole("link", { name: "Rules and approval" }).click();
    await page.getByRole("switch", { name: "Syncing paused" }).waitFor();
    expect(await page.getByRole("switch", { name: "Syncing paused" }).isChecked()).toBe(false);
  });

  test("a number that cannot be is not saved", async ({ open }) => {
    const page = await open("/provisioning/rules");
    const days = field(page, "Time to decide");
    await days.fill("");
    await days.press("Tab");
    await page.getByText("Enter a whole number from 1 to 90.").waitFor();
    await unsaved(page).getByText("Time to decide: 7 days → empty").waitFor();
    expect(await button(unsaved(page), "Save").isDisabled()).toBe(true);
    // What is past the end is taken back to the end.
    await days.fill("400");
    await days.press("Tab");
    expect(await days.inputValue()).toBe("90 days");
    await button(unsaved(page), "Discard").click();
    expect(await days.inputValue()).toBe("7 days");
    await unsaved(page).waitFor({ state: "detached" });
  });

  test("where the server can send no mail, the page says what to set, and offers no choice", async ({
    open,
  }) => {
    const page = await open("/provisioning/rules");
    await page.getByText(/Email is not set up on this server.*MUSTER_SMTP_URL/).waitFor();
    expect(await page.getByRole("group", { name: "You get an email when" }).count()).toBe(0);
    expect(await page.getByRole("table").count()).toBe(0);
  });

  test("a viewer sees them, and can change none", async ({ server, open }) => {
    const page = await open("/provisioning/rules", {
      as: await server.addAccount("Vera Rules", "viewer"),
    });
    await page.getByText("Only admins can change these rules.").waitFor();
    const fields = page.getByRole("main").getByRole("textbox");
    for (const each of await fields.all()) expect(await each.isDisabled()).toBe(true);
    expect(await fields.count()).toBeGreaterThan(5);
  });
});

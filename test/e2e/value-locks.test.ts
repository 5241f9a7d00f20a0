import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { labelOf } from "./support/label-of.ts";
import { LOOKS } from "./support/look.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { findUser, pushCompany, pushRows } from "./support/small-company.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const filled = new WeakSet<TestServer>();
async function fill(server: TestServer): Promise<void> {
  if (filled.has(server)) return;
  filled.add(server);
  await pushCompany(server);
}

/** What stands beside a name; the history has names and values too. */
const fact = (page: Page, name: string) =>
  page
    .locator("dl.facts")
    .getByRole("term")
    .filter({ hasText: name })
    .locator("xpath=following-sibling::dd");
const history = (page: Page) => page.getByRole("list", { name: "History" });
const keep = (page: Page, field: string) =>
  page
    .getByRole("group", { name: field, exact: true })
    .getByRole("checkbox", { name: "Keep this value when syncs bring another" });

async function edit(page: Page, name: string) {
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  return page.getByRole("dialog", { name: `Edit ${name}` });
}

describe("a value that somebody keeps", () => {
  test("is locked where it is edited, left alone by syncs, which say so, and unlocked again", async ({
    server,
    open,
  }) => {
    await fill(server);
    const { id } = await findUser(server, "mia@");
    const page = await open(`/users/${id}`);
    const form = await edit(page, "Mia Roy");
    expect(await form.getByRole("checkbox", { name: /^Keep this value/ }).count()).toBe(0);
    await form.getByRole("textbox", { name: "Job title" }).fill("Judge");
    const warning = form.getByText("the next sync overwrites your change");
    await warning.waitFor();
    await labelOf(keep(page, "Job title")).click();
    await warning.waitFor({ state: "detached" });
    await form.getByText("Syncs leave it alone, and report what they bring instead.").waitFor();
    await form.getByRole("button", { name: "Save changes" }).click();
    await form.waitFor({ state: "detached" });
    await fact(page, "Job title")
      .getByText(/set by admin.*, \w+ \d+/)
      .waitFor();
    await fact(page, "Job title").getByText("locked", { exact: true }).waitFor();
    const locked = history(page).getByRole("listitem").filter({ hasText: "Values locked" });
    await locked.getByText("Job title", { exact: true }).waitFor();

    const sync = await pushRows(server, "NW-3,mia@northwind.example,Mia,Roy,Clerk,NW-2,2021-05-04");
    expect(sync.updates.byType).toEqual({ user_updated: 1 });
    await page.reload();
    await fact(page, "Job title").getByText("Judge").waitFor();
    await page.getByText("The last sync reported 1 issue here.").waitFor();
    await page
      .getByText("“Judge” was kept, and “Clerk” from the source was not taken.")
      .first()
      .waitFor();
    await page.getByRole("link", { name: "Locked value kept" }).click();
    const details = page.getByRole("complementary").or(page.getByRole("region"));
    await details.getByText("Job title, locked").first().waitFor();
    await fact(page, "Job title, locked").getByText("Judge").waitFor();
    await fact(page, "Job title in the source").getByText("Clerk").waitFor();
    await page.getByRole("tab", { name: /Troubleshooting/ }).click();
    await page.getByText("1 user keeps a locked value.").waitFor();

    await page.goto(`${new URL(page.url()).origin}/users/${id}`);
    await page.getByRole("button", { name: "Unlock Job title" }).click();
    await page.getByText("Job title is unlocked.").waitFor();
    await page.getByRole("button", { name: "Unlock Job title" }).waitFor({ state: "detached" });
    await history(page).getByText("Values unlocked").waitFor();
    const next = await pushRows(server, "NW-3,mia@northwind.example,Mia,Roy,Clerk,NW-2,2021-05-04");
    expect(next.issues.total).toBe(0);
    await page.reload();
    await fact(page, "Job title").getByText("Clerk").waitFor();
    expect(await page.getByRole("link", { name: "Locked value kept" }).count()).toBe(0);
  });

  test("is locked as it is, from a form that shows the choice on demand", async ({
    server,
    open,
  }) => {
    await fill(server);
    const { id, jobTitle, firstName } = await findUser(server, "max@");
    const page = await open(`/users/${id}`);
    const form = await edit(page, "Max Middle");
    const show = form.getByRole("button", { name: "Lock values as they are" });
    expect(await show.getAttribute("aria-expanded")).toBe("false");
    expect(await form.getByRole("checkbox", { name: /^Keep this value/ }).count()).toBe(0);
    await show.click();
    await labelOf(keep(page, "Job title")).click();
    await labelOf(keep(page, "First name")).click();
    await labelOf(keep(page, "Products")).waitFor();
    expect(await keep(page, "Direct Manager").count()).toBe(0);
    const hide = form.getByRole("button", { name: "Show only the locks in use" });
    expect(await hide.getAttribute("aria-expanded")).toBe("true");
    await hide.click();
    await keep(page, "City").waitFor({ state: "detached" });
    expect(await form.getByRole("checkbox", { name: /^Keep this value/ }).count()).toBe(2);
    await form.getByRole("button", { name: "Save changes" }).click();
    await form.waitFor({ state: "detached" });
    await fact(page, "Job title")
      .getByText(/^locked by admin/)
      .waitFor();
    const now = await findUser(server, "max@");
    expect(now).toMatchObject({ jobTitle, firstName });
    expect(Object.keys(now.locks).sort()).toEqual(["firstName", "jobTitle"]);
  });

  test("is seen while it is empty, with who locked it, and unlocked in the form too", async ({
    server,
    open,
  }) => {
    await fill(server);
    const { id } = await findUser(server, "zoe@");
    const body = { locked: { preferredName: true } };
    await server.client.call("PATCH", `/users/${id}`, body);
    const page = await open(`/users/${id}`);
    await fact(page, "Preferred name")
      .getByText(/^locked by admin/)
      .waitFor();
    const form = await edit(page, "Zoé Adam");
    const box = keep(page, "Preferred name");
    expect(await box.isChecked()).toBe(true);
    await form.getByText(/^Locked by admin.*Syncs leave it alone\.$/).waitFor();
    await labelOf(box).click();
    await form.getByText("From the next sync on, it is overwritten like any other.").waitFor();
    await form.getByRole("button", { name: "Save changes" }).click();
    await form.waitFor({ state: "detached" });
    expect((await findUser(server, "zoe@")).locks).toEqual({});
    await history(page).getByText("Values unlocked").waitFor();
  });

  test("of somebody deleted can be unlocked, for when they come back", async ({ server, open }) => {
    const made = await server.client.call<{ user: { id: string } }>("POST", "/users", {
      ...{ email: "gone@northwind.example", firstName: "Gone", lastName: "Girl" },
    });
    const { id } = made.user;
    await server.client.call("PATCH", `/users/${id}`, { locked: { email: true } });
    const page = await open(`/users/${id}`);
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Delete Gone Girl" }).click();
    await page.getByText("Gone Girl is deleted.").first().waitFor();
    await page.getByRole("button", { name: "Unlock Email" }).click();
    await page.getByText("Email is unlocked.").waitFor();
    await history(page).getByText("Values unlocked").waitFor();
    expect(await page.getByRole("button", { name: "Unlock Email" }).count()).toBe(0);
  });

  test("is told in the audit log by its name", async ({ server, open }) => {
    await fill(server);
    const { id } = await findUser(server, "person.007@");
    await server.client.call("PATCH", `/users/${id}`, { locked: { jobTitle: true, city: true } });
    const page = await open("/settings/audit?action=values_locked");
    const row = page.getByRole("row").filter({ hasText: "Person Nº 007" });
    await row.getByText("Values locked").waitFor();
    await row.getByText("City").waitFor();
    await row.getByText("Job title").waitFor();
  });

  test("is not offered where nothing would overwrite it", async ({ server, open }) => {
    const made = await server.client.call<{ user: { id: string } }>("POST", "/users", {
      ...{ email: "hand@northwind.example", firstName: "By", lastName: "Hand" },
    });
    const page = await open(`/users/${made.user.id}`);
    const form = await edit(page, "By Hand");
    await form.getByRole("textbox", { name: "Job title" }).fill("Judge");
    await expect
      .poll(() => form.getByRole("button", { name: "Save changes" }).isEnabled())
      .toBe(true);
    expect(await form.getByRole("checkbox", { name: /^Keep this value/ }).count()).toBe(0);
  });
});

describe.each(LOOKS)("$language, $width px", (look) => {
  test("a locked value, the form that keeps another, and the issue of it", async ({
    server,
    open,
  }) => {
    await fill(server);
    const { id } = await findUser(server, "bea@");
    await server.client.call("PATCH", `/users/${id}`, {
      ...{ jobTitle: "Founder", locked: { jobTitle: true } },
    });
    const sync = await pushRows(
      server,
      "NW-1,bea@northwind.example,Bea,Boss,Head of all,,2019-01-07",
    );
    const page = await open(`/users/${id}`, look);
    await page.getByRole("button", { name: /^(Unlock|Déverrouiller).*/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: /^(Edit|Modifier)$/ }).click();
    await page.getByRole("textbox", { name: /^(First name|Prénom)$/ }).fill("Beatrice");
    const kept = page.getByRole("checkbox", { name: /^(Keep this value|Garder cette valeur)/ });
    await labelOf(kept.first()).click();
    await expectAccessible(page);
    await page.getByRole("button", { name: /^(Lock values as|Verrouiller des valeurs)/ }).click();
    await kept.nth(5).waitFor();
    await expectAccessible(page);
    await page.goto(`/syncs/${sync.number}?tab=issues&row=1`);
    await page
      .getByText(/^(Job title, locked|Titre du poste, verrouillé)$/)
      .first()
      .waitFor();
    await expectAccessible(page);
  });
});

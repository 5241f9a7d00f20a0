import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { setUpPages } from "./support/set-up-pages.ts";
import { findUser, pushCompany, pushRows } from "./support/small-company.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const filled = new WeakSet<TestServer>();
/** The company is pushed once; each test has people of its own. */
async function fill(server: TestServer): Promise<void> {
  if (filled.has(server)) return;
  filled.add(server);
  await pushCompany(server);
}

const grid = (page: Page) => page.getByRole("grid", { name: "Users by name" });
const rowOf = (page: Page, name: string) => grid(page).getByRole("row", { name });
const count = (page: Page, words: string) =>
  page.getByRole("main").getByText(words, { exact: true });
const fact = (page: Page, name: string) =>
  page.getByRole("term").filter({ hasText: name }).locator("xpath=following-sibling::dd");
const history = (page: Page) => page.getByRole("list", { name: "History" });

async function choose(page: Page, filter: string, option: string): Promise<void> {
  await page.getByRole("button", { name: filter }).click();
  await page.getByRole("menuitemcheckbox", { name: option }).click();
  await page.keyboard.press("Escape");
}

async function addPerson(server: TestServer, name: string): Promise<string> {
  const email = `${name.toLowerCase()}@northwind.example`;
  const answer = await server.client.call<{ user: { id: string } }>("POST", "/users", {
    ...{ email, firstName: name, lastName: "Hand" },
  });
  return answer.user.id;
}

describe("the list", () => {
  test("is narrowed by what people are and by what is typed; the address keeps it", async ({
    server,
    open,
  }) => {
    await fill(server);
    const page = await open("/users");
    await count(page, "304 users").waitFor();
    await choose(page, "Manager", "Max Middle");
    await page.waitForURL(/manager=usr_\d+$/);
    await count(page, "2 users").waitFor();
    await rowOf(page, "Mia Roy").getByText("Not invited").waitFor();
    expect(await grid(page).getByRole("row").count()).toBe(3);
    await page.getByRole("searchbox", { name: "Name, email or external ID" }).fill("nw-4");
    await count(page, "1 user").waitFor();
    await rowOf(page, "Zoé Adam").getByText("Crew").waitFor();
    await page.reload();
    await count(page, "1 user").waitFor();
    expect(await page.getByRole("button", { name: "Manager (1)" }).count()).toBe(1);
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await count(page, "304 users").waitFor();
  });

  test("says that nobody matches, and which filters are no longer known", async ({
    server,
    open,
  }) => {
    await fill(server);
    const page = await open("/users?status=deleted,banned&source=out");
    await page.getByText("Some filters in this link no longer exist.").waitFor();
    await page.getByText("No users match these filters.").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await count(page, "304 users").waitFor();
  });

  test("reaches its last row by a key; a row opens the person, and Back comes to it again", async ({
    server,
    open,
  }) => {
    await fill(server);
    const page = await open("/users");
    await count(page, "304 users").waitFor();
    await rowOf(page, "Bea Boss").first().waitFor();
    await grid(page).focus();
    await page.keyboard.press("End");
    await rowOf(page, "Zoé Adam").waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Zoé Adam", level: 1 }).waitFor();
    expect(await page.title()).toBe("Zoé Adam · Provisioning");
    await page.goBack();
    await rowOf(page, "Zoé Adam").waitFor();
    expect(await rowOf(page, "Bea Boss").count()).toBe(0);
  });

  test("is kept under a name", async ({ server, open }) => {
    await fill(server);
    const page = await open("/users?q=boss");
    await page.getByRole("button", { name: "Save view" }).click();
    const dialog = page.getByRole("dialog", { name: "Save view" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Bosses");
    await dialog.getByRole("button", { name: "Save view" }).click();
    await page.getByRole("link", { name: "All users" }).click();
    await count(page, "304 users").waitFor();
    await page.getByRole("link", { name: "Bosses" }).click();
    await count(page, "1 user").waitFor();
  });
});

describe("several at once", () => {
  test("are invited by keys; each is told whether it was done", async ({ server, open }) => {
    await fill(server);
    for (const name of ["Ann", "Abe"]) await addPerson(server, name);
    const active = await findUser(server, "abe@");
    await server.client.call("POST", `/users/${active.id}/activate`);
    const page = await open("/users?q=hand");
    await rowOf(page, "Abe Hand").waitFor();
    await grid(page).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+Space");
    const bar = page.getByRole("region", { name: "Selected users" });
    await bar.getByText("2 selected").waitFor();
    expect(await rowOf(page, "Ann Hand").getAttribute("aria-selected")).toBe("true");

    await bar.getByRole("button", { name: "Invite 2 users" }).click();
    const dialog = page.getByRole("dialog", { name: "Invite 2 users" });
    await dialog.getByText("Each gets an invitation that is valid for 7 days").waitFor();
    await dialog.getByRole("button", { name: "Invite 2 users" }).click();
    await dialog.getByText("Done for 1 user.").waitFor();
    await dialog.getByText("No mail server is set up").waitFor();
    const refused = dialog.getByRole("listitem");
    await refused.getByText("This user accepted an invitation already.").waitFor();
    expect(await refused.getByText("Abe Hand").count()).toBe(1);
    await dialog.getByRole("button", { name: "Close" }).click();
    await rowOf(page, "Ann Hand").getByText("Invited", { exact: true }).waitFor();
    expect(await bar.count()).toBe(0);
  });

  test("all that the filters show can be chosen; cancelling keeps the choice", async ({
    server,
    open,
  }) => {
    await fill(server);
    const page = await open("/users?q=person+n");
    await count(page, "300 users").waitFor();
    await page.getByRole("checkbox", { name: "Select Person Nº 002" }).click();
    const bar = page.getByRole("region", { name: "Selected users" });
    await bar.getByRole("button", { name: "Select all 300 users" }).click();
    await bar.getByText("300 selected").waitFor();
    await bar.getByRole("button", { name: "Deactivate 300 users" }).click();
    const dialog = page.getByRole("dialog", { name: "Deactivate 300 users" });
    await dialog.getByText("They lose access at once.").waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await bar.getByText("300 selected").waitFor();
    expect((await findUser(server, "P-299")).status).toBe("created");
  });
});

describe("one person", () => {
  test("shows where each value is from, the line up and down, the teams", async ({
    server,
    open,
  }) => {
    await fill(server);
    const { id } = await findUser(server, "max@");
    const page = await open(`/users/${id}`);
    await fact(page, "Job title").getByText("Team lead").waitFor();
    await fact(page, "Job title").getByRole("link", { name: "API push" }).waitFor();
    await page.getByText("Kept by API push").waitFor();
    await page.getByRole("main").getByRole("link", { name: "Bea Boss" }).first().waitFor();
    await page.getByRole("link", { name: "Mia Roy" }).waitFor();
    await page.getByText("Member and Team Manager").waitFor();
    await history(page).getByText("User created").waitFor();
    await history(page).getByRole("link", { name: "Sync #1" }).first().waitFor();
    await history(page).getByRole("link", { name: "Crew" }).first().waitFor();
    const created = history(page).getByRole("listitem").filter({ hasText: "User created" });
    await created.getByText(/^\d+ values$/).click();
    await created.getByText("Mar 2, 2020").waitFor();
  });

  test("a change by hand is told with its author, and a sync that overwrites it too", async ({
    server,
    open,
  }) => {
    await fill(server);
    const { id } = await findUser(server, "mia@");
    const page = await open(`/users/${id}`);
    await page.getByRole("button", { name: "Edit" }).click();
    const form = page.getByRole("dialog", { name: "Edit Mia Roy" });
    await form.getByText("API push keeps this user.").waitFor();
    expect(await form.getByRole("button", { name: "Save changes" }).isDisabled()).toBe(true);
    await form.getByRole("textbox", { name: "Job title" }).fill("Judge");
    await form.getByText("the next sync overwrites your change").waitFor();
    await form.getByRole("button", { name: "Save changes" }).click();
    await form.waitFor({ state: "detached" });
    await fact(page, "Job title")
      .getByText(/set by admin/)
      .waitFor();
    await history(page).getByText("Judge").waitFor();

    const row = "NW-3,mia@northwind.example,Mia,Roy,Clerk,NW-2,someday";
    const sync = await pushRows(server, row);
    await page.reload();
    await fact(page, "Job title").getByText("Clerk").waitFor();
    await page.getByText("The last sync reported 1 issue here.").waitFor();
    await page.getByRole("link", { name: "Invalid value" }).waitFor();
    await page.getByRole("link", { name: `Open sync #${sync.number}` }).click();
    await page.waitForURL(new RegExp(`/syncs/${sync.number}\\?tab=issues`));
  });

  test("refusals stand at their fields and name who stands against them", async ({
    server,
    open,
  }) => {
    await fill(server);
    const { id } = await findUser(server, "bea@");
    const page = await open(`/users/${id}`);
    await page.getByRole("button", { name: "Edit" }).click();
    const form = page.getByRole("dialog", { name: "Edit Bea Boss" });
    const email = form.getByRole("textbox", { name: "Email" });
    await email.fill("zoe@northwind.example");
    await form.getByRole("button", { name: "Save changes" }).click();
    await form.getByText("Zoé Adam has this email already.").waitFor();
    await expect.poll(() => email.evaluate((field) => field === document.activeElement)).toBe(true);
    await email.fill("bea@northwind.example");
    const manager = form.getByRole("combobox", { name: "Direct Manager" });
    await manager.fill("mia");
    await page.getByRole("option", { name: "Mia Roy" }).click();
    await form.getByRole("button", { name: "Save changes" }).click();
    await form.getByText("The reporting line would loop:").waitFor();
    await form.getByText("Mia Roy → Max Middle → Bea Boss").waitFor();
    await form.getByRole("button", { name: "Cancel" }).click();
    expect((await findUser(server, "bea@")).directManager).toBeNull();
  });

  test("is not there: the page says so", async ({ open }) => {
    const page = await open("/users/usr_999999");
    await page.getByRole("heading", { name: "User not found" }).waitFor();
    const other = await open("/users/nobody");
    await other.getByRole("heading", { name: "User not found" }).waitFor();
  });
});

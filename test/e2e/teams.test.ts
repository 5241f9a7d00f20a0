import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { Team } from "../../src/contract/directory.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { pushCompany } from "./support/small-company.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const filled = new WeakSet<TestServer>();
/** The company is pushed once; tests that change teams add their own. */
async function fill(server: TestServer): Promise<void> {
  if (filled.has(server)) return;
  filled.add(server);
  await pushCompany(server);
}

const tree = (page: Page) => page.getByRole("treegrid", { name: "Teams and their subteams" });
const branch = (page: Page, name: string) => tree(page).getByRole("row", { name });
const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });
const members = (page: Page) =>
  page.getByRole("grid", { name: "Members and Team Managers by name" });

async function findTeam(server: TestServer, name: string): Promise<Team> {
  const query = `?q=${encodeURIComponent(name)}`;
  const { items } = await server.client.call<{ items: Team[] }>("GET", `/teams${query}`);
  const team = items.find((it) => it.name === name);
  if (team === undefined) throw new Error(`There is no team ${name}.`);
  return team;
}

async function addTeam(server: TestServer, name: string, parentId?: string): Promise<Team> {
  const body = parentId === undefined ? { name } : { name, parentId };
  return (await server.client.call<{ team: Team }>("POST", "/teams", body)).team;
}

async function chooseInMenu(page: Page, item: string): Promise<Locator> {
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
  // A toast is an alertdialog too.
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  return dialog.and(page.locator(":not(.toast)"));
}

describe("the list", () => {
  test("is a tree that arrows open and close, with counts, managers and marks", async ({
    server,
    open,
  }) => {
    await fill(server);
    const page = await open("/teams");
    await branch(page, "Everybody").getByText("managed by Bea Boss").waitFor();
    // So few teams are shown with what is below them.
    await branch(page, "Crew").getByText("3 members").waitFor();
    await branch(page, "Night shift").getByText("Empty").waitFor();
    expect(await branch(page, "Crew").getAttribute("aria-level")).toBe("2");

    await page.keyboard.press("Tab");
    await branch(page, "Everybody").focus();
    await page.keyboard.press("ArrowLeft");
    await branch(page, "Crew").waitFor({ state: "detached" });
    await page.keyboard.press("ArrowRight");
    await branch(page, "Crew").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await heading(page, "Crew").waitFor();
    await page.goBack();
    await branch(page, "Crew").waitFor();
  });

  test("is flat for a search, with the parent of each", async ({ server, open }) => {
    await fill(server);
    const page = await open("/teams");
    await page.getByRole("searchbox", { name: "Name or external ID" }).fill("t-2");
    const table = page.getByRole("table", { name: "Teams by name" });
    await table.getByText("under Everybody").waitFor();
    expect(await table.getByRole("row").count()).toBe(2);
    await page.getByRole("searchbox").fill("");
    await tree(page).waitFor();
    await page.getByRole("button", { name: "Content" }).click();
    await page.getByRole("menuitemcheckbox", { name: "No members, no subteams" }).click();
    await page.keyboard.press("Escape");
    await page.waitForURL(/empty=1/);
    await table.getByRole("link", { name: "Night shift" }).waitFor();
    expect(await table.getByRole("row").count()).toBe(2);
    await page.getByRole("searchbox").fill("nothing");
    await page.getByText("No teams match these filters.").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await tree(page).waitFor();
  });
});

describe("one team", () => {
  test("shows where it stands, who is in it, and what has happened", async ({ server, open }) => {
    await fill(server);
    const { id } = await findTeam(server, "Crew");
    const page = await open(`/teams/${id}`);
    await heading(page, "Crew").waitFor();
    await page.getByRole("main").getByRole("link", { name: "Everybody" }).waitFor();
    await page.getByText("Kept by API push").waitFor();
    await page.getByText("External ID T-2").waitFor();
    await members(page)
      .getByRole("row", { name: "Max Middle" })
      .getByText("Team Manager")
      .waitFor();
    await page.getByRole("searchbox").fill("mia");
    await page.getByText("1 user", { exact: true }).waitFor();
    await page.getByRole("tab", { name: "History" }).click();
    const history = page.getByRole("list", { name: "History" });
    await history.getByText("Team created").waitFor();
    await history.getByRole("link", { name: "Mia Roy" }).waitFor();
    await page.getByRole("main").getByRole("link", { name: "Everybody" }).click();
    await heading(page, "Everybody").waitFor();
    await page.getByRole("tab", { name: /^Subteams\s*2/ }).click();
    await page.getByRole("link", { name: "Night shift" }).waitFor();
  });

  test("is added, renamed, moved and deleted by hand; a loop is refused with its ring", async ({
    server,
    open,
  }) => {
    await fill(server);
    const page = await open("/teams");
    await page.getByRole("button", { name: "Add team" }).click();
    const form = page.getByRole("dialog", { name: "Add team" });
    await form.getByRole("button", { name: "Add team" }).click();
    await form.getByText("Enter a name.").waitFor();
    await form.getByRole("textbox", { name: "Name" }).fill("Guild");
    await form.getByRole("button", { name: "Add team" }).click();
    await heading(page, "Guild").waitFor();
    await page.getByText("Added by hand").waitFor();
    await page.getByText("Empty", { exact: true }).waitFor();

    const subteam = await chooseInMenu(page, "Add subteam");
    await subteam.getByRole("textbox", { name: "Name" }).fill("Weavers");
    await subteam.getByRole("button", { name: "Add team" }).click();
    await heading(page, "Weavers").waitFor();
    await page.getByRole("main").getByRole("link", { name: "Guild" }).click();
    await heading(page, "Guild").waitFor();

    const move = await chooseInMenu(page, "Move");
    await move.getByRole("combobox", { name: "Parent team" }).fill("weav");
    await page.getByRole("option", { name: "Weavers" }).click();
    await move.getByRole("button", { name: "Move" }).click();
    await move.getByText("Guild → Weavers → Guild").waitFor();
    await move.getByRole("combobox").fill("every");
    await page.getByRole("option", { name: "Everybody", exact: true }).click();
    await move.getByRole("button", { name: "Move" }).click();
    await move.waitFor({ state: "detached" });
    await page.getByRole("main").getByRole("link", { name: "Everybody" }).waitFor();

    const rename = await chooseInMenu(page, "Rename");
    await rename.getByRole("textbox", { name: "Name" }).fill("Guilds");
    await rename.getByRole("button", { name: "Rename" }).click();
    await heading(page, "Guilds").waitFor();

    const deletion = await chooseInMenu(page, "Delete");
    await deletion.getByText("its subteams stand alone").waitFor();
    await deletion.getByRole("button", { name: "Delete Guilds" }).click();
    await heading(page, "Everybody").waitFor();
    expect((await findTeam(server, "Weavers")).parent).toBeNull();
  });

  test("people are added one by one, and what becomes of them is told one by one", async ({
    server,
    open,
  }) => {
    await fill(server);
    const { id } = await addTeam(server, "Choir");
    const page = await open(`/teams/${id}`);
    await page.getByText("Nobody is in this team.").waitFor();
    await page.getByRole("button", { name: "Add people" }).click();
    const dialog = page.getByRole("dialog", { name: "Add people to Choir" });
    for (const name of ["Mia Roy", "Zoé Adam"]) {
      await dialog.getByRole("combobox", { name: "Person" }).fill(name);
      await page.getByRole("option", { name }).click();
      await dialog.getByRole("button", { name: "Add", exact: true }).click();
      await dialog.getByText(`${name} is in Choir.`).waitFor();
    }
    await dialog.getByRole("button", { name: "Done" }).click();
    await page.getByRole("tab", { name: /^Members\s*2/ }).waitFor();
    await page.getByRole("checkbox", { name: "Select Mia Roy" }).click();
    const bar = page.getByRole("region", { name: "Selected users" });
    await bar.getByRole("button", { name: "Make Team Manager" }).click();
    const question = page.getByRole("dialog", { name: "Make 1 person Team Manager" });
    await question.getByRole("button", { name: "Make 1 person Team Manager" }).click();
    await question.getByText("Done for 1 user.").waitFor();
    await question.getByRole("button", { name: "Close" }).click();
    await page.getByText("Team Managers: Mia Roy").waitFor();
    await members(page).getByRole("row", { name: "Mia Roy" }).getByText("Team Manager").waitFor();

    await page.getByRole("checkbox", { name: "Select Zoé Adam" }).click();
    await bar.getByRole("button", { name: "Remove 1 person" }).click();
    const removal = page.getByRole("dialog", { name: "Remove 1 person" });
    await removal.getByRole("button", { name: "Remove 1 person" }).click();
    await removal.getByText("Done for 1 user.").waitFor();
    await removal.getByRole("button", { name: "Close" }).click();
    await page.getByRole("tab", { name: /^Members\s*1/ }).waitFor();
    expect((await findTeam(server, "Choir")).managers.map(({ name }) => name)).toEqual(["Mia Roy"]);
  });

  test("kept by a source: changes by hand say what the next sync does", async ({
    server,
    open,
  }) => {
    await fill(server);
    const { id } = await findTeam(server, "Night shift");
    const page = await open(`/teams/${id}`);
    const rename = await chooseInMenu(page, "Rename");
    await rename.getByText("API push keeps this team.").waitFor();
    await rename.getByRole("button", { name: "Cancel" }).click();
    const deletion = await chooseInMenu(page, "Delete");
    await deletion.getByText("Then the next sync makes it again.").waitFor();
  });

  test("is not there: the page says so; who may only look has no buttons", async ({
    server,
    open,
  }) => {
    await fill(server);
    const page = await open("/teams/team_999999");
    await heading(page, "Team not found").waitFor();
    const viewer = await server.addAccount("Vera", "viewer");
    const { id } = await findTeam(server, "Crew");
    const looking = await open(`/teams/${id}`, { as: viewer });
    await members(looking).getByRole("row", { name: "Mia Roy" }).waitFor();
    for (const name of ["Add people", "More actions"]) {
      expect(await looking.getByRole("button", { name }).count()).toBe(0);
    }
    expect(await looking.getByRole("checkbox").count()).toBe(0);
  });
});

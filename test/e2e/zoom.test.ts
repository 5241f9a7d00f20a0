import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { setUpPages } from "./support/set-up-pages.ts";
import { findUser } from "./support/small-company.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "demo" });

/** A telephone; also a window of 1280 at 400 % (WCAG 1.4.10). */
const narrowest = { width: 320, height: 640 };
/** A window of 1440 × 900 whose text is twice as large (WCAG 1.4.4): half as many CSS pixels each way. */
const zoomed = { width: 720, height: 450 };

const button = (name: string | RegExp) => (page: Page) =>
  page.getByRole("button", { name }).first();
const field = (name: string) => (page: Page) => page.getByRole("textbox", { name });

const waiting = async (server: TestServer) => {
  const sync = (await server.client.listSyncs()).find(({ phase }) => phase === "awaiting_approval");
  return `/syncs/${sync?.number}`;
};
const person = async (server: TestServer) =>
  `/users/${(await findUser(server, "zofia.wrobel@")).id}`;
const team = async (server: TestServer) => {
  const { items } = await server.client.call<{ items: { id: string }[] }>("GET", "/teams?q=Care");
  return `/teams/${items[0]?.id}`;
};

/** A waiting report, open at a row that is about somebody who is in the directory. */
const rowOfUpdate = async (server: TestServer) => {
  const report = await waiting(server);
  const { items } = await server.client.call<{ items: { seq: number }[] }>(
    "GET",
    `${report}/entries?type=user_updated&limit=1`,
  );
  return `${report}?row=${items[0]?.seq}`;
};

/** Each page, and what one comes to it for. */
const CASES: readonly {
  name: string;
  path: string | ((server: TestServer) => Promise<string>);
  actions: readonly ((page: Page) => Locator)[];
}[] = [
  { name: "history", path: "/syncs", actions: [button("Run new sync")] },
  {
    name: "a report",
    path: waiting,
    actions: [button("Approve…"), (page) => page.getByRole("grid").getByRole("row").nth(1)],
  },
  {
    name: "the details of a row",
    path: rowOfUpdate,
    actions: [(page) => page.getByRole("link", { name: "Open the profile" })],
  },
  {
    name: "the causes of issues",
    path: async (server) => `${await waiting(server)}?tab=troubleshooting`,
    actions: [button(/^Mark as expected/)],
  },
  {
    name: "the activity of a sync",
    path: async (server) => `${await waiting(server)}?tab=activity`,
    actions: [(page) => page.getByRole("heading", { name: "Settings used" })],
  },
  {
    name: "users",
    path: "/users",
    actions: [button("Add user"), (page) => page.getByRole("grid").getByRole("checkbox").nth(1)],
  },
  { name: "a user", path: person, actions: [button("Edit")] },
  { name: "teams", path: "/teams", actions: [button("Add team")] },
  { name: "a team", path: team, actions: [button("Add people")] },
  { name: "data source", path: "/provisioning/source", actions: [button("Choose files")] },
  { name: "rules", path: "/provisioning/rules", actions: [field("Limit for user updates")] },
  { name: "keys", path: "/provisioning/keys", actions: [button("Create a key")] },
  { name: "workspace", path: "/settings/workspace", actions: [field("Name")] },
  { name: "properties", path: "/settings/properties", actions: [button("Add property")] },
  { name: "admins", path: "/settings/admins", actions: [button("Add person")] },
  { name: "audit log", path: "/settings/audit", actions: [button("Action")] },
  { name: "account", path: "/account", actions: [button("Change the password")] },
];

/** How far the page can be scrolled sideways. */
const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
/** Can be scrolled to, and a press there reaches it and nothing that lies over it. */
const reach = (target: Locator) => target.click({ trial: true });

describe("at 200 % and at 320 px, nothing is cut off and the main action is within reach", () => {
  for (const { name, path, actions } of CASES) {
    test(name, async ({ open, server }) => {
      const page = await open(typeof path === "string" ? path : await path(server), zoomed);
      for (const action of actions) await reach(action(page));
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      await page.setViewportSize(narrowest);
      for (const action of actions) await reach(action(page));
      expect(await overhang(page)).toBeLessThanOrEqual(0);
    });
  }

  test("signing in", async ({ open }) => {
    const page = await open("/sign-in", { ...zoomed, as: null });
    await reach(button("Sign in")(page));
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  });
});

describe("at 200 %, what opens over a page can be gone through to its end", () => {
  const confirmed = async (page: Page, ...steps: Locator[]) => {
    for (const step of steps) await reach(step);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  };

  test("running a new sync", async ({ open }) => {
    const page = await open("/syncs", zoomed);
    await button("Run new sync")(page).click();
    const dialog = page.getByRole("dialog");
    const choices = dialog.getByRole("radiogroup").last().locator("label");
    await confirmed(page, choices.last(), dialog.getByRole("button", { name: /^(Start|Run)/ }));
  });

  test("approving", async ({ open, server }) => {
    const page = await open(await waiting(server), zoomed);
    await button("Approve…")(page).click();
    const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
    await dialog.getByRole("textbox", { name: /^Type \d+/ }).fill("1");
    await confirmed(page, dialog.getByRole("button", { name: "Cancel" }));
  });

  test("adding a user", async ({ open }) => {
    const page = await open("/users", zoomed);
    await button("Add user")(page).click();
    const sheet = page.getByRole("dialog");
    await confirmed(
      page,
      sheet.getByRole("textbox", { name: "Job title" }),
      sheet.getByRole("button", { name: "Add user" }),
    );
  });

  test("the menu, a filter and the palette", async ({ open }) => {
    const page = await open("/syncs", zoomed);
    await button("Open the menu")(page).click();
    await confirmed(
      page,
      page.getByRole("dialog").getByRole("link", { name: "Audit log" }),
      page.getByRole("dialog").getByRole("button", { name: /^Account of/ }),
    );
    await page.keyboard.press("Escape");
    await button("Status")(page).click();
    await confirmed(page, page.getByRole("menuitemcheckbox").last());
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await confirmed(page, page.getByRole("menuitem").last());
  });
});

import type { Page } from "playwright-core";
import { findUser } from "../support/small-company.ts";
import type { TestServer } from "../support/test-server.ts";
import type { Picture } from "./picture.ts";

const person = (q: string) => async (server: TestServer) =>
  `/users/${(await findUser(server, q)).id}`;
const team = (name: string) => async (server: TestServer) => {
  const query = `/teams?q=${encodeURIComponent(name)}`;
  const { items } = await server.client.call<{ items: { id: string }[] }>("GET", query);
  return `/teams/${items[0]?.id}`;
};
/** Somebody of the story with an open issue. */
const troubled = async (server: TestServer) => {
  const user = (await server.client.listUsers()).find(({ openIssues }) => openIssues.length > 0);
  return `/users/${user?.id}`;
};
/** Somebody of the story who has a value locked. */
const keeper = async (server: TestServer) => {
  const user = (await server.client.listUsers()).find(({ locks }) => Object.keys(locks).length > 0);
  return `/users/${user?.id}`;
};
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const menu = async (page: Page, item: string) => {
  await press(page, "More actions");
  await page.getByRole("menuitem", { name: item }).click();
};

const both = { languages: ["en", "fr"], widths: [1440, 360] } as const;

export const pictures: Picture[] = [
  { name: "users", path: "/users", ...both },
  {
    name: "users-selected",
    path: "/users?status=created,invited",
    prepare: async (page) => {
      await page.getByRole("checkbox").nth(1).click();
      await page.getByRole("checkbox").nth(3).click();
    },
  },
  {
    name: "users-filter",
    path: "/users",
    prepare: (page) => press(page, "Team"),
  },
  { name: "users-none-found", path: "/users?q=nobody" },
  { name: "users-none", path: "/users", data: "empty" },
  { name: "users-add", path: "/users", prepare: (page) => press(page, "Add user") },
  { name: "user", path: person("zofia.wrobel@"), ...both },
  { name: "user-issue", path: troubled },
  {
    name: "user-edit",
    path: person("zofia.wrobel@"),
    prepare: async (page) => {
      await press(page, "Edit");
      await page.getByRole("textbox", { name: "Job title" }).fill("Architect");
    },
  },
  {
    name: "user-locked",
    path: keeper,
    ...both,
    prepare: (page) =>
      page.getByRole("button", { name: /^(Unlock|Déverrouiller)/ }).scrollIntoViewIfNeeded(),
  },
  {
    name: "user-edit-locks",
    path: keeper,
    ...both,
    prepare: async (page) => {
      await press(page, /^(Edit|Modifier)$/);
      await press(page, /^(Lock values as they are|Verrouiller des valeurs telles quelles)$/);
      await page.getByRole("textbox", { name: /^(Last name|Nom)$/ }).fill("Lockwood");
      await page
        .getByRole("checkbox", { name: /^(Keep this value|Garder cette valeur)/ })
        .nth(1)
        .check({ force: true });
    },
  },
  {
    name: "user-invited",
    path: person("morgan.reyes@"),
    alone: true,
    prepare: async (page, server) => {
      const { id } = await findUser(server, "morgan.reyes@");
      const copy = { email: "robin@partner.example", firstName: "Robin" };
      await server.client.call("POST", "/users", { ...copy, directManagerId: id });
      await page.goto(`/users/${(await findUser(server, "robin@")).id}`);
      await press(page, "Invite");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "user-erase",
    path: person("zofia.wrobel@"),
    prepare: (page) => menu(page, "Erase for good"),
  },
  { name: "user-not-found", path: "/users/usr_999999" },
  { name: "teams", path: "/teams", ...both },
  { name: "teams-found", path: "/teams?q=ca" },
  { name: "teams-none", path: "/teams", data: "empty" },
  { name: "team", path: team("Account Care"), ...both },
  {
    name: "team-move",
    path: team("Account Care"),
    prepare: (page) => menu(page, "Move"),
  },
  {
    name: "team-history",
    path: async (server) => `${await team("Account Care")(server)}?tab=history`,
  },
];

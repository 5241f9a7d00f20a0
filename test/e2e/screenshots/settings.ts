import type { Page } from "playwright-core";
import { labelOf } from "../support/label-of.ts";
import type { TestServer } from "../support/test-server.ts";
import type { Picture } from "./picture.ts";

const both = { languages: ["en", "fr"], widths: [1440, 360] } as const;

const press = (page: Page, name: RegExp) => page.getByRole("button", { name }).first().click();

/** What is there once a server, however many pictures of it are taken. */
function once<Made>(make: (server: TestServer) => Promise<Made>) {
  const made = new WeakMap<TestServer, Promise<Made>>();
  return (server: TestServer) => {
    const known = made.get(server) ?? make(server);
    made.set(server, known);
    return known;
  };
}

const addViewer = once(async (server) => {
  const { email, password } = await server.addAccount("Vera Adams", "viewer");
  const origin = new URL(server.url).origin;
  const answer = await fetch(`${origin}/api/auth/sign-in`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  return answer.headers.getSetCookie().map((line) => {
    const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
    return { name, value, url: origin };
  });
});

/** Somebody who has not set a password yet. */
const addNewcomer = once((server) => {
  const person = { name: "Camille Roy", email: "camille@northwind.example", role: "viewer" };
  return server.client.call("POST", "/admins", person);
});

/** Somebody who may look and not change. */
async function asViewer(page: Page, server: TestServer): Promise<void> {
  const address = page.url();
  const cookies = await addViewer(server);
  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.context().addCookies(cookies);
  await page.goto(address);
  await page.getByText("Vera Adams").first().waitFor();
  await page
    .getByRole("main")
    .getByRole("table")
    .or(page.getByRole("main").getByRole("textbox"))
    .first()
    .waitFor();
}

/** The page as it is where the server does not answer for its part. */
function failing(calls: string): Pick<Picture, "prepare" | "allow" | "languages"> {
  return {
    languages: ["en", "fr"],
    allow: [/net::ERR_/, /answered 500/],
    async prepare(page) {
      await page.route(calls, (route) => route.fulfill({ status: 500, json: {} }));
      await page.reload();
      await page.getByRole("button", { name: /^(Retry|Try again|Réessayer)/ }).waitFor();
    },
  };
}

async function makeKey(page: Page): Promise<void> {
  await press(page, /^(Create a key|Créer une clé)$/);
  await page
    .getByRole("dialog")
    .getByRole("textbox", { name: /^(Name|Nom)/ })
    .fill("Payroll export");
}

export const pictures: Picture[] = [
  {
    name: "keys",
    path: "/provisioning/keys",
    ...both,
    prepare: (page) => page.getByRole("table").waitFor(),
  },
  {
    name: "keys-viewer",
    path: "/provisioning/keys",
    prepare: asViewer,
  },
  {
    name: "keys-create",
    path: "/provisioning/keys",
    ...both,
    prepare: makeKey,
  },
  {
    name: "keys-issued",
    path: "/provisioning/keys",
    alone: true,
    data: "empty",
    languages: ["en", "fr"],
    widths: [1440, 360],
    async prepare(page) {
      await makeKey(page);
      await page
        .getByRole("dialog")
        .getByRole("button", { name: /^(Create a key|Créer une clé)$/ })
        .click();
      await page.getByRole("button", { name: /^(Done|Terminé)$/ }).waitFor();
    },
  },
  {
    name: "keys-revoke",
    path: "/provisioning/keys",
    languages: ["en", "fr"],
    async prepare(page) {
      await press(page, /^(Actions for|Actions pour)/);
      await page.getByRole("menuitem", { name: /^(Revoke|Révoquer)/ }).click();
      await page.getByRole("alertdialog").waitFor();
    },
  },
  { name: "keys-failed", path: "/provisioning/keys", ...failing("**/api/v1/api-keys*") },
  {
    name: "keys-none",
    path: "/provisioning/keys",
    alone: true,
    data: "empty",
    languages: ["en", "fr"],
    widths: [1440, 360],
    async prepare(page, server) {
      await server.database.query("update api_keys set revoked_at = now()");
      await page.reload();
      await page.getByText(/^(No API keys yet|Aucune clé d’API)/).waitFor();
    },
  },
  {
    name: "rules",
    path: "/provisioning/rules",
    ...both,
    prepare: (page) => page.getByRole("spinbutton").or(page.getByRole("textbox")).first().waitFor(),
  },
  { name: "rules-viewer", path: "/provisioning/rules", prepare: asViewer },
  {
    name: "rules-changed",
    path: "/provisioning/rules",
    ...both,
    async prepare(page) {
      const field = page.getByRole("textbox", { name: /^(Limit for removals|Limite de retraits)/ });
      await field.fill("1");
      await field.press("Tab");
      const days = page.getByRole("textbox", { name: /^(Time to decide|Délai de décision)/ });
      await days.fill("14");
      await days.press("Tab");
      await page.getByRole("button", { name: /^(Save|Enregistrer)$/ }).waitFor();
    },
  },
  { name: "rules-failed", path: "/provisioning/rules", ...failing("**/provisioning/settings*") },
  {
    name: "rules-empty",
    path: "/provisioning/rules",
    data: "empty",
    languages: ["en", "fr"],
    async prepare(page) {
      await page.getByText(/^(There is no sync yet|Il n’y a encore aucune)/).waitFor();
      const field = page.getByRole("textbox", { name: /^(Limit for removals|Limite de retraits)/ });
      await field.fill("");
      await field.press("Tab");
      await page.getByText(/^(Enter a whole number|Saisissez un nombre)/).waitFor();
    },
  },
  {
    name: "rules-people",
    path: "/provisioning/rules",
    ...both,
    async prepare(page) {
      const box = page.getByRole("textbox", { name: /^(Limit for user updates|Limite de mises)/ });
      await box.first().waitFor();
      await page.getByRole("radiogroup").scrollIntoViewIfNeeded();
      await page.mouse.wheel(0, 4000);
    },
  },
  {
    name: "rules-leaving",
    path: "/provisioning/rules",
    languages: ["en", "fr"],
    async prepare(page) {
      await labelOf(page.getByRole("switch").first()).click();
      await page.getByRole("link", { name: /^(API keys|Clés d’API)$/ }).click();
      await page.getByRole("alertdialog").waitFor();
    },
  },
  {
    name: "workspace",
    path: "/settings/workspace",
    ...both,
    prepare: (page) => page.getByText(/^(\d+ seats are taken|\d+ places sont occupées)/).waitFor(),
  },
  { name: "workspace-viewer", path: "/settings/workspace", prepare: asViewer },
  {
    name: "workspace-changed",
    path: "/settings/workspace",
    ...both,
    async prepare(page) {
      const zone = page.getByRole("combobox", { name: /^(Time zone|Fuseau horaire)/ });
      await zone.fill("york");
      await page.getByRole("option", { name: /^America\/New_York/ }).click();
      const seats = page.getByRole("textbox", { name: /^(Seats|Places)/ });
      await page
        .getByRole("checkbox", { name: /^(No limit|Aucune limite)/ })
        .uncheck({ force: true });
      await seats.fill("120");
      await seats.press("Tab");
      await zone.fill("par");
      await page.getByRole("listbox").waitFor();
    },
  },
  {
    name: "properties",
    path: "/settings/properties",
    ...both,
    prepare: (page) => page.getByRole("table").waitFor(),
  },
  {
    name: "workspace-products",
    path: "/settings/workspace",
    ...both,
    async prepare(page) {
      const field = page.getByRole("textbox", { name: /^(New product|Nouveau produit)/ });
      await field.fill("muster");
      await page.mouse.wheel(0, 4000);
      await page.getByText(/^(This product is|Ce produit est)/).waitFor();
    },
  },
  { name: "properties-viewer", path: "/settings/properties", prepare: asViewer },
  {
    name: "properties-add",
    path: "/settings/properties",
    ...both,
    async prepare(page) {
      await press(page, /^(Add property|Ajouter une propriété)$/);
      const name = page.getByRole("dialog").getByRole("textbox", { name: /^(Name|Nom)/ });
      await name.fill("Department");
      await name.press("Enter");
      await page
        .getByRole("dialog")
        .getByText(/mistaken|confondrait/)
        .waitFor();
    },
  },
  {
    name: "properties-delete",
    path: "/settings/properties",
    languages: ["en", "fr"],
    data: "empty",
    alone: true,
    async prepare(page, server) {
      const label = "Badge number";
      await server.client.call("POST", "/properties", { label, sensitive: true });
      await page.reload();
      await press(page, /^(Actions for|Actions pour) Badge number$/);
      await page.getByRole("menuitem", { name: /^(Delete|Supprimer)$/ }).click();
      await page.getByRole("alertdialog").waitFor();
    },
  },
  {
    name: "admins",
    path: "/settings/admins",
    ...both,
    async prepare(page, server) {
      await addNewcomer(server);
      await page.reload();
      await page.getByRole("table").waitFor();
    },
  },
  { name: "admins-viewer", path: "/settings/admins", prepare: asViewer },
  {
    name: "admins-link",
    path: "/settings/admins",
    data: "empty",
    ...both,
    async prepare(page) {
      await press(page, /^(Add person|Ajouter une personne)$/);
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: /^(Name|Nom)/ }).fill("Camille Roy");
      const email = dialog.getByRole("textbox", { name: /^(Email|Adresse courriel)/ });
      await email.fill(`camille.${Date.now()}@northwind.example`);
      await email.press("Enter");
      await page.getByRole("button", { name: /^(Done|Terminé)$/ }).waitFor();
    },
  },
  {
    name: "admins-last",
    path: "/settings/admins",
    data: "empty",
    languages: ["en", "fr"],
    async prepare(page) {
      await press(page, /^(Actions for|Actions pour)/);
      await page.getByRole("menuitem", { name: /^(Remove|Retirer)$/ }).click();
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: /^(Remove|Retirer) / })
        .click();
      await page.getByText(/at least one admin|au moins un administrateur/).waitFor();
    },
  },
  {
    name: "audit",
    path: "/settings/audit",
    ...both,
    prepare: (page) => page.getByRole("table").waitFor(),
  },
  {
    name: "audit-changes",
    path: "/settings/audit?on=user,team,workspace",
    ...both,
    prepare: (page) => page.getByRole("table").waitFor(),
  },
  {
    name: "audit-action",
    path: "/settings/audit",
    ...both,
    async prepare(page) {
      await press(page, /^Action$/);
      await page.getByRole("menu").waitFor();
    },
  },
  { name: "audit-settings", path: "/settings/audit?on=workspace,property", ...both },
  { name: "audit-failed", path: "/settings/audit", ...failing("**/api/v1/audit*") },
  {
    name: "audit-none",
    path: "/settings/audit?q=nobody-like-this&moon=1&within=never",
    languages: ["en", "fr"],
    prepare: (page) => page.getByText(/^(No entries match|Aucune entrée)/).waitFor(),
  },
];

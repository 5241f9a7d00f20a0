import type { Page } from "playwright-core";
import { ADMIN } from "../support/prepare-data.ts";
import type { TestServer } from "../support/test-server.ts";
import type { Picture } from "./picture.ts";

const both = { languages: ["en", "fr"], widths: [1440, 360] } as const;

const press = (page: Page, name: RegExp) => page.getByRole("button", { name }).first().click();

/** Somebody who may look and not change. */
async function asViewer(page: Page, server: TestServer): Promise<void> {
  const viewer = await server.addAccount(`Viewer ${Date.now()}`, "viewer");
  await page.context().clearCookies();
  const origin = new URL(server.url).origin;
  await page.request.post("/api/auth/sign-in", {
    headers: { origin },
    data: { email: viewer.email, password: ADMIN.password },
  });
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
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
];

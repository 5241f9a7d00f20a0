import type { Page } from "playwright-core";
import { startMailCompanion } from "../support/mail-companion.ts";
import type { TestServer } from "../support/test-server.ts";
import type { Picture } from "./picture.ts";

const PEOPLE = [
  { name: "Camille Roy", email: "camille@northwind.example", role: "admin" },
  { name: "Maximilian Featherstonehaugh", email: "max@northwind.example", role: "viewer" },
] as const;

const filled = new WeakMap<TestServer, Promise<unknown>>();

/** Who else is there, once a server. */
function addPeople(server: TestServer): Promise<unknown> {
  const known =
    filled.get(server) ??
    Promise.all(PEOPLE.map((person) => server.client.call("POST", "/admins", person)));
  filled.set(server, known);
  return known;
}

/** Brings the choices into sight, after everything else on the page. */
async function lookAtEmail(page: Page): Promise<void> {
  const heading = page.getByRole("heading", { name: /^(Email|Courriels)$/ });
  await heading.waitFor();
  await page
    .getByText(
      /^(There is no sync yet|Il n’y a encore|Your last|None of|Of your|Sur |Votre|Aucune de|Auraient)/,
    )
    .first()
    .waitFor();
  await heading.evaluate((element) => element.scrollIntoView({ block: "start" }));
}

const looks = { languages: ["en", "fr"], widths: [1440, 360] } as const;

export const pictures: Picture[] = [
  {
    name: "email-choices",
    path: "/provisioning/rules",
    ...looks,
    startCompanion: startMailCompanion,
    async prepare(page, server) {
      await addPeople(server);
      await page.reload();
      await page.getByRole("row", { name: /Camille Roy/ }).waitFor();
      await lookAtEmail(page);
    },
  },
  {
    name: "email-alone",
    path: "/provisioning/rules",
    data: "empty",
    startCompanion: startMailCompanion,
    async prepare(page) {
      await page.getByText(/^(Nobody else|Personne d’autre)/).waitFor();
      await lookAtEmail(page);
    },
  },
  { name: "email-not-set-up", path: "/provisioning/rules", ...looks, prepare: lookAtEmail },
  {
    name: "email-failed",
    path: "/provisioning/rules",
    allow: [/net::ERR_/, /answered 500/],
    async prepare(page) {
      await page.route("**/api/v1/notices", (route) => route.fulfill({ status: 500, json: {} }));
      await page.reload();
      await page.getByText(/^(Who gets email could|La liste des courriels)/).waitFor();
      await lookAtEmail(page);
    },
  },
];

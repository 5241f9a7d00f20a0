import type { Page } from "playwright-core";
import { startSignInProvider } from "../support/sign-in-provider.ts";
import type { Picture } from "./picture.ts";

const both = { languages: ["en", "fr"], widths: [1440, 360] } as const;
const nobody = { as: null, ...both } as const;

const waitForHeading = (page: Page) => page.getByRole("heading", { level: 1 }).waitFor();
const submit = (page: Page) => page.locator("form button[type=submit]").click();
const withProvider = { startCompanion: startSignInProvider, data: "empty" } as const;
const seeProvider = (page: Page) => page.getByRole("link", { name: /Acme login$/ }).waitFor();

/** The pages for who is not signed in, and one's own account. */
export const pictures: Picture[] = [
  { name: "sign-in", path: "/sign-in", data: "empty", ...nobody, prepare: waitForHeading },
  {
    ...{ name: "sign-in-wrong", path: "/sign-in", data: "empty", ...nobody },
    async prepare(page) {
      await page.locator("input[type=email]").fill("ada@northwind.example");
      await page.locator("input[type=password]").fill("not this one");
      await submit(page);
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "sign-in-provider", path: "/sign-in", ...withProvider, ...nobody, prepare: seeProvider },
  {
    name: "sign-in-refused",
    path: "/sign-in?refused=sso_no_account&return=%2Fusers",
    ...{ ...withProvider, ...nobody, prepare: seeProvider },
  },
  { name: "sign-in-first", path: "/sign-in", data: "new", ...nobody },
  {
    name: "set-up",
    path: async ({ setUpUrl }) => {
      const { pathname, hash } = new URL(setUpUrl ?? "");
      return `${pathname}${hash}`;
    },
    ...{ data: "new", ...nobody },
    prepare: submit,
  },
  {
    name: "set-password",
    async path({ client }) {
      const email = `bob.${Date.now()}@northwind.example`;
      const body = { name: "Bob Roy", email, role: "viewer" };
      return (await client.call<{ link: string }>("POST", "/admins", body)).link;
    },
    ...{ data: "empty", ...nobody },
    prepare: waitForHeading,
  },
  {
    name: "account",
    path: "/account",
    ...both,
    prepare: (page) => page.getByRole("table").waitFor(),
  },
];

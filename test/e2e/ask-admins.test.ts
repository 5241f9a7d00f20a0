import { expect } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { makeWaitingSync } from "./support/waiting-syncs.ts";

const test = setUpPages({ data: "empty" });

test("who may only look is told whom to ask: one admin, two, or two of more", async ({
  server,
  open,
}) => {
  const viewer = await server.addAccount("Vera Viewer", "viewer");
  const rename = (name: string) =>
    server.database.query("update auth_users set name = $1 where email = $2", [
      name,
      server.admin.email,
    ]);
  await rename("Max Roe");
  const page = await open("/provisioning/rules", { as: viewer });
  await page.getByText("Only admins can change these rules. Ask Max Roe.").waitFor();
  await server.addAccount("Ada Byron", "admin");
  await page.reload();
  await page.getByText("Only admins can change these rules. Ask Ada Byron or Max Roe.").waitFor();
  await server.addAccount("Zoé Zuber", "admin");
  // Let in, and not come yet: not the first to ask.
  await server.client.call("POST", "/admins", {
    ...{ name: "Aaron Absent", email: "aaron@northwind.example", role: "admin" },
  });
  const names = "Ask Ada Byron, Max Roe or another admin.";
  for (const [path, words] of [
    ["/provisioning/rules", "Only admins can change these rules."],
    ["/settings/workspace", "Only admins can change these settings."],
    ["/settings/admins", "Only admins can change who has access."],
    ["/provisioning/source", "Only admins can upload files."],
  ] as const) {
    await page.goto(path);
    await page.getByText(`${words} ${names}`).waitFor();
  }
  await expectAccessible(page);

  const { sync } = await makeWaitingSync(server);
  await page.goto(`/syncs/${sync.number}`);
  await page
    .getByRole("region", { name: "State of this sync" })
    .getByText(`An admin reviews the updates, then approves or rejects them. ${names}`)
    .waitFor();

  const french = await open("/settings/workspace", { as: viewer, language: "fr", width: 360 });
  await french
    .getByText("Adressez-vous à Ada Byron, à Max Roe ou à un autre administrateur.")
    .waitFor();
  await expectAccessible(french);
  await rename("admin");
});

test("an admin is told nothing of the kind", async ({ open }) => {
  const page = await open("/settings/workspace");
  await page.getByRole("heading", { level: 1, name: "Workspace" }).waitFor();
  await page.getByRole("textbox", { name: "Name" }).first().waitFor();
  expect(await page.getByText(/Only admins can/).count()).toBe(0);
});

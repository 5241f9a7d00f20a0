import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { User } from "../../src/contract/directory.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { findUser } from "./support/small-company.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const badge = (page: Page, name: string) =>
  page.locator(".page-heading").getByText(name, { exact: true });

async function addPerson(server: TestServer, name: string, more: object = {}): Promise<User> {
  const email = `${name.toLowerCase()}@northwind.example`;
  const person = { email, firstName: name, lastName: "Hand", ...more };
  return (await server.client.call<{ user: User }>("POST", "/users", person)).user;
}

async function chooseInMenu(page: Page, item: string): Promise<Locator> {
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: item }).click();
  // A toast is an alertdialog too.
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  return dialog.and(page.locator(":not(.toast)"));
}

test("somebody is added by hand, then invited: the link is shown once and opens the door", async ({
  server,
  open,
}) => {
  const page = await open("/users");
  await page.getByText("No users yet").waitFor();
  await page.getByRole("button", { name: "Add user" }).click();
  const form = page.getByRole("dialog", { name: "Add user" });
  await form.getByRole("button", { name: "Add user" }).click();
  await form.getByText("Enter an email.").waitFor();
  await form.getByRole("textbox", { name: "Email" }).fill("not an address");
  await form.getByRole("button", { name: "Add user" }).click();
  await form.getByText("This is not an email address.").waitFor();
  await form.getByRole("textbox", { name: "Email" }).fill("new@northwind.example");
  await form.getByRole("textbox", { name: "First name" }).fill("Nina");
  await form.getByRole("button", { name: "Add user" }).click();
  await page.getByRole("heading", { name: "Nina", level: 1 }).waitFor();
  await page.getByText("Added by hand").first().waitFor();

  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Nina is invited" });
  await dialog.getByText("No mail is sent from here.").waitFor();
  const link = await dialog.getByText(/\/invitations\//).innerText();
  await dialog.getByRole("button", { name: "Close" }).click();
  await badge(page, "Invited").waitFor();
  await page.getByRole("button", { name: "Send a new invitation" }).click();
  await dialog.getByText(/\/invitations\//).waitFor();
  const next = await dialog.getByText(/\/invitations\//).innerText();
  expect(next).not.toBe(link);
  await dialog.getByRole("button", { name: "Close" }).click();
  const opened = await fetch(next);
  expect(opened.status).toBe(200);
  expect((await findUser(server, "new@")).invitation?.mail).toBe("none");
});

describe("access", () => {
  test("is taken and given back, with what it means", async ({ server, open }) => {
    const { id } = await addPerson(server, "Dan");
    const page = await open(`/users/${id}`);
    const dialog = await chooseInMenu(page, "Deactivate");
    await dialog.getByText("No sync gives the access back; you can.").waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe("Cancel");
    await dialog.getByRole("button", { name: "Deactivate Dan Hand" }).click();
    await badge(page, "Deactivated").waitFor();
    await page.getByText("Deactivated by hand,").waitFor();
    await page.getByRole("button", { name: "Reactivate" }).click();
    await badge(page, "Not invited").waitFor();
  });

  test("needs a seat, and the last administrator keeps it", async ({ server, open }) => {
    const { id } = await addPerson(server, "Eve");
    const boss = await addPerson(server, "Root", { role: "admin" });
    await server.client.call("POST", `/users/${id}/deactivate`);
    await server.client.call("PATCH", "/workspace", { seatLimit: 1 });
    const page = await open(`/users/${id}`);
    await page.getByRole("button", { name: "Reactivate" }).click();
    const refusal = page.getByRole("alert");
    await refusal.getByText("All 1 seats of this workspace are taken.").waitFor();
    await refusal.getByText("Nothing was changed.").waitFor();
    await server.client.call("PATCH", "/workspace", { seatLimit: null });

    const other = await open(`/users/${boss.id}`);
    const dialog = await chooseInMenu(other, "Delete");
    await dialog.getByRole("button", { name: "Delete Root Hand" }).click();
    await dialog.getByText("This is the last administrator among the users.").waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await badge(other, "Not invited").waitFor();
  });

  test("goes with a deletion, which can be undone; erasing cannot, and asks for the name", async ({
    server,
    open,
  }) => {
    const { id } = await addPerson(server, "Fay");
    const page = await open(`/users/${id}`);
    const deletion = await chooseInMenu(page, "Delete");
    await deletion.getByRole("button", { name: "Delete Fay Hand" }).click();
    await badge(page, "Deleted").waitFor();
    await page.getByText("Fay Hand is deleted.").first().waitFor();
    await page.getByText("Can be restored until").waitFor();
    await page.getByRole("button", { name: "Restore" }).click();
    await badge(page, "Not invited").waitFor();

    const erasure = await chooseInMenu(page, "Erase for good");
    const erase = erasure.getByRole("button", { name: "Erase Fay Hand" });
    expect(await erase.isDisabled()).toBe(true);
    await erasure.getByRole("textbox", { name: "Type Fay Hand to confirm" }).fill("fay hand");
    await erase.click();
    await page.getByText("This person was erased.").waitFor();
    await page.getByRole("heading", { name: "Erased user", level: 1 }).waitFor();
    await expect.poll(() => page.getByRole("main").getByText("Fay").count()).toBe(0);
    expect(await page.getByRole("button", { name: "More actions" }).count()).toBe(0);
  });
});

test("an external ID links a user; who has it already is named", async ({ server, open }) => {
  const holder = await addPerson(server, "Hal");
  await server.client.call("POST", `/users/${holder.id}/relink`, { externalId: "X-1" });
  const { id } = await addPerson(server, "Ida");
  const page = await open(`/users/${id}`);
  const dialog = await chooseInMenu(page, "Link to an external ID");
  const field = dialog.getByRole("textbox", { name: "External ID" });
  await field.fill("X-1");
  await field.press("Enter");
  await dialog.getByText("Hal Hand is linked under this ID.").waitFor();
  await dialog.getByRole("link", { name: "Open Hal Hand" }).waitFor();
  await field.fill("X-2");
  await field.press("Enter");
  await dialog.waitFor({ state: "detached" });
  await page.getByText("Kept by API push").waitFor();

  const unlinking = await chooseInMenu(page, "Unlink from API push");
  await unlinking.getByRole("button", { name: "Unlink Ida Hand" }).click();
  await page.getByText("Added by hand").first().waitFor();
  expect((await findUser(server, "ida@")).externalId).toBeNull();
});

test("who may only look sees nothing to change", async ({ server, open }) => {
  const viewer = await server.addAccount("Vera", "viewer");
  const { id } = await addPerson(server, "Jon");
  const page = await open("/users", { as: viewer });
  await page.getByRole("row", { name: "Jon Hand" }).waitFor();
  expect(await page.getByRole("button", { name: "Add user" }).count()).toBe(0);
  expect(await page.getByRole("checkbox").count()).toBe(0);
  const person = await open(`/users/${id}`, { as: viewer });
  await person.getByRole("heading", { name: "Jon Hand", level: 1 }).waitFor();
  await person.getByRole("list", { name: "History" }).waitFor();
  for (const name of ["Edit", "Invite", "More actions"]) {
    expect(await person.getByRole("button", { name }).count()).toBe(0);
  }
});

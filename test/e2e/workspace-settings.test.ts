import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { Property } from "../../src/contract/property.ts";
import type { Workspace } from "../../src/contract/workspace.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const button = (on: Page | Locator, name: string | RegExp) => on.getByRole("button", { name });
const field = (on: Page | Locator, name: string | RegExp) => on.getByRole("textbox", { name });
const unsaved = (page: Page) => page.getByRole("region", { name: /unsaved change/ });
const readWorkspace = ({ client }: TestServer) => client.call<Workspace>("GET", "/workspace");

async function askOf(page: Page, name: string, item: string): Promise<void> {
  await button(page, `Actions for ${name}`).click();
  await page.getByRole("menuitem", { name: item }).click();
}

describe("the workspace", () => {
  test("is named anew, gets a clock and seats; the bar says what changes", async ({
    server,
    open,
  }) => {
    const given = { email: "seated@northwind.example", firstName: "Sena" };
    await server.client.call("POST", "/users", given);
    const page = await open("/settings/workspace");
    await page.getByText("1 seat is taken.").waitFor();
    await field(page, "Name").fill("Northwind Traders");
    const zone = page.getByRole("combobox", { name: "Time zone" });
    await zone.fill("new york");
    await page.getByRole("option", { name: /^America\/New_York/ }).click();
    expect(await zone.inputValue()).toBe("America/New_York");
    // What was chosen is offered only where the text finds it, and comes back when nothing else is chosen.
    await zone.fill("par");
    await page.getByRole("option", { name: /^Europe\/Paris/ }).waitFor();
    expect(await page.getByRole("option", { name: /New_York/ }).count()).toBe(0);
    await zone.fill("atlantis");
    await page.getByText("No option matches.").waitFor();
    await zone.press("Escape");
    await zone.press("Tab");
    await expect.poll(() => zone.inputValue()).toBe("America/New_York");
    await page.getByRole("checkbox", { name: "No limit" }).uncheck({ force: true });
    const seats = field(page, "Seats");
    await seats.fill("0");
    await seats.press("Tab");
    await page.getByText("This is fewer than are taken.").waitFor();
    await seats.fill("25");
    await seats.press("Tab");
    await page.getByText("24 are free.").waitFor();
    await unsaved(page).getByText("Name: Northwind → Northwind Traders").waitFor();
    await unsaved(page)
      .getByText(/^Time zone: .+ → America\/New_York$/)
      .waitFor();
    await unsaved(page).getByText("Seats: No limit → 25").waitFor();
    await button(unsaved(page), "Save").click();
    await unsaved(page).waitFor({ state: "detached" });
    // The head of every page knows it at once.
    await page.getByText("Northwind Traders").first().waitFor();
    expect(await readWorkspace(server)).toMatchObject({
      ...{ name: "Northwind Traders", timeZone: "America/New_York", seatLimit: 25 },
    });
  });

  test("products come and go, and the default with its product", async ({ server, open }) => {
    const before = await readWorkspace(server);
    const first = before.products[0] ?? "";
    const page = await open("/settings/workspace");
    await field(page, "New product").fill(` ${first.toUpperCase()}`);
    await page.getByText("This product is in the list already.").waitFor();
    expect(await button(page, "Add product").isDisabled()).toBe(true);
    await field(page, "New product").fill("Pulse");
    await field(page, "New product").press("Enter");
    await unsaved(page).getByText(`Products: ${first} → ${first} and Pulse`).waitFor();
    await button(page, /Default product/).click();
    await page.getByRole("option", { name: "Pulse" }).click();
    await button(page, `Remove ${first}`).click();
    await button(unsaved(page), "Save").click();
    await unsaved(page).waitFor({ state: "detached" });
    expect(await readWorkspace(server)).toMatchObject({
      ...{ products: ["Pulse"], defaultProduct: "Pulse" },
    });
    await button(page, "Remove Pulse").click();
    await page.getByText("There is no product.").waitFor();
    await unsaved(page).getByText("Default product: Pulse → None").waitFor();
    await button(unsaved(page), "Discard").click();
    await page.getByRole("listitem").filter({ hasText: "Pulse" }).waitFor();
  });

  test("cannot be without a name", async ({ open }) => {
    const page = await open("/settings/workspace");
    await field(page, "Name").fill(" ");
    await page.getByText("Enter a name.").waitFor();
    await unsaved(page)
      .getByText(/^Name: .+ → empty$/)
      .waitFor();
    expect(await button(unsaved(page), "Save").isDisabled()).toBe(true);
    await button(unsaved(page), "Discard").click();
  });

  test("is for a viewer to look at", async ({ server, open }) => {
    const page = await open("/settings/workspace", {
      as: await server.addAccount("Vera Space", "viewer"),
    });
    await page.getByText("Only admins can change these settings.").waitFor();
    expect(await field(page, "Name").isDisabled()).toBe(true);
    expect(await button(page, /^(Add product|Remove )/).count()).toBe(0);
  });
});

describe("properties", () => {
  const listProperties = async ({ client }: TestServer) =>
    (await client.call<{ items: Property[] }>("GET", "/properties")).items;

  test("one is added, renamed, and deleted with everyone's value", async ({ server, open }) => {
    const page = await open("/settings/properties");
    await page.getByRole("row", { name: /^Department department/ }).waitFor();
    await button(page, "Add property").click();
    const form = page.getByRole("dialog", { name: "Add a property" });
    await button(form, "Add the property").click();
    await form.getByText("Enter a name.").waitFor();
    await field(form, "Name").fill("Cost Center");
    await button(form, "Add the property").click();
    await form.getByText("This would be mistaken for another name").first().waitFor();
    await field(form, "Name").fill("部門");
    await button(form, "Add the property").click();
    await form.getByText("No key can be made from this name").waitFor();
    await field(form, "Name").fill("Badge number");
    await form.getByRole("checkbox", { name: "Sensitive" }).check({ force: true });
    await button(form, "Add the property").click();
    await form.waitFor({ state: "detached" });
    const row = page.getByRole("row", { name: /^Badge number/ });
    await row.getByText("Sensitive").waitFor();
    expect(await listProperties(server)).toContainEqual({
      ...{ key: "badgeNumber", label: "Badge number", type: "text" },
      ...{ sensitive: true, isDefault: false },
    });

    const properties = { badgeNumber: "B-7" };
    const given = { email: "badge@northwind.example", firstName: "Ben", properties };
    await server.client.call("POST", "/users", given);
    await askOf(page, "Badge number", "Edit");
    const edit = page.getByRole("dialog", { name: "Edit “Badge number”" });
    await field(edit, "Name").fill("Badge");
    await button(edit, "Save").click();
    await page.getByRole("row", { name: /^Badge Sensitive badgeNumber/ }).waitFor();
    await askOf(page, "Badge", "Edit");
    const again = page.getByRole("dialog", { name: "Edit “Badge”" });
    await again.getByRole("checkbox", { name: "Sensitive" }).uncheck({ force: true });
    await button(again, "Save").click();
    await page.getByRole("row", { name: /^Badge badgeNumber/ }).waitFor();
    expect((await listProperties(server)).find(({ key }) => key === "badgeNumber")).toMatchObject({
      ...{ label: "Badge", sensitive: false },
    });

    await askOf(page, "Badge", "Delete");
    const ask = page.getByRole("alertdialog", { name: "Delete the property “Badge”?" });
    await ask.getByText("Everyone’s value of it is deleted with it").waitFor();
    await button(ask, "Delete the property and its values").click();
    await page.getByRole("row", { name: /^Badge/ }).waitFor({ state: "detached" });
    expect((await listProperties(server)).map(({ key }) => key)).not.toContain("badgeNumber");
    const people = await server.client.listUsers();
    const ben = people.find(({ email }) => email === "badge@northwind.example");
    expect(JSON.stringify(ben?.properties)).not.toContain("B-7");
  });

  test("one comes back as sensitive where the deleted one was, and says so", async ({
    server,
    open,
  }) => {
    const body = { label: "Salary", sensitive: true };
    await server.client.call("POST", "/properties", body);
    const page = await open("/settings/properties");
    await askOf(page, "Salary", "Delete");
    const ask = page.getByRole("alertdialog", { name: "Delete the property “Salary”?" });
    await button(ask, "Delete the property and its values").click();
    const row = page.getByRole("row", { name: /^Salary/ });
    await row.waitFor({ state: "detached" });
    await button(page, "Add property").click();
    const form = page.getByRole("dialog", { name: "Add a property" });
    await field(form, "Name").fill("Salary");
    await button(form, "Add the property").click();
    await page.getByText("“Salary” was added as sensitive, as the deleted property").waitFor();
    await row.getByText("Sensitive").waitFor();
  });

  test("one that every workspace has stays", async ({ open }) => {
    const page = await open("/settings/properties");
    await button(page, "Actions for Department").click();
    await page.getByRole("menuitem", { name: "Edit" }).waitFor();
    expect(await page.getByRole("menuitem", { name: "Delete" }).count()).toBe(0);
  });

  test("are for a viewer to look at", async ({ server, open }) => {
    const page = await open("/settings/properties", {
      as: await server.addAccount("Vera Fields", "viewer"),
    });
    await page.getByRole("row", { name: /^Department/ }).waitFor();
    expect(await button(page, /^(Add property|Actions for)/).count()).toBe(0);
  });
});

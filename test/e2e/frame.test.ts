import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { LOOKS } from "./support/look.ts";
import { setUpPages } from "./support/set-up-pages.ts";

const test = setUpPages({ data: "demo" });

const SIGN_IN = /^\/sign-in/;
const addressOf = (page: Page) => {
  const { pathname, search } = new URL(page.url());
  return decodeURIComponent(pathname + search);
};
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
/** A table, or cards where it is narrow. */
const rowsOf = (page: Page) =>
  page.getByRole("table").or(page.getByRole("list", { name: /^(Syncs|Synchronisations)/ }));
const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang);

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

describe("who is not signed in", () => {
  test("signs in and goes on to the address they wanted", async ({ open, server }) => {
    const page = await open("/syncs?status=failed", { as: null });
    await heading(page, "Sign in").waitFor();
    expect(addressOf(page)).toMatch(SIGN_IN);
    await signIn(page, server.admin.email, "not the password");
    await page.getByRole("alert").getByText("Email or password is not right.").waitFor();
    await signIn(page, server.admin.email, server.admin.password);
    await heading(page, "Sync history").waitFor();
    expect(addressOf(page)).toBe("/syncs?status=failed");
    await page.getByRole("button", { name: "Status (1)" }).waitFor();
  });

  test("is never led to another place by a link", async ({ open, server }) => {
    const page = await open("/sign-in?return=//elsewhere.invalid/syncs", { as: null });
    await signIn(page, server.admin.email, server.admin.password);
    await heading(page, "Sync history").waitFor();
    expect(addressOf(page)).toBe("/syncs");
  });

  test("is told what is missing, field by field", async ({ open }) => {
    const page = await open("/sign-in", { as: null });
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("Enter your email.").waitFor();
    await page.getByText("Enter your password.").waitFor();
    await expectAccessible(page);
  });

  test("signs out, and is back at the sign-in page", async ({ open, server }) => {
    const page = await open("/syncs", { as: null });
    await signIn(page, server.admin.email, server.admin.password);
    await page.getByRole("button", { name: /^Account of/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await heading(page, "Sign in").waitFor();
    await page.goto("/syncs");
    await heading(page, "Sign in").waitFor();
  });
});

describe("the frame", () => {
  test("names the page, and says how many syncs need approval", async ({ open }) => {
    const page = await open("/");
    await heading(page, "Sync history").waitFor();
    expect(addressOf(page)).toBe("/syncs");
    expect(await page.title()).toBe("Sync history · Provisioning");
    const navigation = page.getByRole("navigation", { name: "Main" });
    const link = navigation.getByRole("link", { name: /^Sync history/ });
    await navigation.getByText("1 sync needs approval").waitFor();
    expect(await link.getAttribute("aria-current")).toBe("page");
  });

  test("lets the keyboard skip to the content", async ({ open }) => {
    const page = await open("/syncs");
    await heading(page, "Sync history").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  });

  test("keeps theme, language and clock with the account", async ({ open, server }) => {
    const own = await server.addAccount("Camille Roy", "admin");
    const page = await open("/syncs", { as: own, timeZone: "Asia/Tokyo" });
    await page.getByRole("button", { name: /^Theme/ }).click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    await page.getByRole("button", { name: /^Account of/ }).click();
    await page.getByRole("menuitemradio", { name: /Of this device/ }).click();
    await page.getByRole("button", { name: /^Language/ }).click();
    await page.getByRole("menuitemradio", { name: "Français" }).click();
    await heading(page, "Historique des synchronisations").waitFor();
    expect(await languageOf(page)).toBe("fr");
    expect(await page.title()).toBe("Historique des synchronisations · Provisionnement");

    await page.reload({ waitUntil: "commit" });
    // Before anything of ours has run, so that nothing flashes.
    await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    await heading(page, "Historique des synchronisations").waitFor();

    const elsewhere = await open("/syncs", { as: own, timeZone: "UTC" });
    await heading(elsewhere, "Historique des synchronisations").waitFor();
    await elsewhere.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    await elsewhere.getByRole("button", { name: /^Compte de/ }).click();
    const tokyo = elsewhere.getByRole("menuitemradio", { name: "Asia/Tokyo" });
    expect(await tokyo.getAttribute("aria-checked")).toBe("true");
  });

  test("shows the clock of the workspace, or another where somebody chose so, and back", async ({
    open,
    server,
  }) => {
    const own = await server.addAccount("Tomo Clock", "admin");
    const before = await server.client.call<{ timeZone: string }>("GET", "/workspace");
    const setZone = (timeZone: string) => server.client.call("PATCH", "/workspace", { timeZone });
    await setZone("America/New_York");
    const page = await open("/syncs", { as: own, timeZone: "Asia/Tokyo" });
    const time = page.getByRole("table").locator("time").first();
    const at = new Date((await time.getAttribute("datetime"))!);
    const clockIn = (timeZone: string) =>
      new Intl.DateTimeFormat("en-US", {
        ...{ timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
      }).format(at);
    const pick = async (name: RegExp) => {
      await page.getByRole("button", { name: /^Account of/ }).click();
      await page.getByRole("menuitemradio", { name }).click();
    };
    await expect.poll(() => time.innerText()).toContain(clockIn("America/New_York"));
    await pick(/^Of this device/);
    await expect.poll(() => time.innerText()).toContain(clockIn("Asia/Tokyo"));
    await page.reload();
    await expect.poll(() => time.innerText()).toContain(clockIn("Asia/Tokyo"));
    await pick(/^Of the workspace/);
    await expect.poll(() => time.innerText()).toContain(clockIn("America/New_York"));
    await page.reload();
    await expect.poll(() => time.innerText()).toContain(clockIn("America/New_York"));
    await setZone(before.timeZone);
  });

  test("tells the exact time, with its zone and in UTC, of what is pointed at", async ({
    open,
  }) => {
    const page = await open("/syncs");
    await page.getByRole("table").locator("time").first().hover();
    const words = await page.getByRole("tooltip").innerText();
    expect(words).toMatch(/^\w{3} \d+, \d{4}, \d\d:\d\d:\d\d .+ \(.+\)\n\w{3} .+ UTC$/);
    await page.mouse.move(0, 0);
    await page.getByRole("tooltip").waitFor({ state: "detached" });
  });

  test("is a bar at the top of a narrow window, and its menu closes on the page it leads to", async ({
    open,
  }) => {
    const page = await open("/nowhere", { width: 360, height: 740 });
    await heading(page, "There is nothing at this address").waitFor();
    await page.getByRole("button", { name: "Open the menu" }).click();
    const menu = page.getByRole("dialog", { name: "Menu" });
    await expectAccessible(page);
    await menu.getByRole("link", { name: /^Sync history/ }).click();
    await heading(page, "Sync history").waitFor();
    await menu.waitFor({ state: "detached" });
  });

  test("fits 320 px without scrolling the page sideways", async ({ open }) => {
    const page = await open("/syncs", { width: 320, height: 640 });
    await rowsOf(page).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe("the address", () => {
  test("is the state: a choice is one step of Back, and reloading keeps it", async ({ open }) => {
    const page = await open("/syncs");
    await page.getByRole("button", { name: "Status" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Failed" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Rejected" }).click();
    await page.keyboard.press("Escape");
    await expect.poll(() => addressOf(page)).toBe("/syncs?status=rejected,failed");
    await page.reload();
    await page.getByRole("button", { name: "Status (2)" }).waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "Status (1)" }).waitFor();
    expect(addressOf(page)).toBe("/syncs?status=failed");
  });

  test("loses what no longer exists, and the page says so", async ({ open }) => {
    const page = await open("/syncs?status=failed,on_fire");
    const notice = page.getByText("Some filters in this link no longer exist.");
    await notice.waitFor();
    await expect.poll(() => addressOf(page)).toBe("/syncs?status=failed");
    await page.getByRole("button", { name: "Dismiss" }).click();
    await notice.waitFor({ state: "detached" });
  });
});

describe("when the server is away", () => {
  test("the page stays, with a bar that says from when it is", async ({ open }) => {
    const page = await open("/syncs");
    page.faults.allow(/net::ERR_/);
    await rowsOf(page).waitFor();
    await page.context().setOffline(true);
    await page.getByText(/^You’re offline\. Showing data from \d\d:\d\d\.$/).waitFor();
    await expectAccessible(page);
    await page.context().setOffline(false);
    await page.getByText(/You’re offline/).waitFor({ state: "detached" });
    await rowsOf(page).waitFor();
  });

  test("before anything could be shown, Retry brings the page", async ({ open }) => {
    const page = await open("/sign-in");
    page.faults.allow(/net::ERR_/);
    await page.route("**/api/v1/**", (route) => route.abort());
    await page.route("**/healthz", (route) => route.abort());
    await page.goto("/syncs");
    await heading(page, "The server does not answer").waitFor();
    await expectAccessible(page);
    await page.unroute("**/api/v1/**");
    await page.unroute("**/healthz");
    await page.getByRole("button", { name: "Retry" }).click();
    await heading(page, "Sync history").waitFor();
  });

  test("a list that failed says so in its place, with the request ID", async ({ open }) => {
    const page = await open("/nowhere");
    page.faults.allow(/answered 500/);
    await page.route("**/api/v1/syncs?*", (route) =>
      route.fulfill({
        status: 500,
        contentType: "application/problem+json",
        body: JSON.stringify({ status: 500, code: "internal_error", requestId: "r-8c0c54d4" }),
      }),
    );
    await page.getByRole("link", { name: /^Sync history/ }).click();
    const alert = page.getByRole("alert");
    await alert.getByText("r-8c0c54d4").waitFor();
    await alert.getByRole("button", { name: "Copy request ID" }).waitFor();
    await expectAccessible(page);
    await page.unroute("**/api/v1/syncs?*");
    await alert.getByRole("button", { name: "Retry" }).click();
    await rowsOf(page).waitFor();
  });
});

describe("axe finds nothing", () => {
  for (const look of LOOKS) {
    const name = `${look.language}, ${look.width} px`;
    test(`on the history, its filter, an address without a page, and signing in: ${name}`, async ({
      open,
    }) => {
      const page = await open("/syncs", look);
      await rowsOf(page).waitFor();
      await expectAccessible(page);
      await page.getByRole("button", { name: look.language === "fr" ? "État" : "Status" }).click();
      await page.getByRole("menu").waitFor();
      await expectAccessible(page);
      await page.goto("/nowhere");
      await page.getByRole("heading", { level: 1 }).waitFor();
      await expectAccessible(page);
      const stranger = await open("/sign-in", { ...look, as: null });
      await stranger.getByRole("heading", { level: 1 }).waitFor();
      await expectAccessible(stranger);
    });
  }
});

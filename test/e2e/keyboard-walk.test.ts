import { expect } from "vitest";
import { setUpPages } from "./support/set-up-pages.ts";
import { makeWaitingSync } from "./support/waiting-syncs.ts";
import { isFocused, tabTo } from "./support/walk-by-keys.ts";

const test = setUpPages({ data: "empty" });

test("with the keyboard alone one signs in, reviews a sync, approves it and downloads its report", async ({
  server,
  open,
}) => {
  const { sync, deleted } = await makeWaitingSync(server);
  const page = await open("/syncs", { as: null });
  const { keyboard } = page;
  const has = (target: Parameters<typeof isFocused>[0]) => expect.poll(() => isFocused(target));

  const email = page.getByRole("textbox", { name: "Email" });
  await email.waitFor();
  if (!(await isFocused(email))) await tabTo(page, email);
  await keyboard.type(server.admin.email);
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await keyboard.type(server.admin.password);
  await keyboard.press("Enter");

  const row = page.getByRole("row").filter({ hasText: "Needs approval" });
  await row.waitFor();
  await tabTo(page, row.getByRole("link").first());
  await keyboard.press("Enter");
  await page.waitForURL(`**/syncs/${sync.number}`);

  // Reviewing: one kind of update, one row of it, its details.
  await tabTo(page, page.getByRole("link", { name: `${deleted} to delete` }));
  await keyboard.press("Enter");
  await page.waitForURL(/type=user_deleted/);
  const grid = page.getByRole("grid");
  await tabTo(page, grid);
  await keyboard.press("j");
  await keyboard.press("j");
  await keyboard.press("Enter");
  await page.waitForURL(/row=\d+/);
  await page.getByText("Account will be deleted").first().waitFor();
  await keyboard.press("Escape");
  await expect.poll(() => page.url()).not.toContain("row=");
  await has(grid).toBe(true);

  // Deciding: the focus begins on Cancel, past the limit the number is typed.
  await tabTo(page, page.getByRole("button", { name: "Approve…" }), "Shift+Tab");
  await keyboard.press("Enter");
  const dialog = page.getByRole("alertdialog");
  await has(dialog.getByRole("button", { name: "Cancel" })).toBe(true);
  await tabTo(page, dialog.getByRole("textbox", { name: `Type ${deleted}` }), "Shift+Tab");
  await keyboard.type(String(deleted));
  await tabTo(page, dialog.getByRole("button", { name: /^Approve and delete/ }));
  await keyboard.press("Enter");
  const bar = page.getByRole("region", { name: "State of this sync" });
  await bar.getByText(`${deleted} updates were applied.`).waitFor();
  await has(bar).toBe(true);

  await keyboard.press("d");
  await has(page.getByRole("menu")).toBe(true);
  await has(page.getByRole("menuitem", { name: /^Full report/ })).toBe(true);
  const [download] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
});

test("Escape leaves each question without an answer, and gives the focus back", async ({
  server,
  open,
}) => {
  const { sync } = await makeWaitingSync(server);
  const page = await open(`/syncs/${sync.number}`);
  for (const name of ["Reject", "Approve…"]) {
    const button = page.getByRole("button", { name, exact: true });
    await tabTo(page, button);
    await page.keyboard.press("Enter");
    await page.getByRole("alertdialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("alertdialog").waitFor({ state: "detached" });
    await expect.poll(() => isFocused(button)).toBe(true);
  }
  expect((await server.client.readSync(sync.id)).phase).toBe("awaiting_approval");
});

test("nothing that has the focus lies under the bar that stays in sight", async ({
  server,
  open,
}) => {
  const { sync } = await makeWaitingSync(server);
  const page = await open(`/syncs/${sync.number}?tab=activity`, { width: 1000, height: 660 });
  await page.getByRole("table").last().waitFor();
  await page.getByRole("tab", { name: "Activity" }).focus();
  // Scrolled so that the links before it are under the bar.
  const before = page.getByRole("main").getByRole("link", { name: "Show only Users" });
  await before.evaluate((link) =>
    window.scrollTo(0, window.scrollY + link.getBoundingClientRect().top - 60),
  );
  await tabTo(page, page.getByRole("link", { name: "Sync history" }).last(), "Shift+Tab");
  expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
});

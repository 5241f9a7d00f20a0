import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { labelOf } from "./support/label-of.ts";
import { LOOKS } from "./support/look.ts";
import { startMailCompanion } from "./support/mail-companion.ts";
import { ADMIN } from "./support/prepare-data.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { makeWaitingSync } from "./support/waiting-syncs.ts";

/** Every line that the mail server was sent. */
let heard: string[] = [];
const test = setUpPages({
  data: "empty",
  async startCompanion() {
    const companion = await startMailCompanion();
    heard = companion.heard;
    return companion;
  },
});

const own = (page: Page) =>
  page.getByRole("group", { name: /^(You get an email when|Vous recevez un courriel)/ });
const choice = (page: Page, name: string) => own(page).getByRole("checkbox", { name });
/** Presses a choice, and waits until it is kept. */
async function press(page: Page, name: string): Promise<void> {
  const kept = page.waitForResponse("**/api/v1/me/notices");
  await labelOf(choice(page, name)).click();
  await kept;
}
const others = (page: Page) => page.getByRole("table", { name: "Who else gets email" });
const areChecked = (boxes: Locator) =>
  boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked));

describe("email about syncs", () => {
  test("each chooses at once, for themself; others see it, and the audit log", async ({
    server,
    open,
  }) => {
    const page = await open("/provisioning/rules");
    await page.getByText(`Yours goes to ${ADMIN.email}.`).waitFor();
    expect(await areChecked(own(page).getByRole("checkbox"))).toEqual([true, true, false]);
    await press(page, "A sync has new issues");
    await page.getByText("Your choice was saved.").waitFor();
    await press(page, "A sync failed");
    await page.reload();
    await own(page).waitFor();
    expect(await areChecked(own(page).getByRole("checkbox"))).toEqual([true, false, true]);
    // A choice is no change of the settings that wait to be saved.
    expect(await page.getByRole("region", { name: /unsaved change/ }).count()).toBe(0);

    const vera = await server.addAccount("Vera Email", "viewer");
    const viewed = await open("/provisioning/rules", { as: vera });
    await own(viewed).waitFor();
    expect(await areChecked(own(viewed).getByRole("checkbox"))).toEqual([false, false, false]);
    const { name: admin } = (await server.client.call("GET", "/me")) as { name: string };
    const row = others(viewed).getByRole("row", { name: new RegExp(admin) });
    expect(await row.getByRole("listitem").allInnerTexts()).toEqual([
      "Needs approval",
      "New issues",
    ]);
    expect(await others(viewed).getByRole("checkbox").count()).toBe(0);
    await press(viewed, "A sync needs approval");

    await page.reload();
    const hers = others(page).getByRole("row", { name: /Vera Email/ });
    await hers.waitFor();
    expect(await hers.getByRole("listitem").allInnerTexts()).toEqual(["Needs approval"]);
    await page.getByRole("link", { name: "Audit log" }).click();
    const told = page.getByRole("row", { name: /Choice of email changed/ });
    await told.filter({ hasText: "Vera Email" }).getByText("A sync needs approval").waitFor();
  });

  test("a choice that was not kept is taken back, and said so", async ({ open }) => {
    const page = await open("/provisioning/rules");
    await own(page).waitFor();
    const before = await areChecked(own(page).getByRole("checkbox"));
    page.faults.allow(/net::ERR_/, /answered 500/);
    await page.route("**/api/v1/me/notices", (route) => route.fulfill({ status: 500, json: {} }));
    await labelOf(choice(page, "A sync failed")).click();
    await page.getByText("Your choice was not saved.").waitFor();
    expect(await areChecked(own(page).getByRole("checkbox"))).toEqual(before);
  });

  test("a sync that waits is mailed, with a link that leads to its report", async ({
    server,
    open,
  }) => {
    const account = await open("/account");
    await account.getByRole("main").getByRole("link", { name: "Rules and approval" }).click();
    const box = choice(account, "A sync needs approval");
    await own(account).waitFor();
    if (!(await box.isChecked())) await press(account, "A sync needs approval");
    const { sync } = await makeWaitingSync(server);
    const subject = `Subject: Northwind: sync #${sync.number} needs approval`;
    await expect.poll(() => heard.filter((line) => line === subject).length).toBeGreaterThan(0);
    await expect.poll(() => heard.filter((line) => line === ".").length).toBeGreaterThan(0);
    const link = heard.find((line) => line.endsWith(`/syncs/${sync.id}`));
    expect(link?.startsWith(server.url)).toBe(true);
    const page = await open(new URL(link ?? "").pathname);
    await page.getByRole("button", { name: /^Approve/ }).waitFor();
  });
});

describe.each(LOOKS)("axe finds nothing: $language, $width px", (look) => {
  test("who is told", async ({ server, open }) => {
    await server.addAccount(`Camille ${look.language} ${look.width}`, "admin");
    const page = await open("/provisioning/rules", look);
    await own(page).waitFor();
    await page.getByText(`Camille ${look.language} ${look.width}`).waitFor();
    await expectAccessible(page);
  });
});

test("fits into 320 px", async ({ server, open }) => {
  await server.addAccount("Maximilian Featherstonehaugh", "admin");
  for (const language of ["en", "fr"] as const) {
    const page = await open("/provisioning/rules", { language, width: 320, height: 640 });
    await own(page).waitFor();
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(320);
    const frame = page.locator(".email-others .table-frame");
    expect(await frame.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
  }
});

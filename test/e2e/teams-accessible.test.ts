import { describe } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { LOOKS } from "./support/look.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { pushCompany } from "./support/small-company.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const filled = new WeakSet<TestServer>();
async function fill(server: TestServer): Promise<void> {
  if (filled.has(server)) return;
  filled.add(server);
  await pushCompany(server);
}

describe.each(LOOKS)("$language, $width px", (look) => {
  test("the tree of teams, what a search finds, one team", async ({ server, open }) => {
    await fill(server);
    const page = await open("/teams", look);
    await page.getByRole("row", { name: /Crew/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole("searchbox").fill("crew");
    await page.getByRole("link", { name: "Crew" }).waitFor();
    await expectAccessible(page, { themes: ["light"] });
    await page.getByRole("link", { name: "Crew" }).click();
    await page.getByRole("row", { name: /Mia Roy/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: /^(Add people|Ajouter des personnes)$/ }).click();
    await page.getByRole("dialog").waitFor();
    await expectAccessible(page, { themes: ["dark"] });
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: /^Histor/ }).click();
    await page.getByRole("list", { name: /^Histor/ }).waitFor();
    await expectAccessible(page, { themes: ["light"] });
  });
});

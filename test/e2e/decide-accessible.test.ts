import { describe, expect } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { LOOKS } from "./support/look.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { makeWaitingSync } from "./support/waiting-syncs.ts";

const test = setUpPages({ data: "empty" });

describe.each(LOOKS)("$language, $width px", (look) => {
  test("the bar of a sync that waits, and the questions before a decision", async ({
    server,
    open,
  }) => {
    const { sync } = await makeWaitingSync(server);
    const page = await open(`/syncs/${sync.number}?tab=activity`, look);
    const approve = page.getByRole("button", { name: /^(Approve|Approuver)…$/ });
    await approve.waitFor();
    await page.getByRole("table").first().waitFor();
    await expectAccessible(page);
    await approve.click();
    await page.getByText(/of your directory|de votre annuaire/).waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^(Reject|Refuser)$/ }).click();
    const question = page.getByRole("alertdialog");
    await question.waitFor();
    await expectAccessible(page);
    // A decision by somebody else takes the place of the question.
    await server.client.decide(sync.id, "reject");
    await page.getByRole("dialog", { name: /Already decided|Décision déjà prise/ }).waitFor();
    await expectAccessible(page);
    expect(await question.count()).toBe(0);
  });
});

import { describe, expect } from "vitest";
import { detailsOn } from "./support/report-page.ts";
import { setUpPages } from "./support/set-up-pages.ts";

const test = setUpPages({ data: "empty" });

const MEMBERS = [
  "externalMemberId,email,firstName",
  "a,ann@northwind.example,Ann",
  "b,bob@northwind.example,Bob",
].join("\n");
const TEAMS = "externalTeamId,teamName\nt,Crew";
const PLACES = [
  "externalTeamId,externalMemberId,externalSubteamId,isMember,isManager",
  "t,a,,yes,0",
  "t,nobody,,1,false",
].join("\n");

describe("details of a row", () => {
  test("tell its steps, each with its time, as they followed each other", async ({
    server,
    open,
  }) => {
    const sync = await server.pushCsv({ members: MEMBERS });
    const page = await open(`/syncs/${sync.number}?row=1`);
    const panel = detailsOn(page);
    await panel.getByRole("heading", { name: "What happened" }).waitFor();
    const steps = panel.locator(".entry-steps").getByRole("listitem");
    const words = await steps.locator(".entry-step-words").allTextContents();
    expect(words).toEqual([
      "Read from members.csv, line 2",
      "New: nothing in the directory matches",
      "Applied",
    ]);
    const times = await steps.locator("time").evaluateAll((each) =>
      each.map((time) => ({
        shown: time.textContent ?? "",
        at: time.getAttribute("datetime") ?? "",
      })),
    );
    expect(times).toHaveLength(3);
    for (const { shown, at } of times) expect(at).toContain(`T${shown.trim()}`);
    const order = times.map(({ at }) => at);
    expect(order).toEqual([...order].sort());
    expect(Date.parse(order[0]!)).toBeGreaterThanOrEqual(Date.parse(sync.createdAt));
    expect(Date.parse(order[2]!)).toBeLessThanOrEqual(Date.parse(sync.finishedAt!));
  });

  test("have yes and no in words, in both languages", async ({ server, open }) => {
    const sync = await server.pushCsv({ members: MEMBERS, teams: TEAMS, teamsMappings: PLACES });
    const page = await open(`/syncs/${sync.number}?tab=issues&row=1&record=1`);
    const fact = (name: string) =>
      detailsOn(page)
        .getByRole("term")
        .filter({ hasText: name })
        .locator("xpath=following-sibling::dd[1]");
    await expect.poll(() => fact("isMember").innerText()).toBe("Yes");
    expect(await fact("isManager").innerText()).toBe("No");
    expect(await fact("externalMemberId").innerText()).toBe("nobody");

    const french = await open(`/syncs/${sync.number}?tab=issues&row=1&record=1`, {
      language: "fr",
    });
    const panel = french.getByRole("complementary", { name: /^Détails de/ });
    await panel.getByText("Oui", { exact: true }).waitFor();
    await panel.getByText("Non", { exact: true }).waitFor();
  });
});

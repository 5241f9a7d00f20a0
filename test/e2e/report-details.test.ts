import { describe, expect } from "vitest";
import type { Property } from "../../src/contract/property.ts";
import type { Sync } from "../../src/contract/sync.ts";
import { addressOf, detailsOn, issuesOf, rowAt, updatesOf } from "./support/report-page.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import type { CsvTexts, TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const HEAD =
  "externalMemberId,email,firstName,lastName,jobTitle,languagePreferences,productAssignations," +
  "directManagerExternalId,hireDate,Bio,Salary band";
const BIO =
  "Looks after the accounts of large customers in the north and knows the history of each.";

/** Rows of members with what a test is not about filled in. */
function members(rows: readonly Partial<Record<string, string>>[]): CsvTexts {
  const columns = HEAD.split(",");
  const lines = rows.map((row) => columns.map((column) => row[column] ?? "").join(","));
  return { members: [HEAD, ...lines].join("\n") };
}

const zoe = {
  ...{ externalMemberId: "E1", email: "zoe@northwind.example" },
  ...{ firstName: "Zoé", lastName: "Okafor", jobTitle: "Account manager" },
  ...{ languagePreferences: "fr", productAssignations: "Muster" },
  ...{ hireDate: "2024-03-01", Bio: BIO, "Salary band": "B2" },
};
const liam = {
  ...{ externalMemberId: "E2", email: "liam@northwind.example" },
  ...{ firstName: "Liam", lastName: "Kim", directManagerExternalId: "E1" },
};

/** A workspace with a long text and a sensitive property, and two people; once for the whole file. */
let made: Promise<void> | undefined;
async function prepare(server: TestServer): Promise<void> {
  made ??= (async () => {
    await server.client.call("PATCH", "/workspace", { products: ["Muster", "Surveys"] });
    const add = (property: Partial<Property>) =>
      server.client.call("POST", "/properties", property);
    await add({ label: "Bio", type: "text" });
    await add({ label: "Salary band", type: "text", sensitive: true });
    await server.pushCsv(members([zoe, liam]));
  })();
  await made;
}

/** Pushes a file in which Zoé is others than before, and puts her back when the test is done with it. */
async function pushChanged(server: TestServer, change: Partial<typeof zoe>): Promise<Sync> {
  await prepare(server);
  await server.pushCsv(members([zoe, liam]));
  return server.pushCsv(members([{ ...zoe, ...change }, liam]));
}

describe("what an update changes", () => {
  test("of a long text are the words that changed", async ({ open, server }) => {
    const bio = BIO.replace("large customers", "public bodies");
    const sync = await pushChanged(server, { Bio: bio });
    const page = await open(`/syncs/${sync.number}?row=1`);
    const change = detailsOn(page).locator(".word-change");
    await change.waitFor();
    expect(await change.locator("del").allTextContents()).toEqual(["large customers"]);
    expect(await change.locator("ins").allTextContents()).toEqual(["public bodies"]);
  });

  test("of a list is what came and what went; days and languages are in words", async ({
    open,
    server,
  }) => {
    const sync = await pushChanged(server, {
      ...{ productAssignations: "Surveys", hireDate: "2025-04-02", languagePreferences: "en" },
      jobTitle: "",
    });
    const page = await open(`/syncs/${sync.number}?row=1`);
    const panel = detailsOn(page);
    await panel.getByText("Removed: − Muster").waitFor();
    await panel.getByText("Added: + Surveys").waitFor();
    await panel.getByText("Before: − Mar 1, 2024").waitFor();
    await panel.getByText("After: + Apr 2, 2025").waitFor();
    await panel.getByText("Before: − French").waitFor();
    await panel.getByText("Before: − Account manager").waitFor();
    await panel.getByText("After: + empty").waitFor();
    expect(await panel.getByTitle("2025-04-02").getAttribute("datetime")).toBe("2025-04-02");
  });

  test("of a link leads to who is at its other end", async ({ open, server }) => {
    await prepare(server);
    const sync = await pushChanged(server, {});
    await server.pushCsv(members([zoe, { ...liam, directManagerExternalId: "" }]));
    const assigned = await server.pushCsv(members([zoe, liam]));
    expect(assigned.number).toBeGreaterThan(sync.number);
    const page = await open(`/syncs/${assigned.number}?row=1`);
    await rowAt(updatesOf(page), 0).getByText("Direct Manager: empty → Zoé Okafor").waitFor();
    const manager = detailsOn(page).getByRole("link", { name: "Zoé Okafor" });
    expect(await manager.getAttribute("href")).toMatch(/^\/users\/usr_\d+$/);
    const own = detailsOn(page).getByRole("link", { name: "Open the profile" });
    expect(await own.getAttribute("href")).toMatch(/^\/users\/usr_\d+$/);
    await detailsOn(page)
      .getByRole("link", { name: "See every sync that touched this user" })
      .click();
    await page.getByRole("heading", { level: 1, name: "Liam Kim" }).waitFor();
    await page.getByRole("heading", { level: 2, name: "History" }).waitFor();
    await page.goBack();
    await detailsOn(page).getByRole("link", { name: "Zoé Okafor" }).waitFor();
  });

  test("is of somebody whose IDs can be copied, like that of the sync", async ({
    open,
    server,
  }) => {
    const sync = await pushChanged(server, { jobTitle: "Buyer" });
    const page = await open(`/syncs/${sync.number}?row=1`);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole("button", { name: "Copy sync ID" }).click();
    await expect.poll(copied).toBe(sync.id);
    await detailsOn(page).getByRole("button", { name: "Copy User ID" }).click();
    const users = await server.client.listUsers();
    await expect.poll(copied).toBe(users.find(({ email }) => email === zoe.email)?.id);
  });

  test("of a sensitive property shows nowhere until it is asked for, which is logged", async ({
    open,
    server,
  }) => {
    const sync = await pushChanged(server, { "Salary band": "B3" });
    const page = await open(`/syncs/${sync.number}?row=1`);
    await rowAt(updatesOf(page), 0).getByText("Salary band: changed").waitFor();
    const panel = detailsOn(page);
    await panel.getByText("Changed. The values are sensitive and are not shown.").waitFor();
    await panel.getByRole("button", { name: "Source record, members.csv, line 2" }).click();
    await panel.getByText("sensitive, not shown").waitFor();
    expect(await page.getByText("B3", { exact: true }).count()).toBe(0);
    await panel.getByRole("button", { name: "Show sensitive values" }).click();
    await panel.getByText("B3", { exact: true }).waitFor();
    await panel.getByText("Shown to you, and written to the audit log.").waitFor();
    const { items } = await server.client.call<{ items: { action: string }[] }>("GET", "/audit");
    expect(items[0]?.action).toBe("record_shown");
  });

  test("of a sensitive property is not shown to viewers", async ({ open, server }) => {
    const sync = await pushChanged(server, { "Salary band": "B4" });
    const page = await open(`/syncs/${sync.number}?row=1`, {
      as: await server.addAccount("Vera Viewer", "viewer"),
    });
    const panel = detailsOn(page);
    await panel.getByRole("button", { name: /^Source record/ }).click();
    await panel.getByText("sensitive, not shown").waitFor();
    expect(await panel.getByRole("button", { name: "Show sensitive values" }).count()).toBe(0);
  });
});

describe("an update that was skipped", () => {
  test("says why in its row's details, among outcomes to filter by", async ({ open, server }) => {
    await prepare(server);
    await server.pushCsv(members([zoe, liam]));
    const setLimit = (users: number | null) =>
      server.client.call("PATCH", "/provisioning/settings", { thresholds: { users } });
    await setLimit(0);
    const change = [
      { ...zoe, jobTitle: "Director" },
      { ...liam, jobTitle: "Analyst" },
    ];
    const sync = await server.pushCsv(members(change));
    const { items } = await server.client.call<{ items: { id: string; email: string }[] }>(
      "GET",
      "/users?q=zoe",
    );
    await server.client.call("PATCH", `/users/${items[0]!.id}`, { jobTitle: "Head of accounts" });
    await server.client.decide(sync.id, "approve");
    await server.client.settle(sync.id);
    await setLimit(null);

    const page = await open(`/syncs/${sync.number}`);
    await updatesOf(page).getByRole("columnheader", { name: "Outcome" }).waitFor();
    await page.getByRole("button", { name: "Outcome" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Skipped" }).click();
    await page.keyboard.press("Escape");
    await rowAt(updatesOf(page), 0).getByText("Skipped").waitFor();
    await rowAt(updatesOf(page), 0).click();
    const panel = detailsOn(page);
    await panel.getByText("The directory changed after the plan was made").waitFor();
    await panel.getByText("How to fix it").waitFor();
    await panel.getByText("Approved by admin").waitFor();
  });
});

describe("an issue", () => {
  test("tells its reason and what mends it, and leads to the issue behind it", async ({
    open,
    server,
  }) => {
    await prepare(server);
    const ada = { externalMemberId: "E8", email: "not an address", firstName: "Ada" };
    const ben = {
      ...{ externalMemberId: "E9", email: "ben@northwind.example", firstName: "Ben" },
      directManagerExternalId: "E8",
    };
    const sync = await server.pushCsv(members([zoe, liam, ada, ben]));
    const page = await open(`/syncs/${sync.number}?tab=issues`);
    await issuesOf(page).getByRole("row", { name: "Ben" }).click();
    const panel = detailsOn(page);
    await panel.getByText(/The row of Direct Manager E8 was skipped/).waitFor();
    await panel.getByRole("heading", { name: "How to fix it" }).waitFor();
    await panel.getByRole("button", { name: "Why this happens, and where to fix it" }).click();
    await panel
      .getByText("Correct the manager’s own row. This issue then goes by itself.")
      .waitFor();
    await panel.getByText("Read from members.csv, line 5").waitFor();
    await panel.getByRole("link", { name: "User skipped" }).click();
    await panel.getByRole("heading", { name: "Ada" }).waitFor();
    await panel.getByText(/is not an email address/).waitFor();
    await expect.poll(() => addressOf(page)).toBe(`/syncs/${sync.number}?tab=issues&row=1`);
    await issuesOf(page).getByRole("row", { selected: true, name: "Ada" }).waitFor();
  });
});

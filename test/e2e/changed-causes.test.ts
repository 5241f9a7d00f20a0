import type { Page } from "playwright-core";
import { expect } from "vitest";
import { setUpPages } from "./support/set-up-pages.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const HEAD = "externalMemberId,email,firstName";
const GOOD = "a,ann@northwind.example,Ann";
const push = (server: TestServer, ...rows: string[]) =>
  server.pushCsv({ members: [HEAD, GOOD, ...rows].join("\n") });

const issuesIn = (page: Page) => page.getByRole("tab", { name: /^Troubleshooting/ });
const needed = (page: Page) =>
  page.getByRole("list", { name: "Causes of issues, most people first" });

test("a cause that is expected stays out of the counts until other people have it", async ({
  server,
  open,
}) => {
  const first = await push(server, "x,nonsense,Xavier");
  const page = await open(`/syncs/${first.number}?tab=troubleshooting`);
  await page.locator(".page-heading").getByText("Completed with issues").waitFor();
  await page.getByRole("button", { name: /^Mark as expected: / }).click();
  await page.getByText("No issue needs your attention.").waitFor();
  await page
    .getByRole("list", { name: "Expected" })
    .getByText(/^Marked as expected by/)
    .waitFor();
  await page.locator(".page-heading").getByText("Completed", { exact: true }).waitFor();

  // The same again is expected still.
  const same = await push(server, "x,nonsense,Xavier");
  await page.goto(`/syncs/${same.number}?tab=troubleshooting`);
  await page.getByText("No issue needs your attention.").waitFor();
  await page.goto("/syncs");
  const rows = page.getByRole("row").filter({ hasText: "Completed" });
  await rows.first().waitFor();
  expect(await page.getByText("Completed with issues").count()).toBe(0);

  const changed = await push(server, "x,nonsense,Xavier", "y,nonsense too,Yves");
  await page.goto(`/syncs/${changed.number}?tab=troubleshooting`);
  await needed(page)
    .getByRole("button", { name: /^Mark as expected: / })
    .waitFor();
  expect(await page.getByRole("list", { name: "Expected" }).count()).toBe(0);
  await issuesIn(page).getByText("1", { exact: true }).waitFor();
  await page.locator(".page-heading").getByText("Completed with issues").waitFor();
  await page.getByRole("region", { name: "Summary" }).getByText("2 users affected.").waitFor();
});

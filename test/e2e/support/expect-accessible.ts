import { type AxeResults, source } from "axe-core";
import type { Page } from "playwright-core";

const AXE_OPTIONS = {
  resultTypes: ["violations"],
  // It would fetch style sheets again to look into them.
  preload: false,
} as const;

export interface AccessibleOptions {
  /** By default both: the theme is switched as the system does, and put back. */
  themes?: readonly ("light" | "dark")[];
  /**
   * Looks at what this selects and nothing else: the list under a field, for one. While it is open it hides the rest of
   * the page from screen readers, and leaving the field closes it; axe takes the rest for hidden and still in reach.
   */
  within?: string;
}

/** Throws, with what and where, unless axe finds nothing on the page as it is now, in both themes. */
export async function expectAccessible(
  page: Page,
  { themes = ["light", "dark"], within }: AccessibleOptions = {},
): Promise<void> {
  const before = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const faults: string[] = [];
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    for (const fault of await findFaults(page, within)) faults.push(`${theme}: ${fault}`);
  }
  await page.emulateMedia({ colorScheme: before ? "dark" : "light" });
  // Not by "expect": its message would leave the list out where it is long.
  if (faults.length > 0) {
    throw new Error([`axe finds on ${page.url()}:`, ...faults].join("\n"));
  }
}

/** One line for each element that breaks a rule. */
async function findFaults(page: Page, within: string | undefined): Promise<string[]> {
  // Not as a script element: the page's policy refuses that, as it should.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  await settleAnimations(page);
  const { violations } = await page.evaluate(
    ({ options, selector }) =>
      (window as unknown as { axe: { run(on: Document | string, how: unknown): unknown } }).axe.run(
        selector ?? document,
        options,
      ) as Promise<AxeResults>,
    { options: AXE_OPTIONS, selector: within },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => {
      const why = failureSummary.replaceAll(/\s+/g, " ").trim();
      return `${id}: ${help} at ${target.join(" ")} (${why})`;
    }),
  );
}

/** Colours that are on their way would be measured half-way. */
async function settleAnimations(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const running = document.getAnimations().filter((animation) => {
      const end = animation.effect?.getComputedTiming().endTime;
      return typeof end === "number" && Number.isFinite(end);
    });
    await Promise.all(running.map((animation) => animation.finished.catch(() => {})));
  });
}

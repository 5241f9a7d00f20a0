import type { Locator, Page } from "playwright-core";

/** More stops than any page has. */
const MOST_STOPS = 120;

interface Stop {
  name: string;
  /** What is wrong with it, for somebody who sees where the focus is and uses no mouse. */
  fault: string | null;
}

/**
 * Walks with the Tab key until an element has the focus. Throws where it is not reached, and at every stop on the way
 * whose focus is not visible or lies under something else.
 */
export async function tabTo(
  page: Page,
  target: Locator,
  key: "Tab" | "Shift+Tab" = "Tab",
): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press(key);
    const { name, fault } = await lookAtFocus(page);
    if (fault !== null) throw new Error(`The focus on "${name}" ${fault}.`);
    if (await isFocused(target)) return;
    passed.push(name);
  }
  throw new Error(`Tab does not reach ${target}. It passes: ${passed.join(" | ")}`);
}

/** Whether an element, or one inside it, has the focus. */
export async function isFocused(target: Locator): Promise<boolean> {
  if ((await target.count()) === 0) return false;
  return target.first().evaluate((element) => element.contains(document.activeElement));
}

function lookAtFocus(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { name: "the page", fault: null };
    const name = (element.getAttribute("aria-label") ?? element.textContent ?? "")
      .trim()
      .slice(0, 60);
    if (!element.matches(":focus-visible")) return { name, fault: "is not visible" };
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const isTall = bottom - top > window.innerHeight;
    const at = (part: number) =>
      document.elementFromPoint(
        (left + right) / 2,
        isTall ? window.innerHeight / 2 : top + (bottom - top) * part,
      );
    // A link may go over two lines with its middle beside both; some part of it must be on top.
    const isOnTop = [0.5, 0.2, 0.8].some((part) => {
      const found = at(part);
      return found !== null && (element.contains(found) || found.contains(element));
    });
    return { name, fault: isOnTop ? null : "lies under something else" };
  });
}

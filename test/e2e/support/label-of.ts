import type { Locator } from "playwright-core";

/**
 * What a person presses to choose a radio button, a checkbox or a switch: its label. A press there waits until the
 * label stands still, which one forced upon the hidden input does not.
 */
export function labelOf(choice: Locator): Locator {
  return choice.locator("xpath=ancestor::label[1]");
}

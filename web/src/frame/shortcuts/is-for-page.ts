/** Where letters are typed, or look for an item that begins with them. */
const TAKES_LETTERS = [
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit])",
  ...["textarea", "select", "[contenteditable]", "[role=textbox]", "[role=combobox]"],
  ...["[role=menu]", "[role=listbox]", "[role=tree]"],
].join(", ");

/** What covers the page: its keys are its own. */
const COVERS = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** Whether a single key that was pressed is meant for the page, and not typed or for what covers it. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  // Shift and AltGr make brackets on some keyboards: the character counts.
  const isCommand = event.metaKey || (event.ctrlKey && !event.getModifierState("AltGraph"));
  if (isCommand || event.key.length !== 1) return false;
  if (event.target instanceof Element && event.target.closest(TAKES_LETTERS) !== null) return false;
  return document.querySelector(COVERS) === null;
}

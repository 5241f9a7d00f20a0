/** The link that a row is about, in tables and grids; its mark may hold what that is called, if not by its text. */
const ROW_LINK = ".row-link, [data-row-link]";

/** What the row that has the focus leads to; null where no row has it. */
export function findFocusedRow(): { name: string; path: string } | null {
  const active = document.activeElement;
  if (active === null) return null;
  // In a grid the focus is on the list, which says on which row the keys are.
  const id = active.getAttribute("aria-activedescendant");
  const row = id === null ? active.closest("tr, [role=row]") : document.getElementById(id);
  const link = active.matches(ROW_LINK) ? active : row?.querySelector(ROW_LINK);
  if (!(link instanceof HTMLAnchorElement)) return null;
  return { name: link.dataset.rowLink || link.textContent.trim(), path: link.pathname };
}

/** Letters typed in a tree find what begins with them. */
export function isInTree(): boolean {
  return document.activeElement?.closest("[role=treegrid]") != null;
}

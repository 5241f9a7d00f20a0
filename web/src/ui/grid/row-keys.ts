/** The parts of a key press that decide what it does. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export type KeyMeaning = { kind: "move"; to: number } | { kind: "open" };

interface Place {
  /** The row that the keys are on; null before any. */
  active: number | null;
  rowCount: number;
  /** Rows that a page of the view has. */
  pageRows: number;
  /** Whether J and K move; single letters can be switched off (WCAG 2.1.4). */
  letters: boolean;
}

/** What a key does on the rows; null when it is none of theirs. */
export function readKey(press: KeyPress, place: Place): KeyMeaning | null {
  if (press.altKey || press.metaKey || press.shiftKey) return null;
  if (press.ctrlKey && press.key !== "Home" && press.key !== "End") return null;
  if (press.key === "Enter" || press.key === " ") {
    return place.active === null ? null : { kind: "open" };
  }
  const to = findTarget(press.key, place);
  if (to === null || place.rowCount === 0) return null;
  return { kind: "move", to: Math.min(Math.max(to, 0), place.rowCount - 1) };
}

function findTarget(key: string, { active, rowCount, pageRows, letters }: Place): number | null {
  // From nowhere, the first key goes to the first row.
  const from = active ?? -1;
  const page = Math.max(1, pageRows);
  switch (key) {
    case "ArrowDown":
      return from + 1;
    case "ArrowUp":
      return from - 1;
    case "PageDown":
      return active === null ? 0 : from + page;
    case "PageUp":
      return from - page;
    case "Home":
      return 0;
    case "End":
      return rowCount - 1;
    case "j":
    case "J":
      return letters ? from + 1 : null;
    case "k":
    case "K":
      return letters ? from - 1 : null;
    default:
      return null;
  }
}

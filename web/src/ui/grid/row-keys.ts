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
  /** The first row in view, where the keys begin. */
  firstSeen: number;
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

function findTarget(key: string, place: Place): number | null {
  if (key === "Home") return 0;
  if (key === "End") return place.rowCount - 1;
  const step = findStep(key, place);
  if (step === null) return null;
  return place.active === null ? place.firstSeen : place.active + step;
}

function findStep(key: string, { pageRows, letters }: Place): number | null {
  switch (key) {
    case "ArrowDown":
      return 1;
    case "ArrowUp":
      return -1;
    case "PageDown":
      return Math.max(1, pageRows);
    case "PageUp":
      return -Math.max(1, pageRows);
    case "j":
    case "J":
      return letters ? 1 : null;
    case "k":
    case "K":
      return letters ? -1 : null;
    default:
      return null;
  }
}

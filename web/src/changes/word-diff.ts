/** A run of words that both texts have, or only the one before, or only the one after. */
export interface DiffPart {
  kind: "same" | "removed" | "added";
  text: string;
}

/** More steps than this are not worth it: texts so different are shown whole. */
const MOST_STEPS = 400;

/**
 * What changed between two texts, word by word (Myers, "An O(ND) difference algorithm"). Null where hardly anything of
 * them is the same, so that both are better shown whole.
 */
export function diffWords(before: string, after: string): DiffPart[] | null {
  const [a, b] = [splitWords(before), splitWords(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end += 1;
  }
  const middle = diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end));
  if (middle === null) return null;
  return joinRuns([
    ...a.slice(0, start).map(same),
    ...middle,
    ...a.slice(a.length - end).map(same),
  ]);
}

const same = (text: string): DiffPart => ({ kind: "same", text });

/** Words and what stands between them, each a piece. */
function splitWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}

/** Walks the shortest way from one list of words to the other; each round allows one more change. */
function diffMiddle(a: readonly string[], b: readonly string[]): DiffPart[] | null {
  const most = Math.min(a.length + b.length, MOST_STEPS);
  // For each diagonal (words of `a` less words of `b`) how far in `a` the furthest way has come.
  let furthest = new Map<number, number>([[1, 0]]);
  const rounds: Map<number, number>[] = [];
  for (let steps = 0; steps <= most; steps++) {
    rounds.push(new Map(furthest));
    const next = new Map(furthest);
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const below = furthest.get(diagonal + 1) ?? -1;
      const beside = furthest.get(diagonal - 1) ?? -1;
      let x = diagonal === -steps || (diagonal !== steps && beside < below) ? below : beside + 1;
      let y = x - diagonal;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      next.set(diagonal, x);
      if (x >= a.length && y >= b.length) return walkBack(a, b, rounds);
    }
    furthest = next;
  }
  return null;
}

function walkBack(
  a: readonly string[],
  b: readonly string[],
  rounds: readonly Map<number, number>[],
): DiffPart[] {
  const parts: DiffPart[] = [];
  let [x, y] = [a.length, b.length];
  for (let steps = rounds.length - 1; steps >= 0; steps--) {
    const before = rounds[steps]!;
    const diagonal = x - y;
    const below = before.get(diagonal + 1) ?? -1;
    const beside = before.get(diagonal - 1) ?? -1;
    const isAdded = diagonal === -steps || (diagonal !== steps && beside < below);
    const fromX = isAdded ? below : beside;
    const fromY = isAdded ? fromX - diagonal - 1 : fromX - diagonal + 1;
    while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0) && a[x - 1] === b[y - 1]) {
      parts.push(same(a[x - 1]!));
      x -= 1;
      y -= 1;
    }
    if (steps === 0) break;
    if (isAdded) parts.push({ kind: "added", text: b[y - 1]! });
    else parts.push({ kind: "removed", text: a[x - 1]! });
    [x, y] = [fromX, fromY];
  }
  return parts.reverse();
}

/** One part for each run, what was removed before what took its place; a lone space between two changes joins them. */
function joinRuns(pieces: readonly DiffPart[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let [removed, added] = ["", ""];
  const flush = () => {
    if (removed !== "") parts.push({ kind: "removed", text: removed });
    if (added !== "") parts.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1];
    const isBridge =
      piece.kind === "same" &&
      /^\s+$/.test(piece.text) &&
      (removed !== "" || added !== "") &&
      next !== undefined &&
      next.kind !== "same";
    if (piece.kind === "removed" || isBridge) removed += piece.text;
    if (piece.kind === "added" || isBridge) added += piece.text;
    if (piece.kind !== "same" || isBridge) continue;
    flush();
    const last = parts.at(-1);
    if (last?.kind === "same") last.text += piece.text;
    else parts.push({ ...piece });
  }
  flush();
  return parts;
}

import { cleanText } from "./clean-text.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const WIDE =
  /^[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

/** Cuts a text to `most` columns, saying so with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let cut = "";
  let width = 1;
  for (const { segment } of graphemes.segment(text)) {
    width += WIDE.test(segment) ? 2 : 1;
    if (width > most) break;
    cut += segment;
  }
  return `${cut}…`;
}

export interface Column {
  title?: string;
  align?: "right";
  /** Longer values are shortened. */
  most?: number;
}

/** Lines of aligned cells, under their titles when there are any. The last column is not padded. */
export function formatTable(columns: readonly Column[], rows: readonly string[][]): string[] {
  const titles = columns.map((column) => column.title ?? "");
  const shown = rows.map((row) =>
    row.map((cell, index) => shorten(cleanText(cell), columns[index]?.most ?? 10_000)),
  );
  if (titles.some((title) => title !== "")) shown.unshift(titles);
  const widths = columns.map((_, index) =>
    Math.max(0, ...shown.map((row) => widthOf(row[index] ?? ""))),
  );
  return shown.map((row) =>
    row
      .map((cell, index) => {
        const space = " ".repeat(widths[index]! - widthOf(cell));
        return columns[index]?.align === "right" ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd(),
  );
}

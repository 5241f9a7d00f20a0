import { classNames } from "./class-names.ts";
import "./glyph.css";

/** What a row does: makes, changes, takes away, or tells of an issue. */
export type GlyphKind = "created" | "changed" | "removed" | "issue";

const SIGNS: Readonly<Record<GlyphKind, string>> = {
  created: "+",
  changed: "~",
  removed: "−",
  issue: "!",
};

/** The sign before the type of a row; the type's words stand beside it. */
export function Glyph({ kind }: { kind: GlyphKind }) {
  return (
    <span className={classNames("glyph", `is-${kind}`)} aria-hidden="true">
      {SIGNS[kind]}
    </span>
  );
}

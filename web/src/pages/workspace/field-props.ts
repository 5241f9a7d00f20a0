import type { Draft } from "./draft.ts";

/** What each group of fields works on. */
export interface FieldsProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  isDisabled: boolean;
  /** What the server said of a value. */
  errorOf: (key: keyof Draft) => string | null;
}

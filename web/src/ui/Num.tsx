import { useFormats } from "../i18n/use-formats.tsx";

/** A count as the language writes it, figures of one width, never shortened. */
export function Num({ value }: { value: number }) {
  return <span className="number">{useFormats().number(value)}</span>;
}

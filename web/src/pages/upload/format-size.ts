import type { Language } from "#contract/language.ts";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** The size of a file as people say it: 412 kB, 1.2 GB. */
export function formatSize(bytes: number, language: Language): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return new Intl.NumberFormat(language, {
    ...{ style: "unit", unit: UNITS[unit]!, unitDisplay: unit === 0 ? "long" : "short" },
    maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0,
  }).format(value);
}

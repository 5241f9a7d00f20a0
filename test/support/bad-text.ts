import fc from "fast-check";
import { NAUGHTY_STRINGS } from "./naughty-strings.ts";

/** One change to a text; the numbers say where, as shares of its length in 10,000ths. */
type Change =
  | { kind: "insert"; at: number; text: string }
  | { kind: "delete"; at: number; count: number }
  | { kind: "repeat"; at: number; count: number; times: number }
  | { kind: "cut"; at: number };

const SCRAPS = [
  ...['"', '""', ",", ";", "\t", "\n", "\r", "\r\n", "\u0000", "\ufeff", "\ud800", "\udc00"],
  ...["{", "}", "[", "]", ":", "null", "true", "-", "1e999", "\\", "\\ud800", "\\u0000", "'"],
  ...["9".repeat(400), "[".repeat(5_000), '{"a":'.repeat(2_000), "x".repeat(70_000)],
];

const place = fc.nat({ max: 9_999 });
const count = fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 400 }));

/** What goes wrong with a text on its way, or in the hands of whoever wrote it. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant("insert" as const),
    at: place,
    text: fc.oneof(fc.constantFrom(...SCRAPS), naughtyText()),
  }),
  fc.record({ kind: fc.constant("delete" as const), at: place, count }),
  fc.record({ kind: fc.constant("repeat" as const), at: place, count, times: fc.nat({ max: 60 }) }),
  fc.record({ kind: fc.constant("cut" as const), at: place }),
);

/** Texts that have broken importers, and texts that nobody has thought of. */
export function naughtyText(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...NAUGHTY_STRINGS) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constantFrom("x".repeat(300), "é".repeat(21_000)) },
  );
}

/** The text, mostly as it is, sometimes changed in up to three places. */
export function spoilt(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const changes = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }) },
  );
  return fc.tuple(text, changes).map(([whole, all]) => all.reduce(apply, whole));
}

function apply(text: string, change: Change): string {
  const at = Math.floor((text.length * change.at) / 10_000);
  switch (change.kind) {
    case "insert":
      return text.slice(0, at) + change.text + text.slice(at);
    case "delete":
      return text.slice(0, at) + text.slice(at + change.count);
    case "repeat":
      return (
        text.slice(0, at) + text.slice(at, at + change.count).repeat(change.times) + text.slice(at)
      );
    case "cut":
      return text.slice(0, at);
  }
}

/** The text in bytes: mostly UTF-8, with or without mark, sometimes in another encoding, or with bytes of none. */
export function encoded(text: fc.Arbitrary<string>): fc.Arbitrary<Buffer> {
  const encoding = fc.oneof(
    { weight: 12, arbitrary: fc.constant("utf8") },
    {
      weight: 3,
      arbitrary: fc.constantFrom("marked", "utf16le", "utf16be", "unmarked utf16le", "latin1"),
    },
  );
  const bytes = fc.oneof(
    { weight: 15, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.record({ at: place, bytes: fc.uint8Array({ maxLength: 4 }) }) },
  );
  return fc.tuple(text, encoding, bytes).map(([whole, name, strange]) => {
    const buffer = encode(whole, name);
    if (strange === null) return buffer;
    const at = Math.floor((buffer.length * strange.at) / 10_000);
    return Buffer.concat([buffer.subarray(0, at), strange.bytes, buffer.subarray(at)]);
  });
}

function encode(text: string, name: string): Buffer {
  switch (name) {
    case "marked":
      return Buffer.from(`\ufeff${text}`);
    case "utf16le":
      return Buffer.from(`\ufeff${text}`, "utf16le");
    case "utf16be":
      return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
    case "unmarked utf16le":
      return Buffer.from(text, "utf16le");
    default:
      return Buffer.from(text, name === "latin1" ? "latin1" : "utf8");
  }
}

/** Columns that fill a member's profile: names, job title, language, products and properties. */

import type { Reason } from "../../contract/catalogue.ts";
import { cleanText, exceedsLength, isPlainText } from "./cell-text.ts";
import { invalidValue, skippingFlaw } from "./flaws.ts";
import type { MemberDraft } from "./member-form.ts";
import { type CellReader, type KnownColumn, LENGTH_LIMITS } from "./section-form.ts";
import { isCalendarDate, isLanguageCode } from "./value-formats.ts";

/** Why a normalised text is no value of its field; `undefined` = it is one. */
type TextCheck = (text: string) => Reason | undefined;

function profileColumn(key: string, check: TextCheck): KnownColumn<MemberDraft> {
  return { field: key, open: (name) => profileReader(key, name, check) };
}

function profileReader(key: string, name: string, check: TextCheck): CellReader<MemberDraft> {
  return {
    readText(draft, raw) {
      let text: string | null = raw;
      if (!isPlainText(raw)) {
        const clean = cleanText(raw);
        text = clean.text;
        if (clean.wasUnsafe) draft.flaws.push(invalidValue("control_characters", name, raw));
      }
      const reason = text === null ? undefined : check(text);
      if (reason === undefined) draft.profile[key] = text;
      else draft.flaws.push(invalidValue(reason, name, raw));
    },
    refuseType(draft, shown) {
      draft.flaws.push(invalidValue("wrong_type", name, shown));
    },
  };
}

function longerThan(limit: number): TextCheck {
  return (text) => (exceedsLength(text, limit) ? "value_too_long" : undefined);
}

/** A text property. */
export function textColumn(key: string): KnownColumn<MemberDraft> {
  return profileColumn(key, longerThan(LENGTH_LIMITS.text));
}

/** A date property, `YYYY-MM-DD`. */
export function dateColumn(key: string): KnownColumn<MemberDraft> {
  return profileColumn(key, (text) => (isCalendarDate(text) ? undefined : "invalid_format"));
}

/** `jobTitle`. */
export function jobTitleColumn(): KnownColumn<MemberDraft> {
  return profileColumn("jobTitle", longerThan(LENGTH_LIMITS.jobTitle));
}

/** `languagePreferences`: one code. */
export function languageColumn(): KnownColumn<MemberDraft> {
  return profileColumn("languagePreferences", (text) =>
    isLanguageCode(text) ? undefined : "invalid_format",
  );
}

/** A part of the person's name. One that is too long skips the row (domain rules, section 6). */
export function nameColumn(key: string): KnownColumn<MemberDraft> {
  return {
    field: key,
    open(name) {
      const reader = profileReader(key, name, () => undefined);
      return {
        readText(draft, raw) {
          reader.readText(draft, raw);
          const text = draft.profile[key];
          if (typeof text === "string" && exceedsLength(text, LENGTH_LIMITS.name)) {
            delete draft.profile[key];
            draft.flaws.push(skippingFlaw("user_skipped", "value_too_long", name, raw));
          }
        },
        refuseType: reader.refuseType,
      };
    },
  };
}

/** `productAssignations`: names separated by `;`, or a JSON list of names. Compared as a set, without case. */
export function productsColumn(): KnownColumn<MemberDraft> {
  const key = "productAssignations";
  const readItems = (draft: MemberDraft, items: string[], name: string) => {
    const byFoldedName = new Map<string, string>();
    let wasUnsafe = false;
    for (const item of items) {
      const clean = cleanText(item);
      wasUnsafe ||= clean.wasUnsafe;
      if (clean.text === null) continue;
      const folded = clean.text.toLowerCase();
      if (!byFoldedName.has(folded)) byFoldedName.set(folded, clean.text);
    }
    const products = [...byFoldedName.values()];
    if (wasUnsafe) draft.flaws.push(invalidValue("control_characters", name, items.join(";")));
    if (exceedsLength(products.join(";"), LENGTH_LIMITS.text)) {
      draft.flaws.push(invalidValue("value_too_long", name, items.join(";")));
    } else {
      draft.profile[key] = products.length === 0 ? null : products;
    }
  };
  return {
    field: key,
    open: (name) => ({
      readText(draft, raw) {
        if (!raw.includes(";") && isPlainText(raw)) readSingle(draft, raw, name);
        else readItems(draft, raw.split(";"), name);
      },
      readList: (draft, items) => readItems(draft, items, name),
      refuseType(draft, shown) {
        draft.flaws.push(invalidValue("wrong_type", name, shown));
      },
    }),
  };

  /** The usual cell, one plain name, without the work that a list needs. */
  function readSingle(draft: MemberDraft, raw: string, name: string): void {
    if (raw.length > LENGTH_LIMITS.text) readItems(draft, [raw], name);
    else draft.profile[key] = [raw];
  }
}

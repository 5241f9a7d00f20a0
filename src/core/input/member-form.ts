import { INPUT_COLUMNS, REQUIRED_COLUMNS } from "../../contract/input-columns.ts";
import { cleanEmail, cleanIdentifier, cutText, exceedsLength } from "./cell-text.ts";
import { hasReason, invalidValue, settleFlaws, skippingFlaw } from "./flaws.ts";
import { indexByName } from "./fold-name.ts";
import {
  dateColumn,
  jobTitleColumn,
  languageColumn,
  nameColumn,
  productsColumn,
  textColumn,
} from "./profile-columns.ts";
import type { Flaw, MemberRow, ProfileValue, PropertyDefinition } from "./rows.ts";
import {
  type CellReader,
  type KnownColumn,
  LENGTH_LIMITS,
  type SectionForm,
} from "./section-form.ts";
import { isEmailAddress } from "./value-formats.ts";

/** A member row while its cells are being read. */
export interface MemberDraft {
  line: number;
  externalId: string | null;
  email: string | null;
  profile: Record<string, ProfileValue>;
  /** `undefined` = the column was not given. */
  managerExternalId: string | null | undefined;
  managerEmail: string | null | undefined;
  /** A manager's external id that was given but is unusable: the present manager stays. */
  managerRefused: boolean;
  flaws: Flaw[];
}

const PRECEDENCE = [
  "missing_external_id",
  "invalid_external_id",
  "missing_email",
  "invalid_email",
  "value_too_long",
] as const;

const COLUMNS = INPUT_COLUMNS.members;
const NAMES = ["firstName", "lastName", "preferredName"] as const;

/** The members section of a workspace with these properties. */
export function createMemberForm(
  properties: readonly PropertyDefinition[],
): SectionForm<MemberDraft, MemberRow> {
  return {
    section: "members",
    columns: indexMemberColumns(properties),
    required: REQUIRED_COLUMNS.members,
    begin: (line) => ({
      line,
      externalId: null,
      email: null,
      profile: {},
      managerExternalId: undefined,
      managerEmail: undefined,
      managerRefused: false,
      flaws: [],
    }),
    finish: finishMember,
    toBatch: (rows) => ({ section: "members", rows }),
  };
}

function indexMemberColumns(properties: readonly PropertyDefinition[]) {
  // "__proto__" as a key would write to the prototype of a profile; no property bears it lawfully.
  const usable = properties.filter((property) => property.key !== "__proto__");
  const columnOf = new Map(usable.map((property) => [property, openProperty(property)]));
  return indexByName<KnownColumn<MemberDraft>>([
    [COLUMNS.externalMemberId, { field: "externalMemberId", open: externalIdColumn }],
    [COLUMNS.email, { field: "email", open: emailColumn }],
    ...NAMES.map((key) => [COLUMNS[key], nameColumn(key)] as const),
    [COLUMNS.jobTitle, jobTitleColumn()],
    [COLUMNS.languagePreferences, languageColumn()],
    [COLUMNS.productAssignations, productsColumn()],
    [COLUMNS.directManagerExternalId, { field: "directManagerExternalId", open: managerIdColumn }],
    [COLUMNS.directManagerEmail, { field: "directManagerEmail", open: managerEmailColumn }],
    // Keys before labels, so that one property's label never hides another property's key.
    ...usable.map((property) => [[property.key], columnOf.get(property)!] as const),
    ...usable.map((property) => [property.labels, columnOf.get(property)!] as const),
  ]);
}

function openProperty(property: PropertyDefinition): KnownColumn<MemberDraft> {
  return property.type === "date" ? dateColumn(property.key) : textColumn(property.key);
}

function externalIdColumn(name: string): CellReader<MemberDraft> {
  const refuse = (draft: MemberDraft, shown: string) => {
    draft.flaws.push(skippingFlaw("user_skipped", "invalid_external_id", name, shown));
  };
  return {
    readText(draft, raw) {
      const { text, wasUnsafe } = cleanIdentifier(raw);
      if (wasUnsafe) return refuse(draft, raw);
      draft.externalId = text;
      if (text === null) {
        draft.flaws.push(skippingFlaw("user_skipped", "missing_external_id", name, null));
      } else if (exceedsLength(text, LENGTH_LIMITS.externalId)) {
        draft.flaws.push(skippingFlaw("user_skipped", "value_too_long", name, raw));
        draft.externalId = keepOverlong(text, LENGTH_LIMITS.externalId);
      }
    },
    refuseType: refuse,
  };
}

function emailColumn(name: string): CellReader<MemberDraft> {
  const refuse = (draft: MemberDraft, shown: string) => {
    draft.flaws.push(skippingFlaw("user_skipped", "invalid_email", name, shown));
  };
  return {
    readText(draft, raw) {
      const { text, wasUnsafe } = cleanEmail(raw);
      if (wasUnsafe) return refuse(draft, raw);
      draft.email = text;
      if (text === null) {
        draft.flaws.push(skippingFlaw("user_skipped", "missing_email", name, null));
        return;
      }
      if (!isEmailAddress(text)) refuse(draft, raw);
      if (exceedsLength(text, LENGTH_LIMITS.email)) {
        draft.flaws.push(skippingFlaw("user_skipped", "value_too_long", name, raw));
        draft.email = keepOverlong(text, LENGTH_LIMITS.email);
      }
    },
    refuseType: refuse,
  };
}

function managerIdColumn(name: string): CellReader<MemberDraft> {
  return {
    readText(draft, raw) {
      const { text, wasUnsafe } = cleanIdentifier(raw);
      draft.managerExternalId = text === null ? null : keepOverlong(text, LENGTH_LIMITS.externalId);
      if (wasUnsafe) refuseManager(draft, "control_characters", name, raw);
    },
    refuseType: (draft, shown) => refuseManager(draft, "wrong_type", name, shown),
  };
}

function managerEmailColumn(name: string): CellReader<MemberDraft> {
  return {
    readText(draft, raw) {
      const { text, wasUnsafe } = cleanEmail(raw);
      draft.managerEmail = text === null ? null : keepOverlong(text, LENGTH_LIMITS.email);
      if (wasUnsafe) refuseManager(draft, "control_characters", name, raw);
    },
    refuseType: (draft, shown) => refuseManager(draft, "wrong_type", name, shown),
  };
}

/** A reference that cannot be read must not count as blank: blank would remove the manager. */
function refuseManager(
  draft: MemberDraft,
  reason: "control_characters" | "wrong_type",
  name: string,
  shown: string,
): void {
  draft.flaws.push(invalidValue(reason, name, shown));
  draft.managerRefused = true;
}

/**
 * An over-long id or address, cut one character behind its limit: it can equal no stored one, and an index
 * entry stays within what PostgreSQL takes.
 */
function keepOverlong(text: string, limit: number): string {
  return cutText(text, limit + 1);
}

function finishMember(draft: MemberDraft): MemberRow {
  const { line, externalId, email, profile, flaws } = draft;
  // Where the key is absent from a JSON row, no cell has been read that could have said so.
  if (externalId === null && !hasReason(flaws, "missing_external_id", "invalid_external_id")) {
    flaws.push(skippingFlaw("user_skipped", "missing_external_id", "externalMemberId", null));
  }
  if (email === null && !hasReason(flaws, "missing_email", "invalid_email")) {
    flaws.push(skippingFlaw("user_skipped", "missing_email", "email", null));
  }
  return {
    line,
    externalId,
    email,
    profile,
    manager: settleManager(draft),
    flaws: flaws.length === 0 ? flaws : settleFlaws(flaws, PRECEDENCE),
  };
}

function settleManager(draft: MemberDraft): MemberRow["manager"] {
  const { managerExternalId, managerEmail, managerRefused } = draft;
  if (managerExternalId === undefined && managerEmail === undefined) return undefined;
  // A usable external id wins over anything in the e-mail column (domain rules, section 11).
  if (managerRefused && (managerExternalId ?? null) === null) return undefined;
  return { externalId: managerExternalId ?? null, email: managerEmail ?? null };
}

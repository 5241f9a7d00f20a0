import { Link } from "@tanstack/react-router";
import type { UserRole, UserState } from "#contract/catalogue.ts";
import { ROLE_LABELS, USER_STATE_LABELS } from "#contract/labels.ts";
import { describeSetting, labelOfSetting } from "#contract/setting-labels.ts";
import { usePropertyNames } from "../../changes/property-names.tsx";
import { useFormats } from "../../i18n/use-formats.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Time } from "../../ui/Time.tsx";
import { Value } from "../../ui/Value.tsx";
import { auditMessages } from "./messages.ts";
import { TargetLink } from "./TargetLink.tsx";

type CodeKey = Extract<
  keyof (typeof auditMessages)["en"],
  `mode${string}` | `type${string}` | `scope${string}` | `page${string}`
>;

/** Codes that are words on the pages, by key. */
const CODES: ReadonlyMap<string, CodeKey> = new Map<string, CodeKey>([
  ...([
    ["mode full", "modeFull"],
    ["mode partial", "modePartial"],
  ] as const),
  ...([
    ["type text", "typeText"],
    ["type date", "typeDate"],
  ] as const),
  ...([
    ["scope read", "scopeRead"],
    ["scope push", "scopePush"],
  ] as const),
  ...([
    ["scope read_write", "scopeReadWrite"],
    ["page syncs", "pageSyncs"],
  ] as const),
  ...([
    ["page users", "pageUsers"],
    ["page teams", "pageTeams"],
  ] as const),
  ...([
    ["page report", "pageReport"],
    ["page audit", "pageAudit"],
  ] as const),
]);
const ACCOUNT_ROLES = { admin: "roleAdmin", viewer: "roleViewer" } as const;

interface DetailValueProps {
  name: string;
  value: unknown;
  /** What it was done to: roles of accounts and of users are different words. */
  target: string | null;
}

/** One value of the audit log as people read it: never a code. */
export function DetailValue({ name, value, target }: DetailValueProps) {
  const { language, number, calendarDay, languageName } = useFormats();
  const t = useMessages(auditMessages);
  const { isDate, labelOf } = usePropertyNames();
  if (labelOfSetting(name, language) !== null) return describeSetting(name, value, language);
  if (value === null && name === "seatLimit") return t("noLimit");
  if (value === null || typeof value === "boolean") return <Value value={value} />;
  if (typeof value === "number") {
    if (name === "entry") return `#${number(value)}`;
    return number(value);
  }
  if (Array.isArray(value)) {
    const texts = value.map(String);
    return <Value value={name === "properties" ? texts.map(labelOf) : texts} />;
  }
  if (typeof value === "object") return <End end={value as { id?: unknown; name?: unknown }} />;
  const text = String(value);
  if (/^syn_\d+$/.test(text)) {
    return (
      <Link to="/syncs/$id" params={{ id: text }} search={{}}>
        {text}
      </Link>
    );
  }
  if (name === "expiresAt") return <Time at={text} show="date" />;
  if (name === "form") return text.toUpperCase();
  if (name === "defaultLanguage" || name === "languagePreferences") {
    return languageName(text) ?? text;
  }
  if (name === "status" && Object.hasOwn(USER_STATE_LABELS, text)) {
    return USER_STATE_LABELS[text as UserState][language];
  }
  if (name === "role") {
    if (target === "user" && Object.hasOwn(ROLE_LABELS, text)) {
      return ROLE_LABELS[text as UserRole][language];
    }
    if (text === "admin" || text === "viewer") return t(ACCOUNT_ROLES[text]);
  }
  const word = CODES.get(`${name} ${text}`);
  if (word !== undefined) return t(word);
  if (isDate(name) && /^\d{4}-\d{2}-\d{2}$/.test(text)) return calendarDay(text);
  return <Value value={text} />;
}

/** One end of a link: a manager, a member, a team. */
function End({ end: { id, name } }: { end: { id?: unknown; name?: unknown } }) {
  const text = typeof name === "string" ? name : null;
  if (typeof id !== "string") return <Value value={text} />;
  return <TargetLink type={id.startsWith("team_") ? "team" : "user"} id={id} name={text} />;
}

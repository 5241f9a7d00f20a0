import type { Language, Translated } from "./language.ts";
import type { ProvisioningSettings } from "./settings.ts";

type Thresholds = ProvisioningSettings["thresholds"];

/** A setting's key as the audit log and a sync's activity name it: limits stand beside the others. */
export type SettingKey =
  | Exclude<keyof ProvisioningSettings, "thresholds">
  | `thresholds.${keyof Thresholds}`;

/** How a value of a setting is written. */
type Kind = "count" | "percent" | "days" | "switch" | "leavers";

interface SettingLabel extends Translated {
  readonly kind: Kind;
}

/** Every setting, in the order they are listed; one without a label does not compile. */
const SETTINGS: Readonly<Record<SettingKey, SettingLabel>> = {
  "thresholds.users": {
    kind: "count",
    en: "Limit for user updates",
    fr: "Limite de mises à jour d’utilisateurs",
  },
  "thresholds.teams": {
    kind: "count",
    en: "Limit for team updates",
    fr: "Limite de mises à jour d’équipes",
  },
  "thresholds.removalsPercent": {
    kind: "percent",
    en: "Limit for removals",
    fr: "Limite de retraits",
  },
  "thresholds.identityPercent": {
    kind: "percent",
    en: "Limit for changed names and emails",
    fr: "Limite de changements de nom ou d’adresse",
  },
  "thresholds.reactivations": {
    kind: "count",
    en: "Limit for reactivations",
    fr: "Limite de réactivations",
  },
  automaticInvite: { kind: "switch", en: "Automatic Invite", fr: "Invitation automatique" },
  absentInvited: {
    kind: "leavers",
    en: "People who leave before they accept their invitation",
    fr: "Personnes qui partent avant d’avoir accepté leur invitation",
  },
  approvalExpiryDays: { kind: "days", en: "Time to decide", fr: "Délai de décision" },
  reportRetentionDays: {
    kind: "days",
    en: "Reports are kept for",
    fr: "Durée de conservation des rapports",
  },
  undoWindowDays: {
    kind: "days",
    en: "Deleted users can be restored for",
    fr: "Délai de restauration des utilisateurs supprimés",
  },
  inputRetentionDays: {
    kind: "days",
    en: "Pushed data is kept for",
    fr: "Durée de conservation des données envoyées",
  },
  paused: { kind: "switch", en: "Syncing paused", fr: "Synchronisation en pause" },
};

export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

const find = (key: string): SettingLabel | undefined =>
  Object.hasOwn(SETTINGS, key) ? SETTINGS[key as SettingKey] : undefined;

/** The label of a setting; `null` for one that is not known here. */
export function labelOfSetting(key: string, language: Language): string | null {
  return find(key)?.[language] ?? null;
}

const LEAVERS: Readonly<Record<string, Translated>> = {
  delete: { en: "Deleted", fr: "Supprimées" },
  deactivate: { en: "Lose access", fr: "Perdent leur accès" },
};
const NO_LIMIT: Translated = { en: "No limit", fr: "Aucune limite" };
const SWITCH: Record<"on" | "off", Translated> = {
  on: { en: "On", fr: "Oui" },
  off: { en: "Off", fr: "Non" },
};

/** A value of a setting as people read it: "10%", "No limit", "7 days", "On". */
export function describeSetting(key: string, value: unknown, language: Language): string {
  const kind = find(key)?.kind;
  if (value === null) return NO_LIMIT[language];
  if (typeof value === "boolean") return SWITCH[value ? "on" : "off"][language];
  if (kind === "leavers") return LEAVERS[String(value)]?.[language] ?? String(value);
  if (typeof value !== "number") return String(value ?? "");
  const write = (options: Intl.NumberFormatOptions, number = value) =>
    new Intl.NumberFormat(language, options).format(number);
  if (kind === "percent") return write({ style: "percent" }, value / 100);
  if (kind === "days") return write({ style: "unit", unit: "day", unitDisplay: "long" });
  return write({});
}

/** Settings key by key, as {@link SETTING_KEYS} lists them. */
export function listSettings(
  settings: ProvisioningSettings,
): { key: SettingKey; value: unknown }[] {
  const { thresholds, ...plain } = settings;
  const values: Readonly<Record<string, unknown>> = {
    ...plain,
    ...Object.fromEntries(
      Object.entries(thresholds).map(([key, value]) => [`thresholds.${key}`, value]),
    ),
  };
  return SETTING_KEYS.map((key) => ({ key, value: values[key] }));
}

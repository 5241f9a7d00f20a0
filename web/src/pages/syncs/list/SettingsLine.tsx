import { describeSetting, labelOfSetting, SETTING_KEYS } from "#contract/setting-labels.ts";
import type { AuditEntry } from "../../../api/sync-history.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Time } from "../../../ui/Time.tsx";
import { syncsMessages } from "../messages.ts";

/** Who changed which settings, in a thin line between syncs. */
export function SettingsLine({ change }: { change: AuditEntry }) {
  const t = useMessages(syncsMessages);
  const language = useLanguage();
  const { list } = useFormats();
  const { actor, at, before, after } = change;
  const keys = SETTING_KEYS.filter(
    (key) => before?.[key] !== undefined || after?.[key] !== undefined,
  );
  const changes = keys.map((key) =>
    t("settingChange", {
      setting: labelOfSetting(key, language) ?? key,
      before: describeSetting(key, before?.[key] ?? null, language),
      after: describeSetting(key, after?.[key] ?? null, language),
    }),
  );
  return (
    <span className="settings-line">
      <Time at={at} show="absolute" />{" "}
      {changes.length === 0
        ? `${actor.name}: ${change.label}`
        : t("settingsChanged", { who: actor.name, changes: list(changes) })}
    </span>
  );
}

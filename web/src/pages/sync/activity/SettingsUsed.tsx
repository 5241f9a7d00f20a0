import { describeSetting, labelOfSetting, listSettings } from "#contract/setting-labels.ts";
import type { SyncActivity } from "../../../api/decisions.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Badge } from "../../../ui/Badge.tsx";
import { Card } from "../../../ui/Card.tsx";
import { Table } from "../../../ui/Table.tsx";
import { activityMessages } from "./messages.ts";

/** The settings that a sync ran under, beside those of today; what is different comes first. */
export function SettingsUsed({
  settings,
  settingsChanged,
}: Pick<SyncActivity, "settings" | "settingsChanged">) {
  const t = useMessages(activityMessages);
  const language = useLanguage();
  if (settings === null) {
    return (
      <Card title={t("settings")}>
        <p className="muted">{t("settingsUnknown")}</p>
      </Card>
    );
  }
  const changes = new Map(settingsChanged.map((change) => [change.key, change]));
  const all = listSettings(settings);
  const rows = [
    ...all.filter(({ key }) => changes.has(key)),
    ...all.filter(({ key }) => !changes.has(key)),
  ];
  return (
    <Card
      title={t("settings")}
      hint={changes.size === 0 ? t("sameAsToday") : t("changedSince", { n: changes.size })}
    >
      <Table label={t("settings")}>
        <thead>
          <tr>
            <th scope="col">{t("setting")}</th>
            <th scope="col">{t("used")}</th>
            <th scope="col">{t("today")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, value }) => {
            const change = changes.get(key);
            return (
              <tr key={key}>
                <th scope="row">{labelOfSetting(key, language)}</th>
                <td>{describeSetting(key, value, language)}</td>
                <td>
                  {change === undefined ? (
                    <span className="muted">{t("same")}</span>
                  ) : (
                    <Badge tone="info">{describeSetting(key, change.now, language)}</Badge>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Card>
  );
}

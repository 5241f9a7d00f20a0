import type { ReactNode } from "react";
import { labelOfSetting } from "#contract/setting-labels.ts";
import type { Settings } from "../../api/settings.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Card } from "../../ui/Card.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { DaysField } from "./DaysField.tsx";
import type { DaysKey, LimitKey } from "./draft.ts";
import { LimitField } from "./LimitField.tsx";
import { rulesMessages } from "./messages.ts";

const LIMITS = [
  { limit: "removalsPercent", hint: "removalsHint" },
  { limit: "identityPercent", hint: "identityHint" },
  { limit: "users", hint: "usersHint" },
  { limit: "teams", hint: "teamsHint" },
  { limit: "reactivations", hint: "reactivationsHint" },
] as const satisfies readonly { limit: LimitKey; hint: string }[];

const KEEPING = [
  { setting: "reportRetentionDays", hint: "reportsHint" },
  { setting: "inputRetentionDays", hint: "inputsHint" },
  { setting: "undoWindowDays", hint: "undoHint" },
] as const satisfies readonly { setting: DaysKey; hint: string }[];

/** The settings by subject. */
export function SettingCards({
  draft,
  onChange,
  isDisabled,
  children,
}: {
  draft: Settings;
  onChange: (draft: Settings) => void;
  isDisabled: boolean;
  /** After the limits: what they would have done. */
  children: ReactNode;
}) {
  const t = useMessages(rulesMessages);
  const language = useLanguage();
  const label = (key: string) => labelOfSetting(key, language) ?? key;
  const set = (values: Partial<Settings>) => onChange({ ...draft, ...values });
  return (
    <>
      <Card title={t("approval")} hint={t("approvalHint")}>
        <div className="limits">
          {LIMITS.map(({ limit, hint }) => (
            <LimitField
              key={limit}
              limit={limit}
              hint={t(hint)}
              value={draft.thresholds[limit]}
              onChange={(value) => set({ thresholds: { ...draft.thresholds, [limit]: value } })}
              isDisabled={isDisabled}
            />
          ))}
          <DaysField
            setting="approvalExpiryDays"
            hint={t("expiryHint")}
            value={draft.approvalExpiryDays}
            onChange={(approvalExpiryDays) => set({ approvalExpiryDays })}
            isDisabled={isDisabled}
          />
        </div>
        <Switch
          label={label("paused")}
          hint={t("pausedHint")}
          isSelected={draft.paused}
          onChange={(paused) => set({ paused })}
          isDisabled={isDisabled}
        />
      </Card>
      {children}
      <Card title={t("people")}>
        <Switch
          label={label("automaticInvite")}
          hint={t("inviteHint")}
          isSelected={draft.automaticInvite}
          onChange={(automaticInvite) => set({ automaticInvite })}
          isDisabled={isDisabled}
        />
        <RadioGroup
          label={label("absentInvited")}
          hint={t("leaversHint")}
          value={draft.absentInvited}
          onChange={(absentInvited) => set({ absentInvited })}
          options={[
            { value: "delete", label: t("leaversDelete") },
            { value: "deactivate", label: t("leaversDeactivate") },
          ]}
          isDisabled={isDisabled}
        />
      </Card>
      <Card title={t("keeping")}>
        <div className="limits">
          {KEEPING.map(({ setting, hint }) => (
            <DaysField
              key={setting}
              setting={setting}
              hint={t(hint)}
              value={draft[setting]}
              onChange={(days) => set({ [setting]: days })}
              isDisabled={isDisabled}
            />
          ))}
        </div>
      </Card>
    </>
  );
}

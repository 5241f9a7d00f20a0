import { labelOfSetting } from "#contract/setting-labels.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { NumberField } from "../../ui/NumberField.tsx";
import { type DaysKey, isInRange, RANGES } from "./draft.ts";
import { rulesMessages } from "./messages.ts";

/** A length of time in days. */
export function DaysField({
  setting,
  hint,
  value,
  onChange,
  isDisabled,
}: {
  setting: DaysKey;
  hint: string;
  value: number;
  onChange: (value: number) => void;
  isDisabled: boolean;
}) {
  const t = useMessages(rulesMessages);
  const { least, most } = RANGES[setting];
  return (
    <NumberField
      label={labelOfSetting(setting, useLanguage()) ?? setting}
      hint={hint}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      minValue={least}
      maxValue={most}
      formatOptions={{ style: "unit", unit: "day", unitDisplay: "long", maximumFractionDigits: 0 }}
      error={isInRange(setting, value) ? null : t("outOfRange", { least, most })}
    />
  );
}

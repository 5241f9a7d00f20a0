import { useState } from "react";
import { labelOfSetting } from "#contract/setting-labels.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { NumberField } from "../../ui/NumberField.tsx";
import { isInRange, type LimitKey, RANGES } from "./draft.ts";
import { rulesMessages } from "./messages.ts";

/** What a limit begins with when it is set for the first time. */
const FIRST: Readonly<Record<LimitKey, number>> = {
  ...{ users: 100, teams: 20, removalsPercent: 10, identityPercent: 5, reactivations: 5 },
};
const IS_SHARE: Readonly<Record<LimitKey, boolean>> = {
  ...{ users: false, teams: false, removalsPercent: true, identityPercent: true },
  reactivations: false,
};

/** One limit: a number, or none. */
export function LimitField({
  limit,
  hint,
  value,
  onChange,
  isDisabled,
}: {
  limit: LimitKey;
  hint: string;
  value: number | null;
  onChange: (value: number | null) => void;
  isDisabled: boolean;
}) {
  const t = useMessages(rulesMessages);
  const label = labelOfSetting(`thresholds.${limit}`, useLanguage()) ?? limit;
  // Taking "no limit" away again brings the number back that was there.
  const [kept, setKept] = useState(value ?? FIRST[limit]);
  const isShare = IS_SHARE[limit];
  const { least, most } = RANGES[limit];
  const shown = value ?? kept;
  return (
    <NumberField
      label={label}
      hint={hint}
      value={isShare ? shown / 100 : shown}
      onChange={(next) => {
        const whole = isShare ? Math.round(next * 100) : next;
        setKept(whole);
        onChange(whole);
      }}
      isDisabled={isDisabled || value === null}
      minValue={least}
      maxValue={isShare ? most / 100 : most}
      formatOptions={isShare ? { style: "percent" } : { maximumFractionDigits: 0 }}
      error={isInRange(limit, value) ? null : t("outOfRange", { least, most })}
      beside={
        <Checkbox
          label={t("noLimit")}
          isSelected={value === null}
          isDisabled={isDisabled}
          onChange={(isOff) => onChange(isOff ? null : kept)}
        />
      }
    />
  );
}

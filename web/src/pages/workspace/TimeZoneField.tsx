import { useEffect, useMemo, useState } from "react";
import { labelOfWorkspace } from "#contract/workspace-labels.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { ComboBox } from "../../ui/ComboBox.tsx";
import { useNow } from "../../ui/use-now.ts";
import { workspaceMessages } from "./messages.ts";
import { findZones, listZoneNames, offsetOf } from "./time-zones.ts";

/** A time zone, found by a part of its name. */
export function TimeZoneField({
  value,
  onChange,
  isDisabled,
  error,
}: {
  value: string;
  /** An empty text while what is typed is no zone. */
  onChange: (value: string) => void;
  isDisabled: boolean;
  error: string | null;
}) {
  const t = useMessages(workspaceMessages);
  const now = useNow();
  const names = useMemo(() => {
    const known = listZoneNames();
    return value === "" || known.includes(value) ? known : [value, ...known];
  }, [value]);
  const [text, setText] = useState(value);
  // Discarding puts another zone into the field.
  useEffect(() => {
    if (value !== "") setText(value);
  }, [value]);
  const found = findZones(names, text === value ? "" : text);
  const isKept = value !== "" && !found.includes(value);
  const options = found.map((name) => ({ value: name, label: name, hint: offsetOf(name, now) }));
  return (
    <ComboBox
      label={labelOfWorkspace("timeZone", useLanguage())}
      hint={t("timeZoneHint")}
      placeholder={t("timeZoneFind")}
      opensOnFocus={false}
      isDisabled={isDisabled}
      error={text === "" ? t("timeZoneNeeded") : error}
      value={value === "" ? null : value}
      text={text}
      onTextChange={(next) => {
        setText(next);
        if (next === "") onChange("");
      }}
      onChange={(zone) => {
        if (zone === null) return;
        onChange(zone);
        setText(zone);
      }}
      options={isKept ? [...options, { value, label: value, isKept }] : options}
    />
  );
}

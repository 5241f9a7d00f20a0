import { useMemo } from "react";
import { labelOfWorkspace } from "#contract/workspace-labels.ts";
import { useFormats } from "../../i18n/use-formats.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Card } from "../../ui/Card.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { Draft } from "./draft.ts";
import type { FieldsProps } from "./field-props.ts";
import { workspaceMessages } from "./messages.ts";
import { TimeZoneField } from "./TimeZoneField.tsx";

/** Languages that people of a workspace are likely to read; another that is set stays. */
const LANGUAGE_CODES = [
  ...["ar", "cs", "da", "de", "el", "en", "en-CA", "en-GB", "en-US", "es", "fi", "fr", "fr-CA"],
  ...["he", "hi", "hu", "it", "ja", "ko", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sv"],
  ...["th", "tr", "uk", "vi", "zh"],
];

/** Name, clock and language. */
export function GeneralCard({ draft, onChange, isDisabled, errorOf }: FieldsProps) {
  const t = useMessages(workspaceMessages);
  const { language, languageName, compare } = useFormats();
  const label = (key: keyof Draft) => labelOfWorkspace(key, language);
  const languages = useMemo(
    () =>
      [...new Set([...LANGUAGE_CODES, draft.defaultLanguage])]
        .map((value) => ({ value, label: languageName(value) ?? value }))
        .sort((a, b) => compare(a.label, b.label)),
    [draft.defaultLanguage, languageName, compare],
  );
  return (
    <Card title={t("general")}>
      <TextField
        label={label("name")}
        hint={t("nameHint")}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        maxLength={200}
        autoComplete="off"
        isDisabled={isDisabled}
        error={draft.name.trim() === "" ? t("nameNeeded") : errorOf("name")}
      />
      <TimeZoneField
        value={draft.timeZone}
        onChange={(timeZone) => onChange({ timeZone })}
        isDisabled={isDisabled}
        error={errorOf("timeZone")}
      />
      <Select
        label={label("defaultLanguage")}
        hint={t("languageHint")}
        value={draft.defaultLanguage}
        onChange={(defaultLanguage) => onChange({ defaultLanguage })}
        options={languages}
        isDisabled={isDisabled}
        error={errorOf("defaultLanguage")}
      />
    </Card>
  );
}

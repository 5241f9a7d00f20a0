import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { findTeamsQuery } from "../../api/teams.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { ComboBox } from "../../ui/ComboBox.tsx";
import type { FieldProps } from "../../ui/Field.tsx";
import { directoryMessages } from "./messages.ts";
import type { Named } from "./PersonField.tsx";

interface TeamFieldProps
  extends Pick<FieldProps, "label" | "hint" | "error" | "isRequired" | "isOptional" | "autoFocus"> {
  value: Named | null;
  onChange: (value: Named | null) => void;
  except?: string | undefined;
}

/** One team, found by name; its parent tells apart teams of one name. */
export function TeamField({ value, onChange, except, ...rest }: TeamFieldProps) {
  const t = useMessages(directoryMessages);
  const [text, setText] = useState(value?.name ?? "");
  const search = text === value?.name ? "" : text;
  const { data: found = [] } = useQuery(findTeamsQuery(search));
  const teams = found.filter(({ id }) => id !== except);
  const isListed = value === null || teams.some(({ id }) => id === value.id);
  return (
    <ComboBox
      {...rest}
      opensOnFocus={false}
      value={value?.id ?? null}
      text={text}
      placeholder={t("teamPlaceholder")}
      onTextChange={(next) => {
        setText(next);
        if (next === "" && value !== null) onChange(null);
      }}
      onChange={(id) => {
        if (id === null) return;
        const chosen = teams.find((team) => team.id === id) ?? value;
        if (chosen === null) return;
        onChange({ id: chosen.id, name: chosen.name });
        setText(chosen.name);
      }}
      options={[
        ...(isListed ? [] : [{ value: value.id, label: value.name, isKept: search !== "" }]),
        ...teams.map(({ id, name, parent }) => ({
          value: id,
          label: name,
          ...(parent === null ? {} : { hint: parent.name }),
        })),
      ]}
    />
  );
}

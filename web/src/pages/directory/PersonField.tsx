import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { findUsersQuery, type UserFilters } from "../../api/users.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { ComboBox } from "../../ui/ComboBox.tsx";
import type { FieldProps } from "../../ui/Field.tsx";
import { directoryMessages } from "./messages.ts";

/** Somebody of the directory, by id and name. */
export interface Named {
  id: string;
  name: string;
}

interface PersonFieldProps
  extends Pick<FieldProps, "label" | "hint" | "error" | "isRequired" | "isOptional" | "autoFocus"> {
  value: Named | null;
  onChange: (value: Named | null) => void;
  /** Who may be chosen; by default who has access. */
  filters?: UserFilters;
  /** Who may not, such as the person themselves. */
  except?: string | undefined;
}

const WITH_ACCESS: UserFilters = { status: ["created", "invited", "active"] };

/** One person, found by name or email. */
export function PersonField({
  value,
  onChange,
  filters = WITH_ACCESS,
  except,
  ...rest
}: PersonFieldProps) {
  const t = useMessages(directoryMessages);
  const [text, setText] = useState(value?.name ?? "");
  // The chosen name in the field is no search: it shows everybody again.
  const search = text === value?.name ? "" : text;
  const { data: found = [] } = useQuery(findUsersQuery(search, filters));
  const people = found.filter(({ id }) => id !== except);
  const isListed = value === null || people.some(({ id }) => id === value.id);
  return (
    <ComboBox
      {...rest}
      opensOnFocus={false}
      value={value?.id ?? null}
      text={text}
      placeholder={t("personPlaceholder")}
      onTextChange={(next) => {
        setText(next);
        if (next === "" && value !== null) onChange(null);
      }}
      onChange={(id) => {
        if (id === null) return;
        const chosen = people.find((person) => person.id === id) ?? value;
        if (chosen === null) return;
        onChange({ id: chosen.id, name: chosen.name });
        setText(chosen.name);
      }}
      options={[
        ...(isListed ? [] : [{ value: value.id, label: value.name, isKept: search !== "" }]),
        ...people.map(({ id, name, email, jobTitle }) => ({
          value: id,
          label: name,
          hint: [email, jobTitle].filter((it) => it !== null && it !== name).join(" · "),
        })),
      ]}
    />
  );
}

import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { findTeamsQuery, teamQuery } from "../../api/teams.ts";
import { findUsersQuery, userQuery } from "../../api/users.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { FilterChip, type FilterOption } from "../../ui/FilterChip.tsx";
import { directoryMessages } from "../directory/messages.ts";
import { usersMessages } from "./messages.ts";
import { NONE } from "./search.ts";

interface FoundChipProps {
  /** Ids, or `none`. */
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
}

/** Filters by teams, found by typing. */
export function TeamFilterChip({ value, onChange }: FoundChipProps) {
  const t = useMessages(usersMessages);
  const words = useMessages(directoryMessages);
  const [text, setText] = useState("");
  const { data: found = [] } = useQuery(findTeamsQuery(text));
  const chosen = useQueries({ queries: idsOf(value).map((id) => teamQuery(id)) });
  const teams = [...chosen.flatMap(({ data }) => data ?? []), ...found];
  return (
    <FilterChip
      label={words("team")}
      value={value}
      onChange={onChange}
      finder={{ text, onTextChange: setText }}
      options={listOptions(
        { value, text, noneLabel: t("noTeam") },
        teams.map(({ id, name, parent }) => ({
          value: id,
          label: parent === null ? name : `${name} (${parent.name})`,
        })),
      )}
    />
  );
}

/** Filters by Direct Managers, found by typing. */
export function PersonFilterChip({ value, onChange }: FoundChipProps) {
  const t = useMessages(usersMessages);
  const words = useMessages(directoryMessages);
  const [text, setText] = useState("");
  const { data: found = [] } = useQuery(findUsersQuery(text));
  const chosen = useQueries({ queries: idsOf(value).map((id) => userQuery(id)) });
  const people = [...chosen.flatMap(({ data }) => data ?? []), ...found];
  return (
    <FilterChip
      label={words("manager")}
      value={value}
      onChange={onChange}
      finder={{ text, onTextChange: setText }}
      options={listOptions(
        { value, text, noneLabel: t("noManager") },
        people.map(({ id, name }) => ({ value: id, label: name })),
      )}
    />
  );
}

const idsOf = (value: readonly string[]) => value.filter((id) => id !== NONE);

/**
 * "None" first while nothing is typed, then what is chosen, then what was found. What is chosen and no longer there keeps
 * its place too.
 */
function listOptions(
  { value, text, noneLabel }: { value: readonly string[]; text: string; noneLabel: string },
  options: readonly FilterOption<string>[],
): FilterOption<string>[] {
  const hasNone = text.trim() === "" || value.includes(NONE);
  const each = new Map<string, FilterOption<string>>(
    hasNone ? [[NONE, { value: NONE, label: noneLabel }]] : [],
  );
  for (const option of options) if (!each.has(option.value)) each.set(option.value, option);
  for (const id of value) if (!each.has(id)) each.set(id, { value: id, label: id });
  return [...each.values()];
}

import { useQuery } from "@tanstack/react-query";
import { foundByPaletteQuery } from "../../api/palette.ts";
import { useFormats } from "../../i18n/use-formats.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { dayOf, endOfDay, startOfDay } from "../../i18n/zoned-day.ts";
import type { CommandGroup } from "../../ui/CommandMenu.tsx";
import { frameMessages } from "../messages.ts";
import { paletteMessages } from "./messages.ts";
import { readDay } from "./read-day.ts";

/** Syncs, people and teams that the words find; a day finds its syncs. */
export function useFound(
  words: string,
  open: (href: string) => void,
): { groups: CommandGroup[]; empty: string } {
  const t = useMessages(paletteMessages);
  const frame = useMessages(frameMessages);
  const { language, timeZone, dateTime, calendarDay } = useFormats();
  const now = new Date();
  const typed = readDay(words, language, dayOf(now, timeZone));
  const span =
    typed === null
      ? null
      : {
          day: typed,
          from: startOfDay(typed, timeZone).toISOString(),
          to: endOfDay(typed, timeZone).toISOString(),
        };
  const { data, isFetching, isPlaceholderData } = useQuery(foundByPaletteQuery(words, span));
  const { day = null, syncs = [], hasMoreSyncs = false, users = [], teams = [] } = data ?? {};

  const groups: CommandGroup[] = [
    {
      title: day === null ? frame("syncs") : t("syncsOf", { day: calendarDay(day) }),
      commands: [
        ...syncs.map((sync) => ({
          id: sync.id,
          label: t("syncNumber", { number: String(sync.number) }),
          icon: "history" as const,
          hint: `${dateTime(new Date(sync.createdAt), now)} · ${sync.source.name}`,
          onRun: () => open(`/syncs/${sync.id}`),
        })),
        ...(day !== null && hasMoreSyncs
          ? [
              {
                id: "day",
                label: t("allSyncsOf", { day: calendarDay(day) }),
                icon: "arrowRight" as const,
                onRun: () => open(`/syncs?after=${day}&before=${day}`),
              },
            ]
          : []),
      ],
    },
    {
      title: frame("users"),
      commands: users.map((user) => ({
        ...{ id: user.id, label: user.name, icon: "person" as const },
        ...hintOf([user.email ?? user.formerEmail, user.externalId]),
        onRun: () => open(`/users/${user.id}`),
      })),
    },
    {
      title: frame("teams"),
      commands: teams.map((team) => ({
        ...{ id: team.id, label: team.name, icon: "people" as const },
        onRun: () => open(`/teams/${team.id}`),
      })),
    },
  ];
  const none = day === null ? t("paletteNone") : t("noSyncsOf", { day: calendarDay(day) });
  return {
    groups: groups.map((group) => ({ ...group, isOld: isPlaceholderData })),
    empty: isFetching ? t("paletteSearching") : none,
  };
}

function hintOf(parts: readonly (string | null)[]): { hint?: string } {
  const hint = parts.filter((part) => part !== null).join(" · ");
  return hint === "" ? {} : { hint };
}

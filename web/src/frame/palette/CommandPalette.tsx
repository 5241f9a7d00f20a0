import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { foundByPaletteQuery } from "../../api/palette.ts";
import { useFormats } from "../../i18n/use-formats.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { CommandMenu } from "../../ui/CommandMenu.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { frameMessages } from "../messages.ts";
import { paletteMessages } from "./messages.ts";
import { PALETTE_PAGES } from "./palette-pages.ts";
import { placeOfId } from "./place-of-id.ts";

/** Leads anywhere by typing: pages, syncs by id, number or source, people, teams, and any id that is pasted. */
export function CommandPalette({
  onClose,
  onShortcuts,
}: {
  onClose: () => void;
  onShortcuts: () => void;
}) {
  const t = useMessages(paletteMessages);
  const pages = useMessages(frameMessages);
  const { dateTime } = useFormats();
  const router = useRouter();
  const [text, setText] = useState("");
  const words = useDeferredValue(text.trim());
  const found = useQuery(foundByPaletteQuery(words));
  const open = (href: string) => {
    onClose();
    void router.navigate({ href });
  };
  const needle = words.toLocaleLowerCase();
  const matches = (label: string) => label.toLocaleLowerCase().includes(needle);
  const place = placeOfId(words);
  const { syncs = [], users = [], teams = [] } = found.data ?? {};

  const groups = [
    {
      title: t("paletteId"),
      commands:
        place === null
          ? []
          : [
              {
                id: "id",
                label: t("openId", { id: words }),
                icon: "arrowRight" as const,
                onRun: () => open(place),
              },
            ],
    },
    {
      title: t("palettePages"),
      commands: PALETTE_PAGES.filter(({ label }) => matches(pages(label))).map(
        ({ to, label, icon }) => ({
          ...{ id: to, label: pages(label), icon, onRun: () => open(to) },
        }),
      ),
    },
    {
      title: pages("syncs"),
      commands: syncs.map((sync) => ({
        id: sync.id,
        label: t("syncNumber", { number: String(sync.number) }),
        icon: "history" as const,
        hint: `${dateTime(new Date(sync.createdAt), new Date())} · ${sync.source.name}`,
        onRun: () => open(`/syncs/${sync.id}`),
      })),
    },
    {
      title: pages("users"),
      commands: users.map((user) => ({
        id: user.id,
        label: user.name,
        icon: "person" as const,
        ...(user.email === null ? {} : { hint: user.email }),
        onRun: () => open(`/users/${user.id}`),
      })),
    },
    {
      title: pages("teams"),
      commands: teams.map((team) => ({
        ...{ id: team.id, label: team.name, icon: "people" as const },
        onRun: () => open(`/teams/${team.id}`),
      })),
    },
    {
      title: t("paletteHelp"),
      commands: [
        { id: "shortcuts", label: t("shortcuts"), icon: "info" as const, onRun: onShortcuts },
        { id: "docs", label: t("apiReference"), icon: "external" as const, onRun: openReference },
      ].filter(({ label }) => matches(label)),
    },
  ];

  return (
    <Dialog title={t("palette")} isOpen onClose={onClose}>
      <CommandMenu
        label={t("paletteSearch")}
        text={text}
        onTextChange={setText}
        groups={groups}
        empty={found.isFetching ? t("paletteSearching") : t("paletteNone")}
      />
    </Dialog>
  );
}

/** The API's own pages are not of these. */
function openReference(): void {
  window.location.assign("/api/docs");
}

import { useRouter } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { type CommandGroup, CommandMenu } from "../../ui/CommandMenu.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { frameMessages } from "../messages.ts";
import { matchesWords } from "./matches-words.ts";
import { paletteMessages } from "./messages.ts";
import type { PaletteAction } from "./palette-action.ts";
import { PALETTE_PAGES } from "./palette-pages.ts";
import { placeOfId } from "./place-of-id.ts";
import { useActions } from "./use-actions.ts";
import { useFound } from "./use-found.ts";

interface CommandPaletteProps {
  onClose: () => void;
  onShortcuts: () => void;
  onAction: (action: PaletteAction) => void;
}

/**
 * Leads anywhere by typing: pages, syncs by id, number, source or day, people, teams, and any id that is pasted; and
 * does what can be done from anywhere.
 */
export function CommandPalette({ onClose, onShortcuts, onAction }: CommandPaletteProps) {
  const t = useMessages(paletteMessages);
  const frame = useMessages(frameMessages);
  const router = useRouter();
  const [text, setText] = useState("");
  const words = useDeferredValue(text.trim());
  const open = (href: string) => {
    onClose();
    void router.navigate({ href });
  };
  const found = useFound(words, open);
  const { work, own, help } = useActions({ onAction, onShortcuts, onClose });
  const place = placeOfId(words);
  const matching = ({ title, commands }: CommandGroup): CommandGroup => ({
    title,
    commands: commands.filter(({ label }) => matchesWords(label, words)),
  });

  const groups: CommandGroup[] = [
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
    matching({
      title: t("palettePages"),
      commands: PALETTE_PAGES.map(({ to, label, icon }) => ({
        ...{ id: to, label: frame(label), icon, onRun: () => open(to) },
      })),
    }),
    matching(work),
    ...found.groups,
    matching(own),
    matching(help),
  ];

  return (
    <Dialog title={t("palette")} isOpen onClose={onClose}>
      <CommandMenu
        label={t("paletteSearch")}
        text={text}
        onTextChange={setText}
        groups={groups}
        empty={found.empty}
      />
    </Dialog>
  );
}

import { lazy, Suspense, useEffect, useState } from "react";
import type { PaletteAction } from "./palette/palette-action.ts";
import { useFindKeys } from "./shortcuts/use-find-keys.ts";
import { useGoKeys } from "./shortcuts/use-go-keys.ts";
import { usePageKeys } from "./shortcuts/use-page-keys.ts";

const CommandPalette = lazy(async () => ({
  default: (await import("./palette/CommandPalette.tsx")).CommandPalette,
}));
const ActionDialog = lazy(async () => ({
  default: (await import("./palette/ActionDialog.tsx")).ActionDialog,
}));
const ShortcutsDialog = lazy(async () => ({
  default: (await import("./shortcuts/ShortcutsDialog.tsx")).ShortcutsDialog,
}));

/** What the keys of every page open: the palette (Ctrl or Cmd and K) and what it starts, the list of keys (?). */
export function Overlays() {
  const [open, setOpen] = useState<"palette" | "shortcuts" | PaletteAction | null>(null);
  useGoKeys();
  useFindKeys();
  usePageKeys({ "?": () => setOpen("shortcuts") });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setOpen((now) => (now === "palette" ? null : "palette"));
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  const close = () => setOpen(null);
  return (
    <Suspense>
      {open === "palette" && (
        <CommandPalette
          onClose={close}
          onShortcuts={() => setOpen("shortcuts")}
          onAction={setOpen}
        />
      )}
      {open === "shortcuts" && <ShortcutsDialog onClose={close} />}
      {open !== null && open !== "palette" && open !== "shortcuts" && (
        <ActionDialog action={open} onClose={close} />
      )}
    </Suspense>
  );
}

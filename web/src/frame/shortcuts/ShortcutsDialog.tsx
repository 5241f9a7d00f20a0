import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Kbd } from "../../ui/Kbd.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { usePreferences } from "../use-preferences.ts";
import { shortcutsMessages } from "./messages.ts";
import "./shortcuts.css";

const GROUPS = [
  {
    title: "keysAnywhere",
    keys: [
      { keys: ["Ctrl", "K"], label: "keyPalette" },
      { keys: ["?"], label: "keyShortcuts" },
      { keys: ["G", "S"], label: "keySyncs" },
      { keys: ["G", "U"], label: "keyUsers" },
      { keys: ["G", "T"], label: "keyTeams" },
    ],
  },
  {
    title: "keysLists",
    keys: [
      { keys: ["/"], label: "keySearch" },
      { keys: ["F"], label: "keyFilter" },
      { keys: ["J", "K"], label: "keyMove" },
      { keys: ["Enter"], label: "keyOpen" },
      { keys: ["Esc"], label: "keyClose" },
      { keys: ["C"], label: "keyCopy" },
    ],
  },
  {
    title: "keysReport",
    keys: [
      { keys: ["[", "]"], label: "keyNeighbours" },
      { keys: ["D"], label: "keyDownload" },
    ],
  },
] as const;

/** Every key there is, and the switch for who wants none of the single ones (WCAG 2.1.4). */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(shortcutsMessages);
  const { preferences, change } = usePreferences();
  return (
    <Dialog title={t("shortcuts")} isOpen size="wide" onClose={onClose}>
      <div className="shortcuts">
        {GROUPS.map(({ title, keys }) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl>
              {keys.map(({ keys: each, label }) => (
                <div key={label}>
                  <dt>
                    {each.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dt>
                  <dd>{t(label)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        label={t("singleKeys")}
        hint={t("singleKeysHint")}
        isSelected={preferences.singleKeys}
        onChange={(singleKeys) => change({ singleKeys })}
      />
      <div className="dialog-buttons">
        <Button onPress={onClose} autoFocus>
          {t("close")}
        </Button>
      </div>
    </Dialog>
  );
}

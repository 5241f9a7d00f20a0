import type { Me } from "../api/me.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { FrameFoot } from "./FrameFoot.tsx";
import { frameMessages } from "./messages.ts";
import { Navigation } from "./Navigation.tsx";

/** What the side bar has, for narrow windows. Loaded when it is opened. */
export function TopBarMenu({ me, onClose }: { me: Me; onClose: () => void }) {
  const t = useMessages(frameMessages);
  return (
    <Sheet title={t("menu")} side="start" isOpen onClose={onClose}>
      <div className="top-bar-menu">
        <Navigation />
        <FrameFoot me={me} />
      </div>
    </Sheet>
  );
}

import { useQuery } from "@tanstack/react-query";
import type { Me } from "../api/me.ts";
import { workspaceQuery } from "../api/workspace.ts";
import { readOwnZone } from "../i18n/use-formats.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "../ui/Button.tsx";
import { Menu, MenuChoices, MenuItem, MenuLine } from "../ui/Menu.tsx";
import { LanguageMenu, ThemeMenu } from "./FrameMenus.tsx";
import { frameMessages } from "./messages.ts";
import { usePreferences } from "./use-preferences.ts";
import { useSignOut } from "./use-sign-out.ts";

/** No zone has this name. */
const WORKSPACE_ZONE = "workspace";

/** The foot of the side bar: theme, language, account. */
export function FrameFoot({ me }: { me: Me }) {
  return (
    <div className="frame-foot">
      <ThemeMenu />
      <LanguageMenu />
      <AccountMenu me={me} />
    </div>
  );
}

function AccountMenu({ me }: { me: Me }) {
  const t = useMessages(frameMessages);
  const { preferences, change } = usePreferences();
  const { data: workspace } = useQuery(workspaceQuery);
  const signOut = useSignOut();

  const ownZone = readOwnZone();
  // A zone chosen elsewhere, on the page of the account or another device, stays in the list.
  const zones = [...new Set([ownZone, preferences.timeZone ?? ownZone])];
  const zoneOption = (zone: string) =>
    zone === ownZone
      ? { value: zone, label: t("timesOwn"), hint: zone }
      : { value: zone, label: zone };

  return (
    <Menu
      placement="top start"
      trigger={
        <Button tone="quiet" icon="person" aria-label={t("accountOf", { name: me.name })}>
          {me.name}
        </Button>
      }
    >
      <MenuItem icon="person" href="/account" hint={me.email ?? undefined}>
        {t("yourAccount")}
      </MenuItem>
      <MenuLine />
      <MenuChoices
        label={t("times")}
        value={preferences.timeZone ?? WORKSPACE_ZONE}
        onChange={(zone) => change({ timeZone: zone === WORKSPACE_ZONE ? null : zone })}
        options={[
          { value: WORKSPACE_ZONE, label: t("timesWorkspace"), hint: workspace?.timeZone ?? "" },
          ...zones.map(zoneOption),
        ]}
      />
      <MenuLine />
      <MenuItem icon="exit" onAction={() => void signOut()}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}

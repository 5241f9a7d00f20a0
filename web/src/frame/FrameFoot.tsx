import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type Me, signOut } from "../api/me.ts";
import { useClock } from "../i18n/use-formats.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "../ui/Button.tsx";
import { Menu, MenuChoices, MenuItem, MenuLine } from "../ui/Menu.tsx";
import { showToast } from "../ui/toasts.ts";
import { LanguageMenu, ThemeMenu } from "./FrameMenus.tsx";
import { frameMessages } from "./messages.ts";

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
  const { choice, choose, workspaceZone, ownZone } = useClock();
  const queryClient = useQueryClient();
  const navigate = useNavigate();

  const leave = async () => {
    try {
      await signOut();
    } catch {
      showToast({ tone: "danger", text: t("signedOutFailed") });
      return;
    }
    await navigate({ to: "/sign-in", search: {} });
    queryClient.clear();
  };

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
        value={choice}
        onChange={choose}
        options={[
          { value: "workspace", label: t("timesWorkspace"), hint: workspaceZone },
          { value: "own", label: t("timesOwn"), hint: ownZone },
        ]}
      />
      <MenuLine />
      <MenuItem icon="external" onAction={() => void leave()}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}

import type { User } from "../../api/users.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { Menu, MenuItem, MenuLine } from "../../ui/Menu.tsx";
import type { UserDialog } from "./dialogs/UserDialogs.tsx";
import { userMessages } from "./messages.ts";

interface UserMenuProps {
  user: User;
  onChoose: (dialog: UserDialog) => void;
}

/** What is done seldom, or cannot be undone. */
export function UserMenu({ user, onChoose }: UserMenuProps) {
  const t = useMessages(userMessages);
  const { status, source } = user;
  const isThere = status !== "deleted";
  return (
    <Menu label={t("more")} trigger={<Button icon="dots" aria-label={t("more")} />}>
      {isThere && (
        <MenuItem icon="link" onAction={() => onChoose("link")}>
          {source === null ? t("link") : t("relink")}
        </MenuItem>
      )}
      {isThere && source !== null && (
        <MenuItem icon="close" onAction={() => onChoose("unlink")}>
          {t("unlink", { source: source.name })}
        </MenuItem>
      )}
      {isThere && <MenuLine />}
      {isThere && status !== "deactivated" && (
        <MenuItem icon="lock" onAction={() => onChoose("deactivate")}>
          {t("deactivate")}
        </MenuItem>
      )}
      {isThere && (
        <MenuItem icon="trash" isDanger onAction={() => onChoose("delete")}>
          {t("delete")}
        </MenuItem>
      )}
      <MenuItem icon="trash" isDanger onAction={() => onChoose("erase")}>
        {t("erase")}
      </MenuItem>
    </Menu>
  );
}

import type { Admin } from "../../api/admins.ts";
import { useFormats } from "../../i18n/use-formats.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Badge } from "../../ui/Badge.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Menu, MenuItem } from "../../ui/Menu.tsx";
import { Table } from "../../ui/Table.tsx";
import { Time } from "../../ui/Time.tsx";
import { adminsMessages } from "./messages.ts";

interface AdminTableProps {
  admins: readonly Admin[];
  ownId: string | null;
  mayChange: boolean;
  onRole: (admin: Admin, role: Admin["role"]) => void;
  onLink: (admin: Admin) => void;
  onRemove: (admin: Admin) => void;
}

/** Who may sign in, and as what. */
export function AdminTable({ admins, ownId, mayChange, ...on }: AdminTableProps) {
  const t = useMessages(adminsMessages);
  const { compare } = useFormats();
  const roleOf = ({ role }: Admin) => t(role === "admin" ? "roleAdmin" : "roleViewer");
  const sorted = admins.toSorted((a, b) => compare(a.name, b.name));
  return (
    <Table label={t("listLabel")}>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col" className="is-wide-only">
            {t("email")}
          </th>
          <th scope="col" className="is-wide-only">
            {t("role")}
          </th>
          <th scope="col" className="is-wide-only">
            {t("added")}
          </th>
          {mayChange && <td />}
        </tr>
      </thead>
      <tbody>
        {sorted.map((admin) => (
          <tr key={admin.id}>
            <th scope="row">
              <span className="admin-name">
                {admin.name}
                {admin.id === ownId && <Badge>{t("you")}</Badge>}
                {!admin.hasPassword && (
                  <Badge tone="caution" icon="clock">
                    {t("noPassword")}
                  </Badge>
                )}
              </span>
              <span className="is-narrow-only admin-more">{admin.email}</span>
              <span className="is-narrow-only admin-more">{roleOf(admin)}</span>
            </th>
            <td className="is-wide-only">{admin.email}</td>
            <td className="is-wide-only">{roleOf(admin)}</td>
            <td className="is-wide-only">
              <Time at={admin.createdAt} show="date" />
            </td>
            {mayChange && (
              <td className="is-number">
                <AdminMenu admin={admin} {...on} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function AdminMenu({
  admin,
  onRole,
  onLink,
  onRemove,
}: { admin: Admin } & Pick<AdminTableProps, "onRole" | "onLink" | "onRemove">) {
  const t = useMessages(adminsMessages);
  return (
    <Menu trigger={<IconButton icon="dots" label={t("actions", { name: admin.name })} />}>
      {admin.role === "admin" ? (
        <MenuItem icon="eye" onAction={() => onRole(admin, "viewer")}>
          {t("makeViewer")}
        </MenuItem>
      ) : (
        <MenuItem icon="edit" onAction={() => onRole(admin, "admin")}>
          {t("makeAdmin")}
        </MenuItem>
      )}
      {!admin.hasPassword && (
        <MenuItem icon="link" onAction={() => onLink(admin)}>
          {t("newLink")}
        </MenuItem>
      )}
      <MenuItem icon="trash" isDanger onAction={() => onRemove(admin)}>
        {t("remove")}
      </MenuItem>
    </Menu>
  );
}

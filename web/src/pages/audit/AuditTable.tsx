import { useQuery } from "@tanstack/react-query";
import { adminsQuery } from "../../api/admins.ts";
import type { AuditEntry } from "../../api/audit.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Table } from "../../ui/Table.tsx";
import { Time } from "../../ui/Time.tsx";
import { EntryDetails } from "./EntryDetails.tsx";
import { auditMessages } from "./messages.ts";
import { TargetLink } from "./TargetLink.tsx";

/** Who did what, when, from where, newest first. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const t = useMessages(auditMessages);
  return (
    <Table label={t("listLabel")}>
      <thead>
        <tr>
          <th scope="col">{t("when")}</th>
          <th scope="col" className="is-wide-only">
            {t("who")}
          </th>
          <th scope="col">{t("what")}</th>
          <th scope="col" className="is-wide-only">
            {t("where")}
          </th>
        </tr>
      </thead>
      <tbody className="audit-rows">
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="audit-when">
              <Time at={entry.at} />
            </td>
            <td className="is-wide-only">
              <Actor actor={entry.actor} />
            </td>
            <td>
              <span className="audit-what">
                <strong>{entry.label}</strong> <Target target={entry.target} />
              </span>
              <span className="is-narrow-only audit-by">
                <Actor actor={entry.actor} />
              </span>
              <EntryDetails entry={entry} />
            </td>
            <td className="is-wide-only audit-where">{entry.ip ?? ""}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Actor({ actor: { kind, name } }: Pick<AuditEntry, "actor">) {
  const t = useMessages(auditMessages);
  return (
    <>
      {name}
      {kind !== "account" && (
        <span className="muted"> {t(kind === "api_key" ? "kindKey" : "kindSystem")}</span>
      )}
    </>
  );
}

function Target({ target }: Pick<AuditEntry, "target">) {
  const { data: admins = [] } = useQuery(adminsQuery);
  // Settings are the workspace's, which goes without saying.
  if (target === null || target.type === "workspace") return null;
  const { type, id } = target;
  const name = target.name ?? admins.find((admin) => admin.id === id)?.name ?? null;
  // A cause of issues has no name, and one's own account goes without saying.
  if (name === null && type !== "user" && type !== "team" && type !== "sync") return null;
  return <TargetLink type={type} id={id} name={name} />;
}

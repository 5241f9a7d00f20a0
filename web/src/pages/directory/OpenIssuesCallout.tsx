import { Link } from "@tanstack/react-router";
import { isInformation } from "#contract/catalogue.ts";
import type { OpenIssues } from "../../api/users.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { directoryMessages } from "./messages.ts";
import "./open-issues.css";

/** What the last sync could not do about a user or team, and what mends it. Nothing where it did everything. */
export function OpenIssuesCallout({ issues }: { issues: OpenIssues | undefined }) {
  const t = useMessages(directoryMessages);
  if (issues === undefined || issues.sync === null || issues.items.length === 0) return null;
  const { items, sync } = issues;
  const id = String(sync.number);
  const faults = items.filter(({ type, reason }) => !isInformation(type, reason));
  const isInfo = faults.length === 0;
  return (
    <Callout
      tone={isInfo ? "neutral" : "caution"}
      title={isInfo ? t("infoTitle") : t("issuesTitle", { n: faults.length })}
      actions={
        <ButtonLink size="small" to="/syncs/$id" params={{ id }} search={{ tab: "issues" }}>
          {t("issuesSync", { number: String(sync.number) })}
        </ButtonLink>
      }
    >
      <ul className="open-issues">
        {items.map(({ seq, label, message, suggestion }) => (
          <li key={seq}>
            <Link to="/syncs/$id" params={{ id }} search={{ tab: "issues", row: seq }}>
              {label}
            </Link>
            {message !== null && <p>{message}</p>}
            {suggestion !== null && <p className="muted">{suggestion}</p>}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

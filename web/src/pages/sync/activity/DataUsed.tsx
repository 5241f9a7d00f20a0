import { Link } from "@tanstack/react-router";
import type { SyncActivity } from "../../../api/decisions.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useMessages, useRichMessages } from "../../../i18n/use-messages.ts";
import { Card } from "../../../ui/Card.tsx";
import { Num } from "../../../ui/Num.tsx";
import { Table } from "../../../ui/Table.tsx";
import { Time } from "../../../ui/Time.tsx";
import { activityMessages } from "./messages.ts";

const SECTIONS = ["members", "teams", "teamMappings"] as const;

/** What a sync was given, for how long it is kept, and when it was run again. */
export function DataUsed({ sync, reruns }: { sync: Sync; reruns: SyncActivity["reruns"] }) {
  const t = useMessages(activityMessages);
  const rich = useRichMessages(activityMessages);
  const { sections, keptUntil } = sync.input;
  return (
    <Card title={t("data")} hint={sections.length < SECTIONS.length ? t("leftAlone") : undefined}>
      {sections.length === 0 ? (
        <p className="muted">{t("noSections")}</p>
      ) : (
        <Table label={t("data")}>
          <thead>
            <tr>
              <th scope="col">{t("section")}</th>
              <th scope="col">{t("file")}</th>
              <th scope="col" className="is-number">
                {t("rows")}
              </th>
            </tr>
          </thead>
          <tbody>
            {sections.map(({ section, file, rows }) => (
              <tr key={section}>
                <td>{nameSection(section, t)}</td>
                <td>
                  <code>{file}</code>
                </td>
                <td className="is-number">
                  <Num value={rows} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <p>
        {keptUntil === null
          ? t("notKept")
          : rich("keptUntil", { date: <Time at={keptUntil} show="longDate" /> })}
      </p>
      {sync.rerunOf !== null && (
        <p>
          {rich("rerunOf", {
            link: (
              <Link to="/syncs/$id" params={{ id: sync.rerunOf }}>
                {t("earlierSync")}
              </Link>
            ),
          })}
        </p>
      )}
      <Reruns reruns={reruns} />
    </Card>
  );
}

function nameSection(section: string, t: (key: (typeof SECTIONS)[number]) => string): string {
  const known = SECTIONS.find((it) => it === section);
  return known === undefined ? section : t(known);
}

function Reruns({ reruns }: { reruns: SyncActivity["reruns"] }) {
  const t = useMessages(activityMessages);
  const rich = useRichMessages(activityMessages);
  if (reruns.length === 0) return <p className="muted">{t("neverRerun")}</p>;
  return (
    <div>
      <h3>{t("reruns")}</h3>
      <ul>
        {reruns.map(({ id, number, createdAt }) => (
          <li key={id}>
            {rich("rerunAs", {
              link: (
                <Link to="/syncs/$id" params={{ id: String(number) }}>
                  #{number}
                </Link>
              ),
              date: <Time at={createdAt} show="absolute" />,
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Link } from "@tanstack/react-router";
import type { ReportEntry } from "../../../api/entries.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Fact, Facts } from "../../../ui/Facts.tsx";
import { entriesMessages } from "../entries/messages.ts";

/** The ids of whom the entry is about, and the ways to them. */
export function EntryIds({ entry }: { entry: ReportEntry }) {
  const t = useMessages(entriesMessages);
  const { subject } = entry;
  if (subject === null || (subject.id === null && subject.externalId === null)) return null;
  const isUser = subject.type === "user";
  const idName = t(isUser ? "userId" : "teamId");
  return (
    <section>
      <h3>{t("identifiers")}</h3>
      <Facts>
        {subject.externalId !== null && (
          <Fact name={t("sourceId")}>
            <Id text={subject.externalId} name={t("sourceId")} />
          </Fact>
        )}
        {subject.id !== null && (
          <Fact name={idName}>
            <Id text={subject.id} name={idName} />
          </Fact>
        )}
      </Facts>
      {subject.id !== null &&
        isThere(entry) &&
        (isUser ? <WaysToUser id={subject.id} /> : <WaysToTeam id={subject.id} />)}
    </section>
  );
}

function WaysToUser({ id }: { id: string }) {
  const t = useMessages(entriesMessages);
  return (
    <p className="entry-ways">
      <Link to="/users/$id" params={{ id }}>
        {t("openUser")}
      </Link>
      <Link to="/users/$id" params={{ id }} hash="history">
        {t("everySyncUser")}
      </Link>
    </p>
  );
}

function WaysToTeam({ id }: { id: string }) {
  const t = useMessages(entriesMessages);
  return (
    <p className="entry-ways">
      <Link to="/teams/$id" params={{ id }} search={{}}>
        {t("openTeam")}
      </Link>
      <Link to="/teams/$id" params={{ id }} search={{ tab: "history" }}>
        {t("everySyncTeam")}
      </Link>
    </p>
  );
}

/** Whoever was planned and never made has an id and no profile. */
function isThere({ type, outcome }: ReportEntry): boolean {
  const isNew = type === "user_created" || type === "team_created";
  return !isNew || outcome === "applied";
}

function Id({ text, name }: { text: string; name: string }) {
  return (
    <span className="entry-id">
      <code>{text}</code>
      <CopyButton text={text} what={name} />
    </span>
  );
}

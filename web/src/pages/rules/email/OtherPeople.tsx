import { NOTICE_EVENTS } from "#contract/notice-events.ts";
import type { NoticePerson } from "../../../api/notices.ts";
import { useFormats } from "../../../i18n/use-formats.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Table } from "../../../ui/Table.tsx";
import { emailMessages } from "./messages.ts";

/** What each of the others is told of; they choose it themselves. */
export function OtherPeople({ people }: { people: readonly NoticePerson[] }) {
  const t = useMessages(emailMessages);
  const { compare } = useFormats();
  return (
    <section className="email-others">
      <h3>{t("others")}</h3>
      <p className="muted">{t(people.length === 0 ? "nobodyElse" : "othersHint")}</p>
      {people.length > 0 && (
        <Table label={t("others")}>
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("toldOf")}</th>
            </tr>
          </thead>
          <tbody>
            {people
              .toSorted((a, b) => compare(a.name, b.name))
              .map((person) => (
                <tr key={person.id}>
                  <th scope="row">
                    <span className="email-name">{person.name}</span>
                    <span className="email-role">
                      {t(person.role === "admin" ? "roleAdmin" : "roleViewer")}
                    </span>
                  </th>
                  <td>
                    <Told person={person} />
                  </td>
                </tr>
              ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

function Told({ person: { notices } }: { person: NoticePerson }) {
  const t = useMessages(emailMessages);
  const told = NOTICE_EVENTS.filter((event) => notices[event]);
  if (told.length === 0) return <span className="muted">{t("nothing")}</span>;
  return (
    <ul>
      {told.map((event) => (
        <li key={event}>{t(event)}</li>
      ))}
    </ul>
  );
}

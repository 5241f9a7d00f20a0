import { useQuery } from "@tanstack/react-query";
import { nameProperty, propertiesQuery } from "../../api/properties.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Table } from "../../ui/Table.tsx";
import type { Inspection } from "./file/inspect-file.ts";
import { uploadMessages } from "./messages.ts";

/** Fields of an input that the directory calls otherwise, or does not have. */
const OWN_FIELDS = [
  "externalMemberId",
  "directManagerExternalId",
  "directManagerEmail",
  "externalTeamId",
  "externalSubteamId",
  "isMember",
  "isManager",
] as const;

interface FilePreviewProps {
  fileName: string;
  inspection: Inspection;
}

/** The first rows of a file, under its columns and what they fill. */
export function FilePreview({ fileName, inspection: { columns, rows } }: FilePreviewProps) {
  const t = useMessages(uploadMessages);
  const nameField = useFieldNames();
  if (rows.length === 0) return <p className="muted">{t("noRows")}</p>;
  const title = t("preview", { n: rows.length, file: fileName });
  // Two columns may have one name, and two rows be alike: their places tell them apart.
  const placed = columns.map((column, index) => ({ ...column, place: index + 1 }));
  const lines = rows.map((cells, index) => ({ cells, line: index + 1 }));
  return (
    <Disclosure title={title}>
      <div className="file-preview">
        <Table label={title}>
          <thead>
            <tr>
              {placed.map(({ name, field, place }) => (
                <th key={place} scope="col">
                  <span className="file-column">
                    {name === "" ? t("unnamed", { n: place }) : name}
                    <span className={field === null ? "is-left-out" : ""}>
                      {field === null ? t("leftOut") : nameField(field)}
                    </span>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ cells, line }) => (
              <tr key={line}>
                {placed.map(({ place }) => (
                  <td key={place}>{cells[place - 1]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </Disclosure>
  );
}

/** What the fields of an input are called. */
function useFieldNames(): (field: string) => string {
  const t = useMessages(uploadMessages);
  const language = useLanguage();
  const { data: properties = [] } = useQuery(propertiesQuery);
  return (field) => {
    const own = OWN_FIELDS.find((it) => it === field);
    return own === undefined ? nameProperty(field, properties, language) : t(own);
  };
}

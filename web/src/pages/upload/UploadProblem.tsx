import { inputFaultLabel } from "#contract/input-faults.ts";
import { ApiProblem, type ProblemPlace } from "../../api/api-problem.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { uploadMessages } from "./messages.ts";

/** Why the files were refused: place by place, what is wrong there and what mends it. */
export function UploadProblem({ error }: { error: Error }) {
  const t = useMessages(uploadMessages);
  const language = useLanguage();
  // Cancelled on purpose.
  if (error.name === "AbortError") return null;
  const words = error instanceof ApiProblem ? inputFaultLabel(error.code, language) : null;
  if (!(error instanceof ApiProblem) || words === null) {
    return <ErrorCallout error={error} title={t("failedTitle")} wasChange />;
  }
  // The server's own words say more of the place; they are English.
  const wordsOf = (place: ProblemPlace) => (language === "en" ? place.message : words);
  const places = error.places.length > 0 ? error.places : [{ message: error.detail }];
  return (
    <ErrorCallout error={error} title={t("refusedTitle")}>
      <ul className="upload-places">
        {places.map((place) => (
          <li key={JSON.stringify(place)}>
            <PlaceInWords place={place} /> {wordsOf(place)}
          </li>
        ))}
      </ul>
    </ErrorCallout>
  );
}

/** File, line and column, as far as they are known. */
function PlaceInWords({ place: { file, line, column } }: { place: ProblemPlace }) {
  const t = useMessages(uploadMessages);
  const parts = [
    ...(file === undefined ? [] : [file]),
    ...(line === undefined ? [] : [t("placeLine", { line })]),
    ...(column === undefined ? [] : [t("placeColumn", { column })]),
  ];
  return parts.length === 0 ? null : <strong>{t("place", { place: parts.join(", ") })}</strong>;
}

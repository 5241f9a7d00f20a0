import { type EntryType, isInformation } from "#contract/catalogue.ts";
import type { EntryDetails, ReportEntry } from "../../../api/entries.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Icon } from "../../../ui/icons/Icon.tsx";
import type { IconName } from "../../../ui/icons/paths.ts";
import { Time } from "../../../ui/Time.tsx";
import { entriesMessages } from "../entries/messages.ts";

type Step = EntryDetails["steps"][number];

/** How the row became what it is, step by step. */
export function EntrySteps({ entry, steps }: { entry: ReportEntry; steps: readonly Step[] }) {
  const t = useMessages(entriesMessages);
  const describe = useStepWords(entry);
  const shown = steps.flatMap((step) => {
    const words = describe(step);
    return words === null ? [] : [{ ...step, words }];
  });
  return (
    <section>
      <h3>{t("whatHappened")}</h3>
      <ol className="entry-steps">
        {shown.map(({ step, value, at, words }) => (
          <li key={step}>
            <Icon name={iconOf(step, value)} />
            <span className="entry-step-words">{words}</span>
            {at !== null && <Time at={at} show="clock" />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function iconOf(step: Step["step"], value: string | null): IconName {
  if (step === "decided") return value === "approved_by_person" ? "check" : "dash";
  if (step !== "result") return "check";
  if (value === "applied") return "check";
  if (value === "planned") return "clock";
  return value === "not_applied" ? "dash" : "warning";
}

/** A step in words; null where nothing is known of it. */
function useStepWords({ type, reason, source, subject }: ReportEntry) {
  const t = useMessages(entriesMessages);
  const place =
    source === null
      ? null
      : source.line === null
        ? source.file
        : t("lineOf", { file: source.file, line: String(source.line) });

  const describeMatch = (value: string | null) => {
    switch (value) {
      case "external_id":
        return subject?.externalId == null
          ? t("matchedExternalIdPlain")
          : t("matchedExternalId", { id: subject.externalId });
      case "email":
        return t("matchedEmail");
      case "name":
        return t("matchedName");
      case "none":
        return t("matchedNone");
      case "absence":
        return t("matchedAbsence");
      default:
        return null;
    }
  };
  const describeDecision = (value: string | null, by: string | null) => {
    switch (value) {
      case "approved_by_person":
        return t("approvedBy", { name: by ?? "" });
      case "rejected_by_person":
        return t("rejectedBy", { name: by ?? "" });
      case "expired":
        return t("expired");
      case "superseded":
        return t("superseded");
      default:
        return null;
    }
  };
  const describeResult = (value: string | null) => {
    switch (value) {
      case "planned":
        return t("resultPlanned");
      case "applied":
        return t("resultApplied");
      case "skipped":
        return t("resultSkipped");
      case "not_applied":
        return t("resultNotApplied");
      default:
        return isInformation(type as EntryType, reason) ? t("resultInformation") : t("resultIssue");
    }
  };
  return ({ step, value, by }: Step): string | null => {
    switch (step) {
      case "read":
        if (value === "absent") return t("readAbsent");
        if (place === null) return null;
        return t(value === "column" ? "readColumn" : "readRow", { place });
      case "matched":
        return describeMatch(value);
      case "decided":
        return describeDecision(value, by);
      case "result":
        return describeResult(value);
    }
  };
}

import type { ReactNode } from "react";
import { useMessages, useRichMessages } from "../i18n/use-messages.ts";
import { Button } from "./Button.tsx";
import { Callout } from "./Callout.tsx";
import { uiMessages } from "./messages.ts";
import "./filter-chip.css";

/** The search field, filters and what is applied of them, in a row that wraps; at its end how much is shown. */
export function FilterBar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="filter-bar">
      {children}
      {end !== undefined && <div className="filter-bar-end">{end}</div>}
    </div>
  );
}

/** One value that is filtered by: "Type is User deleted", with a cross that takes it away. */
export function AppliedFilter({
  label,
  value,
  onRemove,
}: {
  label: string;
  value: string;
  onRemove: () => void;
}) {
  const t = useMessages(uiMessages);
  const rich = useRichMessages(uiMessages);
  const filter = t("filterIs", { label, value });
  return (
    <span className="applied-filter">
      <span>{rich("filterIs", { label, value: <b>{value}</b> })}</span>
      <Button
        tone="quiet"
        size="small"
        icon="close"
        aria-label={t("removeFilter", { filter })}
        onPress={onRemove}
      />
    </span>
  );
}

/** Takes all filters away; stands after the applied ones. */
export function ClearFilters({ onClear }: { onClear: () => void }) {
  const t = useMessages(uiMessages);
  return (
    <Button tone="quiet" size="small" onPress={onClear}>
      {t("clear")}
    </Button>
  );
}

/** Tells that a link named values that no longer exist. */
export function DroppedValuesNotice({ onDismiss }: { onDismiss: () => void }) {
  const t = useMessages(uiMessages);
  return (
    <Callout tone="info" onDismiss={onDismiss}>
      {t("goneValues")}
    </Callout>
  );
}

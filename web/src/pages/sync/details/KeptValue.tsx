import type { EntryChange } from "../../../api/entries.ts";
import { PropertyValue } from "../../../changes/PropertyValue.tsx";
import { usePropertyNames } from "../../../changes/property-names.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Fact } from "../../../ui/Facts.tsx";
import { entriesMessages } from "../entries/messages.ts";

/** A locked value beside the one that the source brought: nothing changed, so nothing is struck or added. */
export function KeptValue({ change }: { change: EntryChange }) {
  const t = useMessages(entriesMessages);
  const { labelOf } = usePropertyNames();
  const { property, before, after, sensitive } = change;
  const field = labelOf(property);
  if (sensitive === true) {
    return (
      <Fact name={field}>
        <span className="muted">{t("keptSensitive")}</span>
      </Fact>
    );
  }
  return (
    <>
      <Fact name={t("keptField", { field })}>
        <PropertyValue property={property} value={before} />
      </Fact>
      <Fact name={t("broughtField", { field })}>
        <PropertyValue property={property} value={after} />
      </Fact>
    </>
  );
}

import { useState } from "react";
import type { EntryDetails } from "../../../api/entries.ts";
import { PropertyValue } from "../../../changes/PropertyValue.tsx";
import { usePropertyNames } from "../../../changes/property-names.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { Fact } from "../../../ui/Facts.tsx";
import { entriesMessages } from "../entries/messages.ts";

/** Fields that stay as they are: counted, and shown when asked for. */
export function UnchangedFields({ fields }: { fields: EntryDetails["unchanged"] }) {
  const t = useMessages(entriesMessages);
  const { labelOf } = usePropertyNames();
  const [isOpen, setIsOpen] = useState(false);
  const n = fields.length;
  return (
    <>
      <Fact name={t("unchanged")}>
        <Button tone="link" aria-expanded={isOpen} onPress={() => setIsOpen((wasOpen) => !wasOpen)}>
          {isOpen ? t("shownFields", { n }) : t("hiddenFields", { n })}
        </Button>
        {isOpen && <p className="muted entry-note">{t("asTheyAreNow")}</p>}
      </Fact>
      {isOpen &&
        fields.map(({ property, value, sensitive }) => (
          <Fact key={property} name={labelOf(property)}>
            {sensitive === true ? (
              <span className="empty-value">{t("sensitiveValue")}</span>
            ) : (
              <PropertyValue property={property} value={value} />
            )}
          </Fact>
        ))}
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { labelOfWorkspace } from "#contract/workspace-labels.ts";
import { userFacetsQuery } from "../../api/users.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Callout } from "../../ui/Callout.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { NumberField } from "../../ui/NumberField.tsx";
import { isSeatLimit, SEATS } from "./draft.ts";
import type { FieldsProps } from "./field-props.ts";
import { workspaceMessages } from "./messages.ts";

/** Who holds a seat (domain rules, section 2). */
const SEATED = ["created", "invited", "active"] as const;
/** What a limit begins with where nobody knows how many people there are. */
const FIRST = 100;

/** How many people there is room for, beside how many there are. */
export function SeatsCard({ draft: { seatLimit }, onChange, isDisabled, errorOf }: FieldsProps) {
  const t = useMessages(workspaceMessages);
  const language = useLanguage();
  const { data: facets } = useQuery(userFacetsQuery({}));
  const taken = facets && SEATED.reduce((total, status) => total + (facets.status[status] ?? 0), 0);
  // Taking "no limit" away again brings the number back that was there.
  const [kept, setKept] = useState(seatLimit);
  const shown = seatLimit ?? kept ?? Math.max(FIRST, taken ?? 0);
  const isSound = isSeatLimit(seatLimit);
  const left = seatLimit === null || taken === undefined || !isSound ? null : seatLimit - taken;
  return (
    <Card title={t("seats")} hint={t("seatsHint")}>
      <NumberField
        label={labelOfWorkspace("seatLimit", language)}
        isLabelHidden
        hint={
          taken !== undefined && (
            <>
              {t("seatsTaken", { n: taken })}{" "}
              {left !== null && left >= 0 && t("seatsLeft", { n: left })}
            </>
          )
        }
        value={shown}
        onChange={(next) => {
          setKept(next);
          onChange({ seatLimit: next });
        }}
        isDisabled={isDisabled || seatLimit === null}
        minValue={SEATS.least}
        formatOptions={{ maximumFractionDigits: 0 }}
        error={isSound ? errorOf("seatLimit") : t("outOfRange", SEATS)}
        beside={
          <Checkbox
            label={t("noLimit")}
            isSelected={seatLimit === null}
            isDisabled={isDisabled}
            onChange={(isOff) => onChange({ seatLimit: isOff ? null : shown })}
          />
        }
      />
      {left !== null && left < 0 && <Callout tone="caution">{t("seatsOver")}</Callout>}
    </Card>
  );
}

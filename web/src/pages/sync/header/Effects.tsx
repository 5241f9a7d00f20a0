import type { Sync } from "../../../api/syncs.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { countEffects, type Effect } from "./count-updates.ts";
import { headerMessages } from "./messages.ts";
import { RowsLink } from "./RowsLink.tsx";

const SIGNS: Readonly<Record<Effect, { sign: string; className: string }>> = {
  created: { sign: "+", className: "is-created" },
  changed: { sign: "~", className: "is-changed" },
  endingAccess: { sign: "−", className: "is-removed" },
  deleted: { sign: "−", className: "is-removed" },
};

/** What the updates do, counted: + to create, ~ to change, − to lose access, − to delete. Each leads to its rows. */
export function Effects({ sync, onFollow }: { sync: Sync; onFollow?: () => void }) {
  const t = useMessages(headerMessages);
  const effects = countEffects(sync.updates.byType);
  if (effects.length === 0) return null;
  return (
    <ul className="sync-effects" aria-label={t("effects")}>
      {effects.map(({ effect, count, types }) => {
        const { sign, className } = SIGNS[effect];
        return (
          <li key={effect} className={className}>
            <RowsLink
              search={{ type: [...types] }}
              {...(onFollow === undefined ? {} : { onClick: onFollow })}
            >
              <span aria-hidden="true">{sign} </span>
              <span className="number">{t(effect, { n: count })}</span>
            </RowsLink>
          </li>
        );
      })}
    </ul>
  );
}

import { useQuery } from "@tanstack/react-query";
import { labelOfLimit } from "#contract/limit-labels.ts";
import { nameProperty, propertiesQuery } from "../../../api/properties.ts";
import type { Sync } from "../../../api/syncs.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { headerMessages } from "./messages.ts";

/** The bar stays in sight: more than these would leave little of the page. */
const MOST_SHOWN = 3;

interface LimitsProps {
  title: string;
  limits: Sync["thresholds"];
}

/** The limits that a plan goes over, each with how far. */
export function Limits({ title, limits }: LimitsProps) {
  const t = useMessages(headerMessages);
  const language = useLanguage();
  const { data: properties } = useQuery({
    ...propertiesQuery,
    enabled: limits.some(({ limit }) => limit.includes(".values.")),
  });
  if (limits.length === 0) return null;
  const nameOf = (limit: string) =>
    labelOfLimit(limit, language, (key) => nameProperty(key, properties ?? [], language)) ??
    t("otherLimit");
  const describe = ({ limit, planned, allowed }: Sync["thresholds"][number]) =>
    t(allowed === 0 ? "limitNone" : "limit", { what: nameOf(limit), planned, allowed });
  const [only, ...others] = limits;
  if (only !== undefined && others.length === 0) {
    return (
      <p>
        {title} {describe(only)}.
      </p>
    );
  }
  const list = (some: LimitsProps["limits"]) => (
    <ul>
      {some.map((limit) => (
        <li key={limit.limit}>{describe(limit)}</li>
      ))}
    </ul>
  );
  const folded = limits.slice(MOST_SHOWN);
  return (
    <div className="sync-limits">
      <p>{title}</p>
      {list(limits.slice(0, MOST_SHOWN))}
      {folded.length > 0 && (
        <details>
          <summary>{t("moreLimits", { n: folded.length })}</summary>
          {list(folded)}
        </details>
      )}
    </div>
  );
}

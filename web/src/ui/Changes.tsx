import { useFormats } from "../i18n/use-formats.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { uiMessages } from "./messages.ts";
import "./changes.css";

/** How many things are made, changed and taken away: "+23 ~184 −6". What is none is left out. */
export function Changes({
  created,
  changed,
  removed,
}: {
  created: number;
  changed: number;
  removed: number;
}) {
  const t = useMessages(uiMessages);
  const { number } = useFormats();
  return (
    <span className="changes number">
      {created > 0 && (
        <span className="is-created">
          <span aria-hidden="true">+{number(created)}</span>
          <span className="heard">{t("created", { n: created })}</span>
        </span>
      )}
      {changed > 0 && (
        <span className="is-changed">
          <span aria-hidden="true">~{number(changed)}</span>
          <span className="heard">{t("changed", { n: changed })}</span>
        </span>
      )}
      {removed > 0 && (
        <span className="is-removed">
          <span aria-hidden="true">−{number(removed)}</span>
          <span className="heard">{t("removed", { n: removed })}</span>
        </span>
      )}
    </span>
  );
}

import { useQuery } from "@tanstack/react-query";
import type { IssueType } from "#contract/catalogue.ts";
import { labelOf } from "#contract/labels.ts";
import { meQuery } from "../../api/me.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useFormats } from "../../i18n/use-formats.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Icon } from "../../ui/icons/Icon.tsx";
import { directoryMessages } from "./messages.ts";
import "./directory.css";

/** In a list: the last sync could not do something about this user or team. Its page tells what. */
export function IssueMark({ types }: { types: readonly IssueType[] }) {
  const t = useMessages(directoryMessages);
  const language = useLanguage();
  const { list } = useFormats();
  const { data: me } = useQuery(meQuery);
  if (types.length === 0) return null;
  const issues = list(types.map((type) => labelOf(type, language, me?.productName ?? "")));
  const words = t("openIssues", { issues });
  return (
    <span className="issue-mark" title={words}>
      <Icon name="warning" size={14} />
      <span className="heard">{words}</span>
    </span>
  );
}

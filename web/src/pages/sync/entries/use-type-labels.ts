import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { type EntryType, UPDATE_TYPES, type UpdateType } from "#contract/catalogue.ts";
import { UPDATE_LABELS } from "#contract/labels.ts";
import { issueTypesQuery } from "../../../api/issue-types.ts";
import { useLanguage } from "../../../i18n/language.tsx";

/** What each type of entry is called; those of issues may name the product, which only the server knows. */
export function useTypeLabels(): (type: EntryType) => string {
  const language = useLanguage();
  const { data } = useQuery(issueTypesQuery);
  return useCallback(
    (type) => {
      if (isUpdateType(type)) return UPDATE_LABELS[type][language];
      return data?.items.find((page) => page.type === type)?.label[language] ?? "";
    },
    [data, language],
  );
}

function isUpdateType(type: EntryType): type is UpdateType {
  return UPDATE_TYPES.some((it) => it === type);
}

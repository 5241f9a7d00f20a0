import { useInfiniteQuery } from "@tanstack/react-query";
import { userHistoryQuery } from "../../api/users.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { HistorySection } from "../directory/HistorySection.tsx";

/** Everything that happened to the user, over all syncs and by hand. */
export function UserHistory({ userId }: { userId: string }) {
  const history = useInfiniteQuery(userHistoryQuery(userId, useLanguage()));
  return <HistorySection history={history} of="user" />;
}

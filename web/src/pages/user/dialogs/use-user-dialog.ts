import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { User } from "../../../api/users.ts";
import { useSearchChanges } from "../../../url/use-search-state.ts";
import type { UserSearch } from "../search.ts";
import type { UserDialog } from "./UserDialogs.tsx";

const route = getRouteApi("/frame/users/$id");

/** The dialog that is open: chosen in the menu, or asked for by the address. */
export function useUserDialog(user: User, mayChange: boolean) {
  const search: UserSearch = route.useSearch();
  const { type } = useSearchChanges<UserSearch>();
  const [chosen, setChosen] = useState<UserDialog | null>(null);
  const asked = mayChange ? findAsked(search, user) : null;
  return {
    dialog: chosen ?? asked,
    /** The external id that the address suggests. */
    externalId: chosen === null ? search.externalId : undefined,
    choose: setChosen,
    close: () => {
      setChosen(null);
      if (search.dialog !== undefined) type({ dialog: undefined, externalId: undefined });
    },
  };
}

/** Links grow old: only what the user's menu would offer too is opened. */
function findAsked({ dialog }: UserSearch, { status, source }: User): UserDialog | null {
  if (dialog === undefined || status === "deleted") return null;
  return dialog === "unlink" && source === null ? null : dialog;
}

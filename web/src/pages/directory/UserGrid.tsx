import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { loadUsers, type User, type UserFilters, userQuery } from "../../api/users.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { BigGrid, type BigGridHandle } from "../../ui/grid/BigGrid.tsx";
import { useRowPages } from "../../ui/grid/use-row-pages.ts";
import { NOT_WIDE, useMedia } from "../../ui/use-media.ts";
import { useScrollMemory } from "../../url/scroll-memory.ts";
import { directoryMessages } from "./messages.ts";
import type { Picks } from "./use-picks.ts";
import { listUserColumns } from "./user-columns.tsx";

interface UserGridProps {
  label: string;
  filters: UserFilters;
  /** Another number makes it fetch its rows again. */
  round: number;
  /** Who is selected; left out for who may not change anything. */
  picks?: Picks | undefined;
  /** Shows the place in this team in place of all teams. */
  teamId?: string;
  /** Shown where there is nobody. */
  empty: ReactNode;
}

/** Users, a row each, as many as there are. A row opens the person. */
export function UserGrid({ label, filters, round, picks, teamId, empty }: UserGridProps) {
  const t = useMessages(directoryMessages);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const isNotWide = useMedia(NOT_WIDE);
  const grid = useRef<BigGridHandle>(null);
  const columns = useMemo(
    () => listUserColumns({ t, teamId, isShort: isNotWide }),
    [t, teamId, isNotWide],
  );
  const key = JSON.stringify(filters);
  const { start, keep } = useScrollMemory(key);
  const { rows, isStale } = useRowPages<User>({
    key,
    load: (offset, limit, signal) => loadUsers(filters, { offset, limit }, signal),
    first: start?.index ?? 0,
  });

  const seen = useRef({ key, round });
  useEffect(() => {
    const isNewer = seen.current.key === key && seen.current.round !== round;
    const isFirst = seen.current.round === 0;
    seen.current = { key, round };
    if (isNewer && !isFirst) rows.refresh();
  }, [key, round, rows]);

  return (
    <BigGrid
      ref={grid}
      label={label}
      columns={columns}
      rows={rows}
      isStale={isStale}
      start={start}
      onRest={keep}
      onOpen={(_, user) => {
        const place = grid.current?.place() ?? null;
        if (place !== null) keep(place);
        // What the row knows is shown at once.
        queryClient.setQueryData(userQuery(user.id).queryKey, user);
        void navigate({ to: "/users/$id", params: { id: user.id }, search: {} });
      }}
      {...(picks === undefined
        ? {}
        : {
            picked: {
              has: (user: User) => picks.has(user.id),
              label: (user: User) => t("selectRow", { name: user.name }),
              onPick: (index: number, user: User, extend: boolean) =>
                picks.toggle(index, user, extend ? (at) => rows.get(at) : null),
            },
          })}
      empty={empty}
    />
  );
}

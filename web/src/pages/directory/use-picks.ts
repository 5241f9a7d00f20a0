import { useMemo, useRef, useState } from "react";
import type { User } from "../../api/users.ts";

/** The users that are selected in a list, whichever rows are in memory. */
export interface Picks {
  readonly users: readonly User[];
  has(id: string): boolean;
  /** Takes one in or out; with `rowAt`, all from the one taken last to this one. */
  toggle(index: number, user: User, rowAt: ((index: number) => User | undefined) | null): void;
  set(users: readonly User[]): void;
  clear(): void;
}

/** Who is selected. Another `list` (its filters) begins without anybody. */
export function usePicks(list: string): Picks {
  const [picked, setPicked] = useState<{ list: string; users: ReadonlyMap<string, User> }>({
    list,
    users: new Map(),
  });
  const last = useRef<number | null>(null);
  const users = picked.list === list ? picked.users : NOBODY;
  return useMemo(() => {
    const put = (next: ReadonlyMap<string, User>) => setPicked({ list, users: next });
    return {
      users: [...users.values()],
      has: (id) => users.has(id),
      toggle(index, user, rowAt) {
        const next = new Map(users);
        if (rowAt !== null && last.current !== null) {
          const [from, to] = [Math.min(last.current, index), Math.max(last.current, index)];
          for (let at = from; at <= to; at++) {
            const each = rowAt(at);
            if (each !== undefined) next.set(each.id, each);
          }
        } else if (!next.delete(user.id)) {
          next.set(user.id, user);
        }
        last.current = index;
        put(next);
      },
      set: (chosen) => put(new Map(chosen.map((user) => [user.id, user]))),
      clear: () => put(NOBODY),
    };
  }, [users, list]);
}

const NOBODY: ReadonlyMap<string, User> = new Map();

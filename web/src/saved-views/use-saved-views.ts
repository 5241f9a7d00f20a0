import { useQuery } from "@tanstack/react-query";
import { type SavedView, savedViewsQuery } from "../api/saved-views.ts";
import { parseSearch, writeSearch } from "../url/search.ts";

/** A list whose filters can be kept under a name. */
export interface ViewedList<Search extends object> {
  /** The list's name in the API: `syncs`, `users`. */
  page: string;
  /** What the address says; `view` is the saved view that it began as. */
  search: Search & { view?: string | undefined };
  /** Reads what the address says, as the route does. */
  read: (raw: Readonly<Record<string, unknown>>) => Search;
  /** The parameters that a view keeps: filters, and how the list is shown. */
  names: readonly (keyof Search & string)[];
}

/** The saved views of a list, and how the list stands to them. */
export interface SavedViews {
  views: readonly SavedView[];
  /** The view that the list began as. */
  current: SavedView | null;
  /** The filters, as a view keeps them. */
  written: string;
  /** The filters differ from those of the view, or, without a view, from none. */
  hasChanged: boolean;
}

/** Looks up the views of a list. */
export function useSavedViews<Search extends object>(list: ViewedList<Search>): SavedViews {
  const { data: views = [] } = useQuery(savedViewsQuery(list.page));
  const current = views.find(({ id }) => id === list.search.view) ?? null;
  const written = writeView(list, list.search);
  return {
    views,
    current,
    written,
    hasChanged: written !== writeView(list, readView(list, current)),
  };
}

/** What the address says where a view begins; filters that no longer exist are left out. */
export function readView<Search extends object>(
  { read }: Pick<ViewedList<Search>, "read">,
  view: Pick<SavedView, "search"> | null,
): Search {
  return read(view === null ? {} : parseSearch(view.search));
}

/** What a view keeps of an address; always in the same order. */
function writeView<Search extends object>(
  { names }: Pick<ViewedList<Search>, "names">,
  search: Search,
): string {
  return writeSearch(Object.fromEntries(names.map((name) => [name, search[name]]))).replace(
    /^\?/,
    "",
  );
}

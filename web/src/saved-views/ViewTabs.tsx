import { Link } from "@tanstack/react-router";
import { useMessages } from "../i18n/use-messages.ts";
import { Icon } from "../ui/icons/Icon.tsx";
import { viewMessages } from "./messages.ts";
import { readView, type SavedViews, type ViewedList } from "./use-saved-views.ts";
import { ViewMenu } from "./ViewMenu.tsx";
import "./saved-views.css";

interface ViewTabsProps<Search extends object> {
  list: ViewedList<Search>;
  saved: SavedViews;
  /** The list without filters: "All syncs". */
  allLabel: string;
}

/** The saved views of a list, over it; nothing while there are none. */
export function ViewTabs<Search extends object>({ list, saved, allLabel }: ViewTabsProps<Search>) {
  const t = useMessages(viewMessages);
  const { views, current, hasChanged } = saved;
  if (views.length === 0) return null;
  return (
    <nav className="view-tabs" aria-label={t("views")}>
      <ul>
        <li>
          <ViewLink search={{}} isCurrent={current === null && !hasChanged}>
            {allLabel}
          </ViewLink>
        </li>
        {views.map((view) => {
          const isCurrent = view.id === current?.id;
          return (
            <li key={view.id}>
              <ViewLink search={{ ...readView(list, view), view: view.id }} isCurrent={isCurrent}>
                {view.name}
                {view.shared && (
                  <span className="view-shared">
                    <Icon name="people" size={14} />
                    <span className="heard">, {t("shared")}</span>
                  </span>
                )}
                {isCurrent && hasChanged && (
                  <span className="view-changed">
                    <span className="heard">, {t("changed")}</span>
                  </span>
                )}
              </ViewLink>
              {isCurrent && view.editable && <ViewMenu view={view} />}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function ViewLink({
  search,
  isCurrent,
  children,
}: {
  search: object;
  isCurrent: boolean;
  children: React.ReactNode;
}) {
  return (
    <Link
      to="."
      search={search}
      className="view-tab"
      resetScroll={false}
      // Otherwise the router marks every tab whose filters are among those of the address.
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={isCurrent ? "page" : undefined}
    >
      {children}
    </Link>
  );
}

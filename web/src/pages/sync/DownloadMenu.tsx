import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { addressOf } from "../../api/call.ts";
import { facetsQuery } from "../../api/entries.ts";
import type { Sync } from "../../api/syncs.ts";
import { usePageKeys } from "../../frame/shortcuts/use-page-keys.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { Menu, MenuItem } from "../../ui/Menu.tsx";
import { canDownload } from "./can-download.ts";
import { syncMessages } from "./messages.ts";
import { isFiltered, toFilters } from "./search.ts";
import { useNarrowing } from "./use-narrowing.ts";

const route = getRouteApi("/frame/syncs/$id");

/** Downloads the report: the whole one first, which no filter narrows, then the rows that are shown. */
export function DownloadMenu({ sync }: { sync: Sync }) {
  const t = useMessages(syncMessages);
  const language = useLanguage();
  const { id } = route.useParams();
  const search = useNarrowing();
  const filters = toFilters(search);
  const isNarrowed = isFiltered(search);
  const { data: facets } = useQuery({ ...facetsQuery(id, filters), enabled: isNarrowed });
  const [openBy, setOpenBy] = useState<"press" | "key" | null>(null);
  const isReady = canDownload(sync);
  usePageKeys({ d: isReady ? () => setOpenBy("key") : undefined });
  const button = (
    <Button icon="download" iconAfter="chevronDown" isDisabled={!isReady}>
      {t("download")}
    </Button>
  );
  if (!isReady) return button;
  const report = (query: object) =>
    addressOf("GET /api/v1/syncs/{id}/report.csv", {
      path: { id },
      query: { lang: language, ...query },
    });
  return (
    <Menu
      trigger={button}
      isOpen={openBy !== null}
      isOpenByKey={openBy === "key"}
      onOpenChange={(isOpen) => setOpenBy(isOpen ? "press" : null)}
    >
      <MenuItem icon="file" href={report({})} isDownload hint={t("downloadFullHint")}>
        {t("downloadFull")}
      </MenuItem>
      {isNarrowed && facets !== undefined && facets.total > 0 && (
        <MenuItem icon="filter" href={report({ filtered: true, ...filters })} isDownload>
          {t("downloadRows", { n: facets.total })}
        </MenuItem>
      )}
    </Menu>
  );
}

import type { EntryDetails, ReportEntry } from "../../../api/entries.ts";
import { useMayChange } from "../../../frame/use-may-change.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { ButtonLink } from "../../../ui/ButtonLink.tsx";
import type { UserSearch } from "../../user/search.ts";
import { entriesMessages } from "../entries/messages.ts";

interface HolderWaysProps {
  entry: ReportEntry;
  holder: NonNullable<EntryDetails["holder"]>;
}

/** The ways out of an address that somebody else holds: they lead to the holder's page, where each is asked about. */
export function HolderWays({ entry, holder }: HolderWaysProps) {
  const t = useMessages(entriesMessages);
  const mayChange = useMayChange();
  const { id, name, ways } = holder;
  const externalId = entry.subject?.externalId ?? "";
  const toHolder = (search: UserSearch) => ({
    ...{ to: "/users/$id" as string, params: { id } as object, search: search as object },
    size: "small" as const,
  });
  return (
    <p className="holder-ways">
      {mayChange && ways.includes("relink") && (
        <ButtonLink icon="link" {...toHolder({ dialog: "link", externalId })}>
          {t("relinkHolder", { name, id: externalId })}
        </ButtonLink>
      )}
      {mayChange && ways.includes("unlink") && (
        <ButtonLink {...toHolder({ dialog: "unlink" })}>{t("unlinkHolder", { name })}</ButtonLink>
      )}
      <ButtonLink tone="quiet" {...toHolder({})}>
        {t("openHolder", { name })}
      </ButtonLink>
    </p>
  );
}

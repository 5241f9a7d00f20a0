import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { propertiesQuery } from "../../api/properties.ts";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { useMayChange } from "../../frame/use-may-change.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { AddPropertyDialog } from "./AddPropertyDialog.tsx";
import { DeletePropertyDialog } from "./DeletePropertyDialog.tsx";
import { EditPropertyDialog } from "./EditPropertyDialog.tsx";
import { propertiesMessages } from "./messages.ts";
import { type NamedProperty, PropertyTable } from "./PropertyTable.tsx";
import "./properties.css";

/** What is asked over the list. */
type Asked = { what: "add" } | { what: "edit" | "delete"; property: NamedProperty };

/** The fields that users have in this workspace. */
export function PropertiesPage() {
  const t = useMessages(propertiesMessages);
  const mayChange = useMayChange();
  const [asked, setAsked] = useState<Asked | null>(null);
  const list = useQuery(propertiesQuery);
  const close = () => setAsked(null);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          mayChange && (
            <Button tone="primary" icon="add" onPress={() => setAsked({ what: "add" })}>
              {t("add")}
            </Button>
          )
        }
      >
        {t("summary")}
      </PageHeader>
      {list.isPending && <SkeletonRows />}
      {list.isError && (
        <ErrorCallout
          error={list.error}
          title={t("loadFailed")}
          onRetry={() => void list.refetch()}
          isRetrying={list.isFetching}
        />
      )}
      {list.data !== undefined && (
        <PropertyTable
          properties={list.data}
          mayChange={mayChange}
          onAsk={(what, property) => setAsked({ what, property })}
        />
      )}
      {asked?.what === "add" && <AddPropertyDialog onClose={close} />}
      {asked?.what === "edit" && <EditPropertyDialog property={asked.property} onClose={close} />}
      {asked?.what === "delete" && (
        <DeletePropertyDialog property={asked.property} onClose={close} />
      )}
    </>
  );
}

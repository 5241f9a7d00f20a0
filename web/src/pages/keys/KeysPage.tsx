import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type ApiKey, apiKeysQuery, type IssuedApiKey } from "../../api/api-keys.ts";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { useMayChange } from "../../frame/use-may-change.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { loadLater } from "../../ui/load-later.ts";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { CreateKeyDialog } from "./CreateKeyDialog.tsx";
import { IssuedKeyDialog } from "./IssuedKeyDialog.tsx";
import { KeyTable } from "./KeyTable.tsx";
import { keysMessages } from "./messages.ts";
import { RevokeKeyDialog } from "./RevokeKeyDialog.tsx";
import { RotateKeyDialog } from "./RotateKeyDialog.tsx";
import { useOpenRequests } from "./requests/use-open-requests.ts";
import { useMarkedKey } from "./use-marked-key.ts";
import "./keys.css";

const RequestsSheet = loadLater(
  async () => (await import("./requests/RequestsSheet.tsx")).RequestsSheet,
);

/** What is asked or shown over the list. */
type Asked =
  | { what: "create" }
  | { what: "rotate" | "revoke"; key: ApiKey }
  | { what: "issued"; key: IssuedApiKey };

/** The keys that programs show: made, rotated, revoked. */
export function KeysPage() {
  const t = useMessages(keysMessages);
  const mayChange = useMayChange();
  const [asked, setAsked] = useState<Asked | null>(null);
  const list = useInfiniteQuery(apiKeysQuery);
  const keys = list.data?.pages.flatMap((page) => page.items) ?? [];
  const requests = useOpenRequests();
  const { marked, isMissing } = useMarkedKey(keys, list);
  const close = () => setAsked(null);
  const show = (key: IssuedApiKey) => setAsked({ what: "issued", key });
  const create = mayChange && (
    <Button tone="primary" icon="add" onPress={() => setAsked({ what: "create" })}>
      {t("create")}
    </Button>
  );

  return (
    <>
      <PageHeader title={t("title")} actions={keys.length > 0 && create}>
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
      {isMissing && <Callout tone="caution">{t("noSuchKey")}</Callout>}
      {list.isSuccess && keys.length === 0 && (
        <EmptyState icon="key" title={t("noneTitle")} actions={create}>
          {t("noneText")}
        </EmptyState>
      )}
      {keys.length > 0 && (
        <KeyTable
          keys={keys}
          marked={marked}
          mayChange={mayChange}
          onAsk={(what, key) => setAsked({ what, key })}
          onOpening={requests.noteOpening}
          onRequests={(key) => requests.open(key.id)}
        />
      )}
      {list.hasNextPage && (
        <LoadMore isLoading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()}>
          {t("loadMore")}
        </LoadMore>
      )}
      {requests.keyId !== null && !list.isPending && (
        <RequestsSheet
          keyId={requests.keyId}
          keyName={keys.find(({ id }) => id === requests.keyId)?.name ?? null}
          isOnlyRefused={requests.isOnlyRefused}
          onOnlyRefused={requests.showOnlyRefused}
          onClose={requests.close}
        />
      )}
      {asked?.what === "create" && <CreateKeyDialog onClose={close} onIssued={show} />}
      {asked?.what === "rotate" && (
        <RotateKeyDialog apiKey={asked.key} onClose={close} onIssued={show} />
      )}
      {asked?.what === "revoke" && <RevokeKeyDialog apiKey={asked.key} onClose={close} />}
      {asked?.what === "issued" && <IssuedKeyDialog issued={asked.key} onClose={close} />}
    </>
  );
}

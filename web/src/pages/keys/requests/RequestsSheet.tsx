import { useInfiniteQuery } from "@tanstack/react-query";
import { apiKeyRequestsQuery } from "../../../api/api-keys.ts";
import { isProblem } from "../../../api/api-problem.ts";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Button } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ErrorCallout } from "../../../ui/ErrorCallout.tsx";
import { LoadMore } from "../../../ui/LoadMore.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { SkeletonRows } from "../../../ui/Skeleton.tsx";
import { requestsMessages } from "./messages.ts";
import { RequestTable } from "./RequestTable.tsx";
import "./requests.css";

interface RequestsSheetProps {
  keyId: string;
  /** Null where the key is not in the list: it was revoked, or never was. */
  keyName: string | null;
  isOnlyRefused: boolean;
  onOnlyRefused: (isOnlyRefused: boolean) => void;
  onClose: () => void;
}

/** What was lately asked with a key, and what came of it; brought up to date while it is looked at. */
export function RequestsSheet({ keyId, keyName, onClose, ...choice }: RequestsSheetProps) {
  const t = useMessages(requestsMessages);
  const title = keyName === null ? t("titleOfGone") : t("title", { name: keyName });
  return (
    <Sheet title={title} size="wide" isOpen onClose={onClose}>
      <Requests key={keyId} keyId={keyId} {...choice} />
    </Sheet>
  );
}

function Requests({
  keyId,
  isOnlyRefused,
  onOnlyRefused,
}: Pick<RequestsSheetProps, "keyId" | "isOnlyRefused" | "onOnlyRefused">) {
  const t = useMessages(requestsMessages);
  const list = useInfiniteQuery(apiKeyRequestsQuery(keyId, isOnlyRefused));
  const requests = list.data?.pages.flatMap((page) => page.items) ?? [];
  // Nothing of what was chosen before says nothing of what is chosen now.
  const isWaiting = list.isPending || (list.isPlaceholderData && requests.length === 0);
  if (isProblem(list.error, 404)) {
    return (
      <div className="requests">
        <ErrorCallout error={list.error} title={t("loadFailed")} />
      </div>
    );
  }
  return (
    <div className="requests">
      <div className="requests-head">
        <p className="muted">{t("summary")}</p>
        <Checkbox label={t("onlyRefused")} isSelected={isOnlyRefused} onChange={onOnlyRefused} />
      </div>
      {list.isError && (
        <ErrorCallout
          error={list.error}
          title={t(failureOf(list))}
          onRetry={() => void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch())}
          isRetrying={list.isFetching}
        />
      )}
      {isWaiting && <SkeletonRows />}
      {!isWaiting && list.data !== undefined && requests.length === 0 && (
        <NoRequests isOnlyRefused={isOnlyRefused} onShowAll={() => onOnlyRefused(false)} />
      )}
      {requests.length > 0 && <RequestTable requests={requests} />}
      {list.hasNextPage && !list.isError && (
        <LoadMore isLoading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()}>
          {t("loadMore")}
        </LoadMore>
      )}
    </div>
  );
}

function failureOf({
  data,
  isFetchNextPageError,
}: {
  data: unknown;
  isFetchNextPageError: boolean;
}): "loadFailed" | "moreFailed" | "refreshFailed" {
  if (isFetchNextPageError) return "moreFailed";
  return data === undefined ? "loadFailed" : "refreshFailed";
}

function NoRequests({
  isOnlyRefused,
  onShowAll,
}: {
  isOnlyRefused: boolean;
  onShowAll: () => void;
}) {
  const t = useMessages(requestsMessages);
  if (!isOnlyRefused) {
    return (
      <EmptyState icon="history" title={t("noneTitle")}>
        {t("noneText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="filter"
      title={t("noneRefusedTitle")}
      actions={<Button onPress={onShowAll}>{t("showAll")}</Button>}
    />
  );
}

import { useQuery } from "@tanstack/react-query";
import { sourcesQuery } from "../../api/runs.ts";
import { AskAdmins } from "../../frame/ask-admins/AskAdmins.tsx";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { useMayChange } from "../../frame/use-may-change.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { ApiRequest } from "../../run-new-sync/ApiRequest.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Card } from "../../ui/Card.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { loadLater } from "../../ui/load-later.ts";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { uploadMessages } from "./messages.ts";
import { SourceCard } from "./SourceCard.tsx";
import "./upload.css";

const UploadForm = loadLater(async () => (await import("./UploadForm.tsx")).UploadForm);
/** Where data comes from, and the way in for files without a script. */
export function SourcePage() {
  const t = useMessages(uploadMessages);
  const { data: sources, error, refetch, isFetching } = useQuery(sourcesQuery);
  const active = sources?.find((source) => source.active);
  const mayChange = useMayChange();
  return (
    <>
      <PageHeader title={t("title")}>{t("summary")}</PageHeader>
      {error !== null && (
        <ErrorCallout
          error={error}
          title={t("loadFailed")}
          onRetry={() => void refetch()}
          isRetrying={isFetching}
        />
      )}
      {sources === undefined && error === null && <SkeletonRows rows={4} />}
      {sources !== undefined && (
        <div className="source-page">
          <SourceCard source={active ?? null} />
          {active !== undefined && active.kind !== "push" && (
            <Callout tone="caution" title={t("inactiveTitle")}>
              {t("inactive", { source: active.name })}
            </Callout>
          )}
          {active?.kind === "push" && (
            <>
              <Card title={t("uploadTitle")} hint={t("uploadHint")}>
                {mayChange ? (
                  <UploadForm />
                ) : (
                  <p className="muted">
                    <AskAdmins>{t("readOnly")}</AskAdmins>
                  </p>
                )}
              </Card>
              <Card title={t("apiTitle")}>
                <ApiRequest dryRun={false} />
              </Card>
            </>
          )}
        </div>
      )}
    </>
  );
}

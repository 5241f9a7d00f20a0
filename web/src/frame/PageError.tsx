import type { ErrorComponentProps } from "@tanstack/react-router";
import { ServerUnreachable } from "../api/api-problem.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { ErrorCallout } from "../ui/ErrorCallout.tsx";
import { frameMessages } from "./messages.ts";
import { PageHeader } from "./PageHeader.tsx";
import { PlainPage } from "./PlainPage.tsx";
import { ServerDown } from "./ServerDown.tsx";

/** Instead of a page that could not be shown; the frame stays. */
export function PageError({ error }: ErrorComponentProps) {
  const t = useMessages(frameMessages);
  return (
    <>
      <PageHeader title={t("pageFailed")} />
      {/* A part of the pages may have been replaced by a new version: only loading again gets it. */}
      <ErrorCallout error={error} onRetry={() => window.location.reload()} />
    </>
  );
}

/** Instead of everything, when it is not even known who is there. */
export function FrameError({ error }: ErrorComponentProps) {
  const t = useMessages(frameMessages);
  if (error instanceof ServerUnreachable) return <ServerDown />;
  return (
    <PlainPage title={t("pageFailed")}>
      <ErrorCallout error={error} onRetry={() => window.location.reload()} />
    </PlainPage>
  );
}

import type { ReactNode } from "react";
import { ApiProblem } from "../api/api-problem.ts";
import { useLanguage } from "../i18n/language.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "./Button.tsx";
import { Callout } from "./Callout.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { describeError, hasChangedNothing } from "./describe-error.ts";
import { uiMessages } from "./messages.ts";
import "./error-callout.css";

interface ErrorCalloutProps {
  error: unknown;
  /** What failed: "The sync was not approved." Left out where the heading of the page says it. */
  title?: string;
  /** It was to change something: tells whether it did. */
  wasChange?: boolean;
  /** More of what happened, where the page knows more than the error; takes the place of the usual words. */
  children?: ReactNode;
  onRetry?: () => void;
  isRetrying?: boolean;
}

/** Where something failed: what, whether anything changed, the next step, and the request ID for who looks into it. */
export function ErrorCallout({
  error,
  title,
  wasChange = false,
  children,
  onRetry,
  isRetrying = false,
}: ErrorCalloutProps) {
  const t = useMessages(uiMessages);
  const language = useLanguage();
  const requestId = error instanceof ApiProblem ? error.requestId : null;
  const retry = onRetry !== undefined && (
    <Button size="small" onPress={onRetry} isPending={isRetrying}>
      {t("retry")}
    </Button>
  );
  return (
    <Callout
      tone="danger"
      isAlert
      {...(title === undefined ? {} : { title })}
      {...(retry === false ? {} : { actions: retry })}
    >
      {children ?? describeError(error, language)}
      {wasChange && ` ${hasChangedNothing(error) ? t("nothingChanged") : t("maybeChanged")}`}
      {requestId !== null && (
        <p className="error-request">
          {t("requestId")} <code>{requestId}</code>
          <CopyButton text={requestId} what={t("copyRequestId")} />
        </p>
      )}
    </Callout>
  );
}

import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { labelOfRefusal } from "#contract/refusal-labels.ts";
import type { ApiRequest } from "../../../api/api-keys.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Badge } from "../../../ui/Badge.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Table } from "../../../ui/Table.tsx";
import { Time } from "../../../ui/Time.tsx";
import { requestsMessages } from "./messages.ts";

/** The requests, newest first: what was asked, what was answered, and where it leads. */
export function RequestTable({ requests }: { requests: readonly ApiRequest[] }) {
  const t = useMessages(requestsMessages);
  const wide = (name: "time" | "answer" | "requestId" | "sync") => (
    <th scope="col" className="is-wide-only">
      {t(name)}
    </th>
  );
  return (
    <Table label={t("listLabel")}>
      <thead>
        <tr>
          {wide("time")}
          <th scope="col">{t("request")}</th>
          {wide("answer")}
          {wide("requestId")}
          {wide("sync")}
        </tr>
      </thead>
      <tbody className="request-rows">
        {requests.map((request) => (
          <RequestRow key={keyOf(request)} request={request} />
        ))}
      </tbody>
    </Table>
  );
}

/** What a row is of stays the same while its calls are counted; its time and its request ID do not. */
function keyOf({ at, method, endpoint, status, code, ip, sync }: ApiRequest): string {
  const minute = at.slice(0, "2026-11-23T12:04".length);
  return [minute, method, endpoint, status, code, ip, sync?.id].join(" ");
}

function RequestRow({ request }: { request: ApiRequest }) {
  const { at, method, endpoint, sync } = request;
  const t = useMessages(requestsMessages);
  return (
    <tr>
      <td className="is-wide-only request-when">
        <Time at={at} />
      </td>
      <th scope="row">
        <code className="request-line">
          <span className="request-method">{method}</span> <Endpoint text={endpoint} />
        </code>
        <Circumstances request={request} />
        <Narrow>
          <Time at={at} />
        </Narrow>
        <Narrow>
          <Answer request={request} />
        </Narrow>
        <Narrow>
          <RequestId request={request} />
        </Narrow>
        {sync !== null && (
          <Narrow>
            <SyncLink sync={sync}>{t("syncLink", { number: sync.number })}</SyncLink>
          </Narrow>
        )}
      </th>
      <td className="is-wide-only request-answer">
        <Answer request={request} />
      </td>
      <td className="is-wide-only">
        <RequestId request={request} />
      </td>
      <td className="is-wide-only">
        {sync !== null && (
          <SyncLink sync={sync} label={t("syncLink", { number: sync.number })}>
            #{sync.number}
          </SyncLink>
        )}
      </td>
    </tr>
  );
}

/** In a narrow window a row is one cell with everything in it. */
function Narrow({ children }: { children: ReactNode }) {
  return <div className="is-narrow-only request-part">{children}</div>;
}

/** A long one goes on in the next line with its next part. */
function Endpoint({ text }: { text: string }) {
  return [...text.matchAll(/\/[^/]*/g)].map(({ 0: part, index: place }) => (
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/** How often, where it was more than once, and from where. */
function Circumstances({ request: { count, ip } }: { request: ApiRequest }) {
  const t = useMessages(requestsMessages);
  return (
    <span className="request-more">
      {count > 1 && <span className="request-fact">{t("times", { n: count })}</span>}{" "}
      {ip !== null && <span className="request-fact">{t("from", { address: ip })}</span>}
    </span>
  );
}

function Answer({ request: { status, code } }: { request: ApiRequest }) {
  const t = useMessages(requestsMessages);
  const language = useLanguage();
  const number = <span className="number">{status}</span>;
  if (status < 400) {
    return (
      <span className="request-status">
        {number} {t(status === 202 ? "accepted" : "answered")}
      </span>
    );
  }
  return (
    <>
      <span className="request-status">
        {number}{" "}
        <Badge tone="danger" icon={status < 500 ? "close" : "warning"}>
          {t(status < 500 ? "refused" : "failed")}
        </Badge>
      </span>
      <span className="request-more">{labelOfRefusal(code, status, language)}</span>
    </>
  );
}

/** Cut off where it is long: copied, found and heard it is whole. */
function RequestId({ request: { requestId } }: { request: ApiRequest }) {
  const t = useMessages(requestsMessages);
  return (
    <span className="request-id">
      <code>{requestId}</code>
      <CopyButton text={requestId} what={t("copyRequestId")} />
    </span>
  );
}

function SyncLink({
  sync,
  label,
  children,
}: {
  sync: NonNullable<ApiRequest["sync"]>;
  label?: string;
  children: ReactNode;
}) {
  return (
    <Link
      to="/syncs/$id"
      params={{ id: String(sync.number) }}
      search={{}}
      className="number"
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {children}
    </Link>
  );
}

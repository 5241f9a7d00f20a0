import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api/call.ts";
import { type Session, sessionsQuery } from "../../api/me.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { Table } from "../../ui/Table.tsx";
import { Time } from "../../ui/Time.tsx";
import { showToast } from "../../ui/toasts.ts";
import { describeBrowser } from "./describe-browser.ts";
import { accountMessages } from "./messages.ts";

/** The browsers that are signed in as this person; the others can be signed out from here. */
export function SessionsCard() {
  const t = useMessages(accountMessages);
  const sessions = useQuery(sessionsQuery);
  return (
    <Card title={t("sessions")}>
      {sessions.isPending && <SkeletonRows />}
      {sessions.isError && (
        <ErrorCallout
          error={sessions.error}
          title={t("sessionsFailed")}
          onRetry={() => void sessions.refetch()}
          isRetrying={sessions.isFetching}
        />
      )}
      {sessions.data !== undefined && (
        <Table label={t("sessionsLabel")}>
          <thead>
            <tr>
              <th scope="col">{t("browser")}</th>
              <th scope="col" className="is-wide-only">
                {t("address")}
              </th>
              <th scope="col" className="is-wide-only">
                {t("lastSeen")}
              </th>
              <th scope="col" className="is-wide-only">
                {t("since")}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sessions.data.items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

function SessionRow({ session }: { session: Session }) {
  const t = useMessages(accountMessages);
  const queryClient = useQueryClient();
  const { browser, system } = describeBrowser(session.userAgent);
  const name =
    browser !== null && system !== null
      ? t("browserOn", { browser, system })
      : (browser ?? system ?? t("unknown"));
  const address = session.ip ?? t("unknown");
  const end = useMutation({
    mutationFn: () => call("DELETE /api/v1/me/sessions/{id}", { path: { id: session.id } }),
    onSuccess: () => showToast({ text: t("ended") }),
    onError: () => showToast({ tone: "danger", text: t("notEnded") }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="is-narrow-only session-more">
          {address}, <Time at={session.lastSeenAt} show="relative" />
        </span>
      </th>
      <td className="is-wide-only">{address}</td>
      <td className="is-wide-only">
        <Time at={session.lastSeenAt} show="relative" />
      </td>
      <td className="is-wide-only">
        <Time at={session.createdAt} show="absolute" />
      </td>
      <td className="is-number">
        {session.current ? (
          <Badge tone="good" icon="check">
            {t("thisOne")}
          </Badge>
        ) : (
          <Button
            size="small"
            aria-label={t("endOf", { browser: name, address })}
            isPending={end.isPending}
            onPress={() => end.mutate()}
          >
            {t("end")}
          </Button>
        )}
      </td>
    </tr>
  );
}

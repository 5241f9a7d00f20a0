import { useQuery } from "@tanstack/react-query";
import { meQuery } from "../../../api/me.ts";
import { type NoticeList, noticesQuery } from "../../../api/notices.ts";
import { useMessages, useRichMessages } from "../../../i18n/use-messages.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { Card } from "../../../ui/Card.tsx";
import { ErrorCallout } from "../../../ui/ErrorCallout.tsx";
import { Loading, SkeletonText } from "../../../ui/Skeleton.tsx";
import { emailMessages } from "./messages.ts";
import { OtherPeople } from "./OtherPeople.tsx";
import { OwnChoices } from "./OwnChoices.tsx";
import "./email.css";

/** Who is told by mail of what happens to syncs. It is no setting of the workspace: each chooses for themself, at once. */
export function EmailCard() {
  const t = useMessages(emailMessages);
  const rich = useRichMessages(emailMessages);
  const { data: me } = useQuery(meQuery);
  const list = useQuery(noticesQuery);
  const canSend = list.data?.mailIsSetUp === true;
  return (
    <Card
      title={t("title")}
      {...(canSend && me != null && me.email !== null
        ? { hint: rich("sentTo", { email: <b className="email-address">{me.email}</b> }) }
        : {})}
    >
      {list.isPending && (
        <Loading>
          <SkeletonText width="24rem" />
        </Loading>
      )}
      {list.isError && (
        <ErrorCallout
          error={list.error}
          title={t("loadFailed")}
          onRetry={() => void list.refetch()}
          isRetrying={list.isFetching}
        />
      )}
      {list.data !== undefined && !canSend && (
        <Callout>{rich("notSetUp", { variable: <code>MUSTER_SMTP_URL</code> })}</Callout>
      )}
      {list.data !== undefined && canSend && <WhoIsTold list={list.data} ownId={me?.id ?? null} />}
    </Card>
  );
}

function WhoIsTold({ list: { items }, ownId }: { list: NoticeList; ownId: string | null }) {
  const own = items.find(({ id }) => id === ownId);
  return (
    <>
      {own !== undefined && <OwnChoices own={own} />}
      <OtherPeople people={items.filter(({ id }) => id !== ownId)} />
    </>
  );
}

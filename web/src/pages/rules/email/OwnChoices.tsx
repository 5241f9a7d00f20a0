import { useMutation, useQueryClient } from "@tanstack/react-query";
import { labelOfNotice, NOTICE_EVENTS, type NoticeEvent } from "#contract/notice-events.ts";
import {
  chooseNotices,
  type NoticeList,
  type NoticePerson,
  noticesQuery,
} from "../../../api/notices.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { showToast } from "../../../ui/toasts.ts";
import { emailMessages } from "./messages.ts";

const HINTS = { failed: "failedHint", newIssues: "newIssuesHint" } as const satisfies Partial<
  Record<NoticeEvent, keyof typeof emailMessages.en>
>;

/** What the person is told of. A choice holds at once; one that is not kept is taken back. */
export function OwnChoices({ own }: { own: NoticePerson }) {
  const t = useMessages(emailMessages);
  const language = useLanguage();
  const choose = useChoice(own.id);
  const hintOf = (event: NoticeEvent) =>
    event === "needsApproval" ? {} : { hint: t(HINTS[event]) };
  return (
    <fieldset className="email-own">
      <legend>{t("own")}</legend>
      {NOTICE_EVENTS.map((event) => (
        <Checkbox
          key={event}
          label={labelOfNotice(event, language)}
          {...hintOf(event)}
          isSelected={own.notices[event]}
          onChange={(isWanted) => choose(event, isWanted)}
        />
      ))}
    </fieldset>
  );
}

function useChoice(ownId: string): (event: NoticeEvent, isWanted: boolean) => void {
  const t = useMessages(emailMessages);
  const queryClient = useQueryClient();
  const show = (event: NoticeEvent, isWanted: boolean) =>
    queryClient.setQueryData<NoticeList>(noticesQuery.queryKey, (list) => {
      const change = (person: NoticePerson) =>
        person.id === ownId
          ? { ...person, notices: { ...person.notices, [event]: isWanted } }
          : person;
      return list && { ...list, items: list.items.map(change) };
    });
  const { mutate } = useMutation({
    mutationFn: ({ event, isWanted }: { event: NoticeEvent; isWanted: boolean }) =>
      chooseNotices({ [event]: isWanted }),
    onSuccess: () => showToast({ tone: "good", text: t("saved") }),
    onError: (_, { event, isWanted }) => {
      show(event, !isWanted);
      showToast({ tone: "danger", text: t("notSaved") });
    },
  });
  return (event, isWanted) => {
    // A list on its way would bring back what was.
    void queryClient.cancelQueries({ queryKey: noticesQuery.queryKey });
    show(event, isWanted);
    mutate({ event, isWanted });
  };
}

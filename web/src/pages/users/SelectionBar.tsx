import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { call } from "../../api/call.ts";
import type { User, UserFilters } from "../../api/users.ts";
import { actOnUser, inviteUser } from "../../api/users.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { describeError } from "../../ui/describe-error.ts";
import { loadLater } from "../../ui/load-later.ts";
import { showToast } from "../../ui/toasts.ts";
import type { BulkJob } from "../directory/BulkDialog.tsx";
import { directoryMessages } from "../directory/messages.ts";
import type { Picks } from "../directory/use-picks.ts";
import { usersMessages } from "./messages.ts";

const BulkDialog = loadLater(async () => (await import("../directory/BulkDialog.tsx")).BulkDialog);

/** So many can be selected at once; each is a call of its own. */
const MOST = 1000;
const PAGE = 200;

interface SelectionBarProps {
  picks: Picks;
  filters: UserFilters;
  /** How many the filters show. */
  total: number;
}

/** What can be done with the users that are selected. */
export function SelectionBar({ picks, filters, total }: SelectionBarProps) {
  const t = useMessages(usersMessages);
  const words = useMessages(directoryMessages);
  const language = useLanguage();
  const [job, setJob] = useState<BulkJob | null>(null);
  const all = useMutation({
    mutationFn: () => readAll(filters),
    onSuccess: (users) => picks.set(users),
    onError: (error) =>
      showToast({
        tone: "danger",
        text: `${t("selectAllFailed")} ${describeError(error, language)}`,
      }),
  });
  const { users } = picks;
  const n = users.length;

  return (
    <>
      {n > 0 && (
        <section className="selection-bar" aria-label={words("selectionBar")}>
          <span className="selection-bar-words" role="status">
            {words("selected", { n })}
          </span>
          {n < total && total <= MOST && (
            <Button size="small" isPending={all.isPending} onPress={() => all.mutate()}>
              {words("selectAll", { n: total })}
            </Button>
          )}
          <Button size="small" onPress={() => setJob(inviteJob(users, t))}>
            {t("invite", { n })}
          </Button>
          <Button
            size="small"
            tone="danger-plain"
            onPress={() =>
              setJob({
                title: t("deactivate", { n }),
                text: t("deactivateText"),
                confirmLabel: t("deactivate", { n }),
                isDanger: true,
                users,
                act: ({ id }) => actOnUser("deactivate", id),
              })
            }
          >
            {t("deactivate", { n })}
          </Button>
          <span className="selection-bar-end">
            <Button size="small" tone="quiet" onPress={() => picks.clear()}>
              {words("clearSelection")}
            </Button>
          </span>
        </section>
      )}
      {job !== null && (
        <BulkDialog
          job={job}
          onClose={(isDone) => {
            setJob(null);
            if (isDone) picks.clear();
          }}
        />
      )}
    </>
  );
}

/** Invites each; afterwards tells when no mail went out. */
function inviteJob(
  users: readonly User[],
  t: ReturnType<typeof useMessages<(typeof usersMessages)["en"]>>,
): BulkJob {
  let isWithoutMail = false;
  return {
    title: t("invite", { n: users.length }),
    text: t("inviteText"),
    confirmLabel: t("invite", { n: users.length }),
    users,
    act: async ({ id }) => {
      const { user } = await inviteUser(id);
      if (user.invitation?.mail === "none") isWithoutMail = true;
    },
    afterwards: (): ReactNode => isWithoutMail && <p>{t("inviteNoMail")}</p>,
  };
}

/** Everybody whom the filters show. */
async function readAll(filters: UserFilters): Promise<User[]> {
  const users: User[] = [];
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const query = { ...filters, offset, limit: PAGE };
    const { items, total = 0 } = await call("GET /api/v1/users", { query });
    users.push(...items);
    if (users.length >= total || items.length === 0) break;
  }
  return users;
}

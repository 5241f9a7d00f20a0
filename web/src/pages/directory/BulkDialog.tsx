import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { teamKeys } from "../../api/teams.ts";
import { type User, userKeys } from "../../api/users.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { announce } from "../../ui/announce.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog, DialogButtons } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/icons/Icon.tsx";
import { uiMessages } from "../../ui/messages.ts";
import { ProgressBar } from "../../ui/ProgressBar.tsx";
import { describeRefusal } from "./describe-refusal.ts";
import { directoryMessages } from "./messages.ts";
import { runInTurn, type TurnResult } from "./run-in-turn.ts";
import "./bulk-dialog.css";

export interface BulkJob {
  title: string;
  /** What it does, before it is begun. */
  text: ReactNode;
  /** Verb, object and count. */
  confirmLabel: string;
  isDanger?: boolean;
  users: readonly User[];
  act: (user: User) => Promise<unknown>;
  /** More to say once it is done. */
  afterwards?: () => ReactNode;
}

/** Does one thing for several users, and tells of each whether it was done. */
export function BulkDialog({
  job,
  onClose,
}: {
  job: BulkJob;
  /** `isDone`: it was begun, whatever came of it. */
  onClose: (isDone: boolean) => void;
}) {
  const t = useMessages(directoryMessages);
  const ui = useMessages(uiMessages);
  const queryClient = useQueryClient();
  const [results, setResults] = useState<readonly TurnResult<User>[]>([]);
  const [phase, setPhase] = useState<"asking" | "running" | "done">("asking");
  const [isStopping, setIsStopping] = useState(false);
  const mustStop = useRef(false);
  const done = results.filter(({ error }) => error === null).length;

  const run = async () => {
    setPhase("running");
    await runInTurn(job.users, job.act, {
      onResult: (result) => setResults((before) => [...before, result]),
      isStopped: () => mustStop.current,
    });
    setPhase("done");
    void queryClient.invalidateQueries({ queryKey: userKeys.all });
    void queryClient.invalidateQueries({ queryKey: teamKeys.all });
    announce(job.title);
  };
  const stop = () => {
    mustStop.current = true;
    setIsStopping(true);
  };

  return (
    <Dialog
      title={job.title}
      isOpen
      isModal
      onClose={phase === "running" ? stop : () => onClose(phase === "done")}
    >
      {phase === "asking" && (
        <>
          <div>{job.text}</div>
          <DialogButtons onCancel={() => onClose(false)}>
            <Button tone={job.isDanger === true ? "danger" : "primary"} onPress={() => void run()}>
              {job.confirmLabel}
            </Button>
          </DialogButtons>
        </>
      )}
      {phase === "running" && (
        <>
          <ProgressBar
            value={results.length / job.users.length}
            label={t("bulkProgress", { done: results.length, all: job.users.length })}
          />
          <DialogButtons
            onCancel={stop}
            cancelLabel={isStopping ? t("bulkStopping") : t("bulkStop")}
          />
        </>
      )}
      {phase === "done" && (
        <>
          <div className="bulk-results">
            <p>
              <Icon name={done > 0 ? "check" : "dash"} />
              {done > 0 ? t("bulkDone", { n: done }) : t("bulkNone")}
            </p>
            {job.afterwards?.()}
            <Refused results={results} />
            {results.length < job.users.length && (
              <p>{t("bulkLeft", { n: job.users.length - results.length })}</p>
            )}
          </div>
          <DialogButtons onCancel={() => onClose(true)} cancelLabel={ui("close")} />
        </>
      )}
    </Dialog>
  );
}

function Refused({ results }: { results: readonly TurnResult<User>[] }) {
  const t = useMessages(directoryMessages);
  const language = useLanguage();
  const refused = results.filter(({ error }) => error !== null);
  if (refused.length === 0) return null;
  return (
    <>
      <p>
        <Icon name="warning" />
        {t("bulkFailed", { n: refused.length })}
      </p>
      <ul className="bulk-refused">
        {refused.map(({ item, error }) => (
          <li key={item.id}>
            <strong>{item.name}</strong>{" "}
            {item.email !== null && item.email !== item.name && (
              <span className="muted">{item.email}</span>
            )}
            <br />
            {describeRefusal(error, t, language)}
          </li>
        ))}
      </ul>
    </>
  );
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { forgetHistory, lastPushQuery, rerunSync } from "../api/runs.ts";
import type { Sync } from "../api/syncs.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Dialog, DialogButtons } from "../ui/Dialog.tsx";
import { ErrorCallout } from "../ui/ErrorCallout.tsx";
import { RadioGroup } from "../ui/RadioGroup.tsx";
import { ApiRequest } from "./ApiRequest.tsx";
import { type Ends, messagesOfEnds } from "./ends.ts";
import { runMessages } from "./messages.ts";
import { ReviewedSettings } from "./ReviewedSettings.tsx";
import { RunningCallout } from "./RunningCallout.tsx";
import { OlderInput, useInputInWords } from "./StoredInput.tsx";
import "./run-new-sync.css";

type Way = "stored" | "api" | "files";

export interface RunSyncDialogProps {
  /** The sync whose data is to be run again; without one, that of the last push. */
  sync?: Sync;
  onClose: () => void;
}

/** Reviews the settings, then asks where the data comes from, and starts a sync. */
export function RunSyncForm({ sync, onClose }: RunSyncDialogProps) {
  const t = useMessages(runMessages);
  const { data: lastPush } = useQuery(lastPushQuery);
  const describeInput = useInputInWords();
  const input = sync ?? lastPush ?? null;
  const canRerun = input !== null && input.input.keptUntil !== null;
  const [chosenWay, setWay] = useState<Way | null>(null);
  const [ends, setEnds] = useState<Ends>("preview");
  // Until it is known whether there is data, nothing is chosen that may not be there.
  const way = chosenWay ?? (canRerun ? "stored" : "api");
  const start = useStart(onClose);
  const noInput = t(input === null ? "storedNone" : "storedExpired");

  return (
    <Dialog isOpen size="wide" title={t("title")} onClose={onClose}>
      <RunningCallout onWatch={onClose} />
      <ReviewedSettings lastPush={lastPush} onLeave={onClose} />
      <RadioGroup<Way>
        label={t("way")}
        value={way}
        onChange={setWay}
        options={[
          {
            value: "stored",
            label: t("stored"),
            hint: canRerun ? describeInput(input) : lastPush === undefined ? undefined : noInput,
            isDisabled: !canRerun,
          },
          { value: "api", label: t("api"), hint: t("apiHint") },
          { value: "files", label: t("files"), hint: t("filesHint") },
        ]}
      />
      {way !== "files" && (
        <RadioGroup<Ends>
          label={t("what")}
          value={ends}
          onChange={setEnds}
          options={messagesOfEnds(t)}
        />
      )}
      {way === "stored" && input !== null && ends === "sync" && (
        <OlderInput sync={input} lastPush={lastPush ?? null} />
      )}
      {way === "api" && <ApiRequest dryRun={ends === "preview"} onLeave={onClose} />}
      {start.isError && <ErrorCallout error={start.error} title={t("startFailed")} wasChange />}
      <DialogButtons onCancel={onClose}>
        {way === "stored" && input !== null && (
          <Button
            tone="primary"
            isPending={start.isPending}
            onPress={() => start.mutate({ of: input.id, dryRun: ends === "preview" })}
          >
            {t(ends === "preview" ? "startPreview" : "startSync")}
          </Button>
        )}
        {way === "files" && (
          <ButtonLink to="/provisioning/source" tone="primary" onClick={onClose}>
            {t("toFiles")}
          </ButtonLink>
        )}
      </DialogButtons>
    </Dialog>
  );
}

/** Starts the sync and goes to its report. */
function useStart(onStarted: () => void) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ of, dryRun }: { of: string; dryRun: boolean }) => rerunSync(of, dryRun),
    onSuccess: async ({ number }) => {
      onStarted();
      await navigate({ to: "/syncs/$id", params: { id: String(number) }, search: {} });
      forgetHistory(queryClient);
    },
  });
}

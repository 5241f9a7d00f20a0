import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { ApiProblem } from "../../api/api-problem.ts";
import { newIdempotencyKey, pushCsv } from "../../api/push-csv.ts";
import { forgetHistory } from "../../api/runs.ts";
import { type ChosenFile, setChosenFiles } from "./chosen-files.ts";

interface WantedUpload {
  files: readonly ChosenFile[];
  mode: "full" | "partial";
  dryRun: boolean;
}

export interface Upload {
  start(wanted: WantedUpload): void;
  cancel(): void;
  isPending: boolean;
  error: Error | null;
  /** How many bytes have gone out, of how many. */
  progress: { sent: number; total: number };
}

const signatureOf = ({ files, mode, dryRun }: WantedUpload) =>
  JSON.stringify([files.map(({ key, section }) => [key, section]), mode, dryRun]);

/** Sends the chosen files, and goes to the report of their sync. Leaving the page ends it. */
export function useUpload(): Upload {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [progress, setProgress] = useState({ sent: 0, total: 0 });
  const controller = useRef<AbortController | null>(null);
  const tried = useRef({ signature: "", key: "" });
  useEffect(() => () => controller.current?.abort(), []);

  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (wanted: WantedUpload) => {
      const signature = signatureOf(wanted);
      // Tried again after silence, it makes no second sync of what may have arrived.
      if (tried.current.signature !== signature) {
        tried.current = { signature, key: newIdempotencyKey() };
      }
      const abort = new AbortController();
      controller.current = abort;
      setProgress({ sent: 0, total: 0 });
      const files = wanted.files.flatMap(({ file, section }) =>
        section === null ? [] : [{ file, section }],
      );
      const { mode, dryRun } = wanted;
      return pushCsv(
        { files, mode, dryRun, idempotencyKey: tried.current.key },
        (sent, total) => setProgress({ sent, total }),
        abort.signal,
      );
    },
    onError: (failure) => {
      // What was refused was not stored.
      if (failure instanceof ApiProblem) tried.current = { signature: "", key: "" };
    },
    onSuccess: async ({ number }, { dryRun }) => {
      tried.current = { signature: "", key: "" };
      // After a preview one comes back to sync the same files.
      if (!dryRun) setChosenFiles(() => []);
      await navigate({
        to: "/syncs/$id",
        params: { id: String(number) },
        search: {},
        ignoreBlocker: true,
      });
      forgetHistory(queryClient);
    },
  });
  return {
    start: (wanted) => mutate(wanted),
    cancel() {
      controller.current?.abort();
      reset();
    },
    ...{ isPending, error, progress },
  };
}

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "../../api/me.ts";
import { hasSyncedQuery } from "../../api/runs.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { type Ends, messagesOfEnds } from "../../run-new-sync/ends.ts";
import { runMessages } from "../../run-new-sync/messages.ts";
import { RunningCallout } from "../../run-new-sync/RunningCallout.tsx";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { RadioGroup } from "../../ui/RadioGroup.tsx";
import { useChosenFiles } from "./chosen-files.ts";
import { FileCard } from "./FileCard.tsx";
import { findFault } from "./find-fault.ts";
import { uploadMessages } from "./messages.ts";
import { UploadProblem } from "./UploadProblem.tsx";
import { UploadProgress } from "./UploadProgress.tsx";
import { useChoosing } from "./use-choosing.ts";
import { useInspections } from "./use-inspections.ts";
import { useUpload } from "./use-upload.ts";

type Mode = "full" | "partial";

/** Takes the files, shows what is in them, and sends them. */
export function UploadForm() {
  const t = useMessages(uploadMessages);
  const run = useMessages(runMessages);
  const { data: me } = useQuery(meQuery);
  const files = useChosenFiles(`${me?.id} ${me?.workspace.id}`);
  const { choose, remove, setSection } = useChoosing();
  const { data: hasSynced } = useQuery(hasSyncedQuery);
  const [mode, setMode] = useState<Mode>("full");
  const [ends, setEnds] = useState<Ends>("preview");
  const inspections = useInspections(files);
  const looked = files.map((chosen, index) => {
    const inspection = inspections[index] ?? null;
    return { chosen, inspection, fault: findFault(chosen, inspection, files) };
  });
  const isSound = looked.every(({ fault }) => fault === null);
  const upload = useUpload();
  const isBusy = upload.isPending;

  return (
    <div className="upload">
      <FileDrop
        label={t("drop")}
        hint={t("dropHint")}
        chooseLabel={t("choose")}
        accept={[".csv", ".tsv", ".txt", "text/csv"]}
        isSeveral
        isDisabled={isBusy}
        onFiles={(given) => void choose(given)}
      />
      {files.length > 0 && (
        <>
          <ul className="upload-files" aria-label={t("chosen")}>
            {looked.map(({ chosen, inspection, fault }) => (
              <FileCard
                key={chosen.key}
                chosen={chosen}
                inspection={inspection}
                fault={fault}
                isDisabled={isBusy}
                onSection={(section) => setSection(chosen.key, section)}
                onRemove={() => remove(chosen.key)}
              />
            ))}
          </ul>
          <RunningCallout />
          {hasSynced === false && (
            <Callout tone="caution" title={t("firstTitle")}>
              {t("first")}
            </Callout>
          )}
          <div className="upload-choices">
            <RadioGroup<Mode>
              label={t("mode")}
              value={mode}
              onChange={setMode}
              isDisabled={isBusy}
              options={[
                { value: "full", label: t("full"), hint: t("fullHint") },
                { value: "partial", label: t("partial"), hint: t("partialHint") },
              ]}
            />
            <RadioGroup<Ends>
              label={t("what")}
              value={ends}
              onChange={setEnds}
              isDisabled={isBusy}
              options={messagesOfEnds(run)}
            />
          </div>
          {upload.isPending && <UploadProgress upload={upload} />}
          {upload.error !== null && <UploadProblem error={upload.error} />}
          {!isBusy && (
            <div className="upload-start">
              <Button
                tone="primary"
                icon="upload"
                isDisabled={!isSound}
                onPress={() => upload.start({ files, mode, dryRun: ends === "preview" })}
              >
                {t(ends === "preview" ? "startPreview" : "startSync")}
              </Button>
              {!isSound && <p className="muted">{t("correct")}</p>}
            </div>
          )}
        </>
      )}
    </div>
  );
}

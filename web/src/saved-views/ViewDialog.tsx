import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { ApiProblem } from "../api/api-problem.ts";
import { changeView, type SavedView, savedViewsQuery, saveView } from "../api/saved-views.ts";
import { useMayChange } from "../frame/use-may-change.ts";
import { useLanguage } from "../i18n/language.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog, DialogButtons } from "../ui/Dialog.tsx";
import { describeFieldError } from "../ui/describe-error.ts";
import { ErrorCallout } from "../ui/ErrorCallout.tsx";
import { RadioGroup } from "../ui/RadioGroup.tsx";
import { TextField } from "../ui/TextField.tsx";
import { showToast } from "../ui/toasts.ts";
import { viewMessages } from "./messages.ts";

interface ViewDialogProps {
  page: string;
  /** The filters that a new view keeps. */
  search: string;
  /** The view whose name is changed; without one, a new view. */
  view?: SavedView;
  onClose: () => void;
  onSaved?: (view: SavedView) => void;
}

/** Asks for the name of a view, and who sees it. */
export function ViewDialog({ page, search, view, onClose, onSaved }: ViewDialogProps) {
  const t = useMessages(viewMessages);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const mayShare = useMayChange();
  const form = useId();
  const [name, setName] = useState(view?.name ?? "");
  const [isShared, setIsShared] = useState(view?.shared ?? false);
  const [isMissing, setIsMissing] = useState(false);
  const save = useMutation({
    mutationFn: () => {
      const wanted = { name: name.trim(), shared: isShared };
      return view === undefined
        ? saveView({ page, search, ...wanted })
        : changeView(view.id, wanted);
    },
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries(savedViewsQuery(page));
      onSaved?.(saved);
      showToast({ text: t("saved", { name: saved.name }) });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") setIsMissing(true);
    else save.mutate();
  };
  const fieldError = describeFieldError(save.error, "name", language);
  const isFull = save.error instanceof ApiProblem && save.error.code === "too_many_views";
  return (
    <Dialog isOpen title={t(view === undefined ? "saveTitle" : "renameTitle")} onClose={onClose}>
      <form id={form} onSubmit={submit}>
        <TextField
          autoFocus
          label={t("name")}
          value={name}
          maxLength={200}
          error={isMissing && name.trim() === "" ? t("nameMissing") : fieldError}
          onChange={setName}
        />
        {mayShare && (
          <RadioGroup
            label={t("who")}
            value={isShared ? "everyone" : "onlyMe"}
            onChange={(choice) => setIsShared(choice === "everyone")}
            options={[
              { value: "onlyMe", label: t("onlyMe"), hint: t("onlyMeHint") },
              { value: "everyone", label: t("everyone"), hint: t("everyoneHint") },
            ]}
          />
        )}
      </form>
      {save.isError && fieldError === null && (
        <ErrorCallout error={save.error} title={t("saveFailed")} wasChange>
          {isFull ? t("tooMany") : undefined}
        </ErrorCallout>
      )}
      <DialogButtons onCancel={onClose} hasFocus={false}>
        <Button tone="primary" type="submit" form={form} isPending={save.isPending}>
          {t(view === undefined ? "save" : "apply")}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

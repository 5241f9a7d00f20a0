import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeView, type SavedView, savedViewsQuery } from "../api/saved-views.ts";
import { useLanguage } from "../i18n/language.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "../ui/Button.tsx";
import { describeError } from "../ui/describe-error.ts";
import { loadLater } from "../ui/load-later.ts";
import { showToast } from "../ui/toasts.ts";
import { viewMessages } from "./messages.ts";
import type { SavedViews } from "./use-saved-views.ts";

const ViewDialog = loadLater(async () => (await import("./ViewDialog.tsx")).ViewDialog);

/** Keeps the filters of a list: under a new name, or in the view that they began as. */
export function ViewButtons({
  page,
  saved: { current, written, hasChanged },
  onSaved,
}: {
  page: string;
  saved: SavedViews;
  /** The list is now this view. */
  onSaved: (view: SavedView) => void;
}) {
  const t = useMessages(viewMessages);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [isNaming, setIsNaming] = useState(false);
  const update = useMutation({
    mutationFn: (view: SavedView) => changeView(view.id, { search: written }),
    onSuccess: async (view) => {
      await queryClient.invalidateQueries(savedViewsQuery(page));
      showToast({ text: t("updated", { name: view.name }) });
    },
    onError: (error) =>
      showToast({ tone: "danger", text: `${t("saveFailed")} ${describeError(error, language)}` }),
  });
  if (!hasChanged && !isNaming) return null;
  return (
    <>
      {current?.editable === true && hasChanged && written !== "" && (
        <Button size="small" isPending={update.isPending} onPress={() => update.mutate(current)}>
          {t("update")}
        </Button>
      )}
      {written !== "" && (
        <Button tone="quiet" size="small" icon="bookmark" onPress={() => setIsNaming(true)}>
          {t("save")}
        </Button>
      )}
      {isNaming && (
        <ViewDialog
          page={page}
          search={written}
          onClose={() => setIsNaming(false)}
          onSaved={onSaved}
        />
      )}
    </>
  );
}

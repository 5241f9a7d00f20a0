import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { deleteView, type SavedView, savedViewsQuery } from "../api/saved-views.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "../ui/Button.tsx";
import { ErrorCallout } from "../ui/ErrorCallout.tsx";
import { loadLater } from "../ui/load-later.ts";
import { Menu, MenuItem } from "../ui/Menu.tsx";
import { showToast } from "../ui/toasts.ts";
import { viewMessages } from "./messages.ts";

const ConfirmDialog = loadLater(async () => (await import("../ui/Dialog.tsx")).ConfirmDialog);
const ViewDialog = loadLater(async () => (await import("./ViewDialog.tsx")).ViewDialog);

/** What can be done with a view itself: another name, for oneself or everyone, away with it. */
export function ViewMenu({ view }: { view: SavedView }) {
  const t = useMessages(viewMessages);
  const [open, setOpen] = useState<"name" | "delete" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Menu
        placement="bottom start"
        trigger={
          <Button
            tone="quiet"
            size="small"
            icon="chevronDown"
            aria-label={t("actions", { name: view.name })}
          />
        }
      >
        <MenuItem icon="edit" onAction={() => setOpen("name")}>
          {t("rename")}
        </MenuItem>
        <MenuItem icon="trash" isDanger onAction={() => setOpen("delete")}>
          {t("delete")}
        </MenuItem>
      </Menu>
      {open === "name" && (
        <ViewDialog page={view.page} search={view.search} view={view} onClose={close} />
      )}
      {open === "delete" && <DeleteDialog view={view} onClose={close} />}
    </>
  );
}

function DeleteDialog({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const t = useMessages(viewMessages);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => deleteView(view.id),
    onSuccess: async () => {
      // The filters stay as they are, without the name they had.
      await navigate({
        to: ".",
        search: (before: object) => ({ ...before, view: undefined }),
        replace: true,
        resetScroll: false,
      });
      await queryClient.invalidateQueries(savedViewsQuery(view.page));
      showToast({ text: t("deleted", { name: view.name }) });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      isDanger
      title={t("deleteTitle", { name: view.name })}
      confirmLabel={t("delete")}
      isPending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t(view.shared ? "deleteSharedText" : "deleteText")}</p>
      {remove.isError && <ErrorCallout error={remove.error} title={t("deleteFailed")} wasChange />}
    </ConfirmDialog>
  );
}

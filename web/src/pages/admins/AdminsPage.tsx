import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Admin, adminsQuery, changeAdminRole, renewAdminLink } from "../../api/admins.ts";
import { meQuery } from "../../api/me.ts";
import { AskAdmins } from "../../frame/ask-admins/AskAdmins.tsx";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { showToast } from "../../ui/toasts.ts";
import { AddAdminDialog } from "./AddAdminDialog.tsx";
import { AdminTable } from "./AdminTable.tsx";
import { DemoteSelfDialog } from "./DemoteSelfDialog.tsx";
import { describeRefusal } from "./describe-refusal.ts";
import { LinkDialog } from "./LinkDialog.tsx";
import { adminsMessages } from "./messages.ts";
import { RemoveAdminDialog } from "./RemoveAdminDialog.tsx";
import "./admins.css";

/** What is asked or shown over the list. */
type Asked =
  | { what: "add" | "demoteSelf" }
  | { what: "remove"; admin: Admin }
  | { what: "link"; name: string; path: string };

/** The people who may sign in: added by a link, made admin or viewer, removed. */
export function AdminsPage() {
  const t = useMessages(adminsMessages);
  const language = useLanguage();
  const { data: me } = useQuery(meQuery);
  // Not even a key that may change everything else may do this.
  const mayChange = me?.scope === "admin";
  const [asked, setAsked] = useState<Asked | null>(null);
  const list = useQuery(adminsQuery);
  const close = () => setAsked(null);
  const show = (name: string, path: string) => setAsked({ what: "link", name, path });
  const role = useRoleChange();
  const renew = useMutation({
    mutationFn: ({ id }: Admin) => renewAdminLink(id),
    onSuccess: (path, { name }) => show(name, path),
  });
  const change = (admin: Admin, to: Admin["role"]) => {
    if (admin.id === me?.id && to === "viewer") setAsked({ what: "demoteSelf" });
    else role.mutate({ admin, to });
  };
  const forget = () => {
    role.reset();
    renew.reset();
  };

  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          mayChange && (
            <Button tone="primary" icon="add" onPress={() => setAsked({ what: "add" })}>
              {t("add")}
            </Button>
          )
        }
      >
        {t("summary")}
      </PageHeader>
      {!mayChange && (
        <Callout>
          <AskAdmins>{t("readOnly")}</AskAdmins>
        </Callout>
      )}
      {list.isPending && <SkeletonRows rows={3} />}
      {list.isError && (
        <ErrorCallout
          error={list.error}
          title={t("loadFailed")}
          onRetry={() => void list.refetch()}
          isRetrying={list.isFetching}
        />
      )}
      {role.isError && (
        <ErrorCallout
          error={role.error}
          title={t("roleFailed", { name: role.variables.admin.name })}
          wasChange
        >
          {describeRefusal(role.error, t, language)}
        </ErrorCallout>
      )}
      {renew.isError && (
        <ErrorCallout error={renew.error} title={t("newLinkFailed")} wasChange>
          {describeRefusal(renew.error, t, language)}
        </ErrorCallout>
      )}
      {list.data !== undefined && (
        <AdminTable
          admins={list.data}
          ownId={me?.id ?? null}
          mayChange={mayChange}
          onRole={(admin, to) => {
            forget();
            change(admin, to);
          }}
          onLink={(admin) => {
            forget();
            renew.mutate(admin);
          }}
          onRemove={(admin) => {
            forget();
            setAsked({ what: "remove", admin });
          }}
        />
      )}
      {asked?.what === "add" && <AddAdminDialog onClose={close} onLink={show} />}
      {asked?.what === "remove" && (
        <RemoveAdminDialog admin={asked.admin} isSelf={asked.admin.id === me?.id} onClose={close} />
      )}
      {asked?.what === "demoteSelf" && me !== undefined && (
        <DemoteSelfDialog ownId={me.id} onClose={close} />
      )}
      {asked?.what === "link" && <LinkDialog name={asked.name} path={asked.path} onClose={close} />}
    </>
  );
}

/** Gives somebody else another role, at once: it can be given back. */
function useRoleChange() {
  const t = useMessages(adminsMessages);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ admin, to }: { admin: Admin; to: Admin["role"] }) =>
      changeAdminRole(admin.id, to),
    onSuccess: ({ name, role }) => {
      void queryClient.invalidateQueries({ queryKey: adminsQuery.queryKey });
      const words = { name, role: t(role === "admin" ? "isAdmin" : "isViewer") };
      showToast({ tone: "good", text: t("roleChanged", words) });
    },
  });
}

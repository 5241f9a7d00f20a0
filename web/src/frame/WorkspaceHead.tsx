import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { call } from "../api/call.ts";
import { type Me, meQuery } from "../api/me.ts";
import { useLanguage } from "../i18n/language.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "../ui/Button.tsx";
import { describeError } from "../ui/describe-error.ts";
import { Menu, MenuChoices } from "../ui/Menu.tsx";
import { showToast } from "../ui/toasts.ts";
import { frameMessages } from "./messages.ts";

/** Which workspace is shown; a menu for who administers several. */
export function WorkspaceHead({ me }: { me: Me }) {
  const t = useMessages(frameMessages);
  const language = useLanguage();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const change = useMutation({
    mutationFn: (workspaceId: string) => call("PATCH /api/v1/me", { body: { workspaceId } }),
    onSuccess: async (next) => {
      await navigate({ to: "/syncs", search: {} });
      // Nothing of the other workspace may show in this one.
      queryClient.clear();
      queryClient.setQueryData(meQuery.queryKey, next);
    },
    onError: (error) => showToast({ tone: "danger", text: describeError(error, language) }),
  });

  const name = (
    <>
      <span className="workspace-mark" aria-hidden="true">
        {[...me.workspace.name][0]?.toLocaleUpperCase(language)}
      </span>
      <span className="workspace-name">{me.workspace.name}</span>
    </>
  );
  if (me.workspaces.length < 2) return <div className="workspace-head">{name}</div>;
  return (
    <div className="workspace-head">
      <Menu
        label={t("switchWorkspace")}
        placement="bottom start"
        trigger={
          <Button tone="quiet" iconAfter="chevronDown" isPending={change.isPending}>
            {name}
          </Button>
        }
      >
        <MenuChoices
          label={t("workspaces")}
          value={me.workspace.id}
          onChange={(id) => change.mutate(id)}
          options={me.workspaces.map((it) => ({ value: it.id, label: it.name }))}
        />
      </Menu>
    </div>
  );
}

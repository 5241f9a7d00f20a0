import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { labelOfWorkspace } from "#contract/workspace-labels.ts";
import { meQuery } from "../../api/me.ts";
import { updateWorkspace, type Workspace, workspaceQuery } from "../../api/workspace.ts";
import { AskAdmins } from "../../frame/ask-admins/AskAdmins.tsx";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { UnsavedBar } from "../../frame/unsaved/UnsavedBar.tsx";
import { useMayChange } from "../../frame/use-may-change.ts";
import { useFormats } from "../../i18n/use-formats.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Callout } from "../../ui/Callout.tsx";
import { classNames } from "../../ui/class-names.ts";
import { describeFieldError } from "../../ui/describe-error.ts";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { showToast } from "../../ui/toasts.ts";
import { type Draft, draftOf, isSound, listChanged, patchOf } from "./draft.ts";
import { GeneralCard } from "./GeneralCard.tsx";
import { workspaceMessages } from "./messages.ts";
import { ProductsCard } from "./ProductsCard.tsx";
import { SeatsCard } from "./SeatsCard.tsx";
import "./workspace.css";

/** The workspace itself: name, clock, language, seats and products. */
export function WorkspacePage() {
  const t = useMessages(workspaceMessages);
  const workspace = useQuery(workspaceQuery);
  return (
    <>
      <PageHeader title={t("title")}>{t("summary")}</PageHeader>
      {workspace.isPending && <SkeletonRows />}
      {workspace.isError && (
        <ErrorCallout
          error={workspace.error}
          title={t("loadFailed")}
          onRetry={() => void workspace.refetch()}
          isRetrying={workspace.isFetching}
        />
      )}
      {workspace.data !== undefined && <WorkspaceForm saved={draftOf(workspace.data)} />}
    </>
  );
}

function WorkspaceForm({ saved }: { saved: Draft }) {
  const t = useMessages(workspaceMessages);
  const { language } = useFormats();
  const queryClient = useQueryClient();
  const mayChange = useMayChange();
  const describe = useDescription();
  // Only what is being changed is held here: what somebody else saves meanwhile shows in the rest.
  const [change, setChange] = useState<Partial<Draft>>({});
  const draft = { ...saved, ...change };
  const save = useMutation({
    mutationFn: updateWorkspace,
    onSuccess: (workspace: Workspace) => {
      queryClient.setQueryData(workspaceQuery.queryKey, workspace);
      void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      setChange({});
      showToast({ tone: "good", text: t("saved") });
    },
  });
  const fields = {
    draft,
    onChange: (part: Partial<Draft>) => setChange({ ...change, ...part }),
    isDisabled: !mayChange || save.isPending,
    errorOf: (key: keyof Draft) => describeFieldError(save.error, key, language),
  };
  return (
    <div className={classNames("workspace-form", !mayChange && "is-for-reading")}>
      {!mayChange && (
        <Callout>
          <AskAdmins>{t("readOnly")}</AskAdmins>
        </Callout>
      )}
      <GeneralCard {...fields} />
      <SeatsCard {...fields} />
      <ProductsCard {...fields} />
      {save.isError && <ErrorCallout error={save.error} title={t("saveFailed")} wasChange />}
      <UnsavedBar
        changes={listChanged(saved, draft).map((key) => ({
          label: labelOfWorkspace(key, language),
          before: describe(key, saved),
          after: describe(key, draft),
        }))}
        onDiscard={() => {
          save.reset();
          setChange({});
        }}
        onSave={() => save.mutate(patchOf(saved, draft))}
        isPending={save.isPending}
        isDisabled={!isSound(draft)}
      />
    </div>
  );
}

/** A value of the workspace as people read it. */
function useDescription(): (key: keyof Draft, draft: Draft) => string {
  const t = useMessages(workspaceMessages);
  const { number, list, languageName } = useFormats();
  return (key, draft) => {
    switch (key) {
      case "seatLimit": {
        const { seatLimit } = draft;
        if (seatLimit === null) return t("noLimit");
        return Number.isNaN(seatLimit) ? t("empty") : number(seatLimit);
      }
      case "products":
        return draft.products.length === 0 ? t("noDefault") : list(draft.products);
      case "defaultProduct":
        return draft.defaultProduct ?? t("noDefault");
      case "defaultLanguage":
        return languageName(draft.defaultLanguage) ?? draft.defaultLanguage;
      default:
        return draft[key].trim() === "" ? t("empty") : draft[key];
    }
  };
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { describeSetting, labelOfSetting, listSettings } from "#contract/setting-labels.ts";
import { type Settings, settingsQuery, updateSettings } from "../../api/settings.ts";
import { AskAdmins } from "../../frame/ask-admins/AskAdmins.tsx";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { UnsavedBar, type UnsavedChange } from "../../frame/unsaved/UnsavedBar.tsx";
import { useMayChange } from "../../frame/use-may-change.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Callout } from "../../ui/Callout.tsx";
import { classNames } from "../../ui/class-names.ts";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { showToast } from "../../ui/toasts.ts";
import { BacktestCard } from "./BacktestCard.tsx";
import { isSound, patchOf } from "./draft.ts";
import { EmailCard } from "./email/EmailCard.tsx";
import { rulesMessages } from "./messages.ts";
import { SettingCards } from "./SettingCards.tsx";
import "./rules.css";

/** When a sync waits for a person, what it does with people, how long things are kept, and who is told of it. */
export function RulesPage() {
  const t = useMessages(rulesMessages);
  const settings = useQuery(settingsQuery);
  return (
    <>
      <PageHeader title={t("title")}>{t("summary")}</PageHeader>
      {settings.isPending && <SkeletonRows />}
      {settings.isError && (
        <ErrorCallout
          error={settings.error}
          title={t("loadFailed")}
          onRetry={() => void settings.refetch()}
          isRetrying={settings.isFetching}
        />
      )}
      {settings.data !== undefined && <RulesForm saved={settings.data} />}
    </>
  );
}

function RulesForm({ saved }: { saved: Settings }) {
  const t = useMessages(rulesMessages);
  const queryClient = useQueryClient();
  const mayChange = useMayChange();
  const changesBetween = useSettingChanges();
  const [draft, setDraft] = useState(saved);
  const patch = patchOf(saved, draft);
  const save = useMutation({
    mutationFn: updateSettings,
    onSuccess: (settings) => {
      queryClient.setQueryData(settingsQuery.queryKey, settings);
      setDraft(settings);
      showToast({ tone: "good", text: t("saved") });
    },
  });
  const sound = isSound(draft);
  return (
    <div className={classNames("rules", !mayChange && "is-for-reading")}>
      {!mayChange && (
        <Callout>
          <AskAdmins>{t("readOnly")}</AskAdmins>
        </Callout>
      )}
      <SettingCards draft={draft} onChange={setDraft} isDisabled={!mayChange || save.isPending}>
        <BacktestCard limits={draft.thresholds} isSound={sound} />
      </SettingCards>
      <EmailCard />
      {save.isError && <ErrorCallout error={save.error} title={t("saveFailed")} wasChange />}
      <UnsavedBar
        changes={changesBetween(saved, draft)}
        onDiscard={() => {
          save.reset();
          setDraft(saved);
        }}
        onSave={() => patch !== null && save.mutate(patch)}
        isPending={save.isPending}
        isDisabled={!sound}
      />
    </div>
  );
}

/** Names what differs between two states of the settings, in the language of the pages. */
function useSettingChanges(): (before: Settings, after: Settings) => UnsavedChange[] {
  const t = useMessages(rulesMessages);
  const language = useLanguage();
  const describe = (key: string, value: unknown) =>
    Number.isNaN(value) ? t("empty") : describeSetting(key, value, language);
  return (before, after) => {
    const wanted = new Map(listSettings(after).map(({ key, value }) => [key, value]));
    return listSettings(before)
      .filter(({ key, value }) => !Object.is(value, wanted.get(key)))
      .map(({ key, value }) => ({
        label: labelOfSetting(key, language) ?? key,
        before: describe(key, value),
        after: describe(key, wanted.get(key)),
      }));
  };
}

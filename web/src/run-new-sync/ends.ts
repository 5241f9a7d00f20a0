import type { Translate } from "../i18n/messages.ts";
import type { RadioOption } from "../ui/RadioGroup.tsx";
import type { en } from "./messages.en.ts";

/** How a sync ends: with its plan, or applied. */
export type Ends = "preview" | "sync";

/** The two ways in words. */
export function messagesOfEnds(t: Translate<typeof en>): RadioOption<Ends>[] {
  return [
    { value: "preview", label: t("preview"), hint: t("previewHint") },
    { value: "sync", label: t("syncNow"), hint: t("syncNowHint") },
  ];
}

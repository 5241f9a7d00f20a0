import { useMessages } from "../../i18n/use-messages.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { copyLinkMessages } from "./messages.ts";
import { useCopyKey } from "./use-copy-key.ts";
import { useCopyLink } from "./use-copy-link.ts";

/** Copies the link of a page that shows one thing, or a view of a list; so does C, or that of the row in focus. */
export function CopyLinkButton({ of }: { of: "page" | "view" }) {
  const t = useMessages(copyLinkMessages);
  const copy = useCopyLink();
  useCopyKey(of);
  return (
    <IconButton
      tone="plain"
      icon="link"
      label={t(of === "view" ? "copyView" : "copyPage")}
      onPress={() => copy(of)}
    />
  );
}

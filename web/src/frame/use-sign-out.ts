import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { signOut } from "../api/me.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { showToast } from "../ui/toasts.ts";
import { frameMessages } from "./messages.ts";

/** Ends the session and leads to the page that begins the next; says so where the server did not do it. */
export function useSignOut(): () => Promise<void> {
  const t = useMessages(frameMessages);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await signOut();
    } catch {
      showToast({ tone: "danger", text: t("signedOutFailed") });
      return;
    }
    await navigate({ to: "/sign-in", search: {} });
    queryClient.clear();
  };
}

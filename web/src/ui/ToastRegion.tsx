import { Button as AriaButton } from "react-aria-components/Button";
import { Text } from "react-aria-components/Text";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  UNSTABLE_ToastContent as ToastContent,
} from "react-aria-components/Toast";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import { Icon } from "./icons/Icon.tsx";
import { uiMessages } from "./messages.ts";
import { toastQueue } from "./toasts.ts";
import "./toast.css";

/** Where toasts appear: one for the whole page, reached with F6. */
export function ToastRegion() {
  const t = useMessages(uiMessages);
  return (
    <AriaToastRegion queue={toastQueue} className="toasts" aria-label={t("notifications")}>
      {({ toast }) => {
        const { tone = "neutral", text, action } = toast.content;
        return (
          <AriaToast toast={toast} className={classNames("toast", `is-${tone}`)}>
            {tone !== "neutral" && <Icon name={tone === "good" ? "check" : "warning"} />}
            <ToastContent className="toast-words">
              <Text slot="title">{text}</Text>
            </ToastContent>
            {action !== undefined && (
              <Button
                size="small"
                onPress={() => {
                  action.onPress();
                  toastQueue.close(toast.key);
                }}
              >
                {action.label}
              </Button>
            )}
            <AriaButton slot="close" className="toast-close" aria-label={t("dismiss")}>
              <Icon name="close" size={14} />
            </AriaButton>
          </AriaToast>
        );
      }}
    </AriaToastRegion>
  );
}

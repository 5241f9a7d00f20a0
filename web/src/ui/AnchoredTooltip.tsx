import type { ReactNode, RefObject } from "react";
import { Tooltip as AriaTooltip } from "react-aria-components/Tooltip";
import "./tooltip.css";

/**
 * Words at a place of a picture, as at a bar of a chart: the picture says when. Who does not see them is told by the
 * label of the bar.
 */
export function AnchoredTooltip({
  anchor,
  isOpen,
  onClose,
  children,
}: {
  anchor: RefObject<Element | null>;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  if (!isOpen) return null;
  return (
    <AriaTooltip
      className="tooltip number"
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      placement="top"
      offset={6}
    >
      {children}
    </AriaTooltip>
  );
}

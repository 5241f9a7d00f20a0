import type { ReactNode, RefObject } from "react";
import { Tooltip as AriaTooltip, TooltipTriggerStateContext } from "react-aria-components/Tooltip";
import "./tooltip.css";

/**
 * Words at an element that says itself when they appear, as a bar of a chart or a time. Who does not see them is told
 * by the element.
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
  // The widget takes its state from a trigger around it, also where it is told what it is.
  const holder = anchor.current?.closest("main") ?? null;
  const state = { isOpen, shouldSkipAnimation: false, open() {}, close: onClose };
  return (
    <TooltipTriggerStateContext value={state}>
      <AriaTooltip
        className="tooltip number"
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement="top"
        offset={6}
        // Within the page, as what stands outside of every part of it is not found by who walks from part to part.
        {...(holder === null ? {} : { UNSTABLE_portalContainer: holder })}
      >
        {children}
      </AriaTooltip>
    </TooltipTriggerStateContext>
  );
}

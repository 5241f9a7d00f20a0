import type { ReactNode } from "react";
import {
  Tooltip as AriaTooltip,
  OverlayArrow,
  TooltipTrigger,
} from "react-aria-components/Tooltip";
import "./tooltip.css";

interface TooltipProps {
  /** A few words; what people must know stands on the page, not here. */
  text: ReactNode;
  /** One of our buttons or links, or a {@link TooltipTarget}. */
  children: ReactNode;
  placement?: "top" | "bottom" | "start" | "end";
}

/** Words that appear when something is pointed at or focused. */
export function Tooltip({ text, children, placement = "top" }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip className="tooltip" placement={placement} offset={6}>
        <OverlayArrow className="tooltip-arrow">
          <svg width={8} height={8} viewBox="0 0 8 8" aria-hidden="true">
            <path d="M0 0 4 4 8 0" />
          </svg>
        </OverlayArrow>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

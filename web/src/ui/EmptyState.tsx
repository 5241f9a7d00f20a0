import type { ReactNode } from "react";
import { Icon } from "./icons/Icon.tsx";
import type { IconName } from "./icons/paths.ts";
import "./empty-state.css";

interface EmptyStateProps {
  icon?: IconName;
  /** Why there is nothing. */
  title: string;
  children?: ReactNode;
  /** The next step: buttons or links. */
  actions?: ReactNode;
}

/** Instead of a list that has no rows. Nothing at all, and nothing under these filters, are told apart by the page. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon !== undefined && <Icon name={icon} size={20} />}
      <p className="empty-state-title">{title}</p>
      {children !== undefined && <div className="empty-state-words">{children}</div>}
      {actions !== undefined && <div className="empty-state-actions">{actions}</div>}
    </div>
  );
}

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** One entry of the side bar; marked while its page, or one below it, is shown. */
export function NavLink({
  to,
  children,
  pill,
}: {
  to: string;
  children: string;
  pill?: ReactNode;
}) {
  return (
    <li>
      <Link
        to={to}
        search={{}}
        className="nav-link"
        activeOptions={{ exact: false, includeSearch: false }}
      >
        <span className="nav-link-words">{children}</span>
        {pill}
      </Link>
    </li>
  );
}

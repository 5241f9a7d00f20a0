import { useQuery } from "@tanstack/react-query";
import { waitingSyncsQuery } from "../api/syncs.ts";
import { useFormats } from "../i18n/use-formats.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { frameMessages } from "./messages.ts";
import { NavLink } from "./NavLink.tsx";

/** The pages there are, by group. */
const GROUPS = [
  {
    title: "provisioning",
    links: [
      { to: "/provisioning/source", label: "source" },
      { to: "/provisioning/rules", label: "rules" },
      { to: "/provisioning/keys", label: "keys" },
    ],
  },
  {
    title: "settings",
    links: [
      { to: "/settings/workspace", label: "workspace" },
      { to: "/settings/properties", label: "properties" },
      { to: "/settings/admins", label: "admins" },
      { to: "/settings/audit", label: "audit" },
    ],
  },
] as const;

/** Links to every page. */
export function Navigation() {
  const t = useMessages(frameMessages);
  return (
    <nav aria-label={t("mainNavigation")} className="navigation">
      <ul>
        <NavLink to="/syncs" pill={<WaitingPill />}>
          {t("syncs")}
        </NavLink>
        <NavLink to="/users">{t("users")}</NavLink>
        <NavLink to="/teams">{t("teams")}</NavLink>
      </ul>
      {GROUPS.map(({ title, links }) => (
        <section key={title} aria-labelledby={`nav-${title}`}>
          <h2 id={`nav-${title}`} className="nav-group">
            {t(title)}
          </h2>
          <ul>
            {links.map(({ to, label }) => (
              <NavLink key={to} to={to}>
                {t(label)}
              </NavLink>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

/** How many syncs wait for a person. */
function WaitingPill() {
  const t = useMessages(frameMessages);
  const { number } = useFormats();
  const { data } = useQuery(waitingSyncsQuery);
  const count = data?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <span className="nav-pill">
      <span aria-hidden="true">{number(count)}</span>
      <span className="heard">, {t("needApproval", { n: count })}</span>
    </span>
  );
}

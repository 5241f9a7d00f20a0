import type { IconName } from "../../ui/icons/paths.ts";

/** The pages that the palette leads to, with the name of their words in the frame's messages. */
export const PALETTE_PAGES = [
  { to: "/syncs", label: "syncs", icon: "history" },
  { to: "/users", label: "users", icon: "person" },
  { to: "/teams", label: "teams", icon: "people" },
  { to: "/provisioning/source", label: "source", icon: "upload" },
  { to: "/provisioning/rules", label: "rules", icon: "hand" },
  { to: "/provisioning/keys", label: "keys", icon: "key" },
  { to: "/settings/workspace", label: "workspace", icon: "settings" },
  { to: "/settings/properties", label: "properties", icon: "settings" },
  { to: "/settings/admins", label: "admins", icon: "lock" },
  { to: "/settings/audit", label: "audit", icon: "file" },
  { to: "/account", label: "yourAccount", icon: "person" },
] as const satisfies readonly { to: string; label: string; icon: IconName }[];

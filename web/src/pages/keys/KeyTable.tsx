import { Link } from "@tanstack/react-router";
import type { ApiKey } from "../../api/api-keys.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Badge, type Tone } from "../../ui/Badge.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import type { IconName } from "../../ui/icons/paths.ts";
import { Menu, MenuItem } from "../../ui/Menu.tsx";
import { Table } from "../../ui/Table.tsx";
import { Time } from "../../ui/Time.tsx";
import { useNow } from "../../ui/use-now.ts";
import { labelOfScope } from "./key-scopes.ts";
import { type KeyState, stateOfKey } from "./key-state.ts";
import { keysMessages } from "./messages.ts";

const LOOKS: Record<Exclude<KeyState, null>, { tone: Tone; icon: IconName }> = {
  expired: { tone: "danger", icon: "close" },
  expiresSoon: { tone: "caution", icon: "warning" },
  replaced: { tone: "neutral", icon: "info" },
  neverUsed: { tone: "neutral", icon: "info" },
};

/** The keys with what each may, who made it, and when it was used. Its name opens what was asked with it. */
export function KeyTable({
  keys,
  marked,
  mayChange,
  onAsk,
  onOpening,
  onRequests,
}: {
  keys: readonly ApiKey[];
  /** The id of the key that somebody was led to. */
  marked: string | null;
  mayChange: boolean;
  onAsk: (what: "rotate" | "revoke", key: ApiKey) => void;
  /** The link to a key's requests was followed. */
  onOpening: () => void;
  onRequests: (key: ApiKey) => void;
}) {
  const t = useMessages(keysMessages);
  return (
    <Table label={t("listLabel")}>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col" className="is-wide-only">
            {t("scope")}
          </th>
          <th scope="col" className="is-wide-only">
            {t("ending")}
          </th>
          <th scope="col" className="is-wide-only">
            {t("created")}
          </th>
          <th scope="col" className="is-wide-only">
            {t("lastUsed")}
          </th>
          <th scope="col" className="is-wide-only">
            {t("expires")}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr
            key={key.id}
            id={key.id}
            {...(key.id === marked ? { "aria-current": true, tabIndex: -1 } : {})}
          >
            <th scope="row">
              <span className="key-name">
                <Link
                  to="/provisioning/keys"
                  search={{ requests: key.id }}
                  resetScroll={false}
                  onClick={onOpening}
                >
                  {key.name}
                </Link>{" "}
                <StateBadge apiKey={key} />
              </span>
              <span className="is-narrow-only key-more">
                {t(labelOfScope(key.scope))}, <code>…{key.lastFour}</code>
              </span>
              {key.lastUsedAt !== null && (
                <span className="is-narrow-only key-more">
                  {t("lastUsed")} <LastUse apiKey={key} />
                </span>
              )}
              {key.expiresAt !== null && (
                <span className="is-narrow-only key-more">
                  {t("expires")} <Time at={key.expiresAt} show="date" />
                </span>
              )}
            </th>
            <td className="is-wide-only key-short">{t(labelOfScope(key.scope))}</td>
            <td className="is-wide-only">
              <code>…{key.lastFour}</code>
            </td>
            <td className="is-wide-only">
              <Time at={key.createdAt} show="date" />{" "}
              <span className="muted key-part">{t("createdBy", { name: key.createdBy })}</span>
            </td>
            <td className="is-wide-only">
              <LastUse apiKey={key} />
            </td>
            <td className="is-wide-only key-short">
              {key.expiresAt === null ? (
                <span className="muted">{t("neverExpires")}</span>
              ) : (
                <Time at={key.expiresAt} show="date" />
              )}
            </td>
            <td className="is-number">
              <Menu trigger={<IconButton icon="dots" label={t("actions", { name: key.name })} />}>
                <MenuItem icon="history" onAction={() => onRequests(key)}>
                  {t("requests")}
                </MenuItem>
                {mayChange && (
                  <>
                    <MenuItem icon="refresh" onAction={() => onAsk("rotate", key)}>
                      {t("rotate")}
                    </MenuItem>
                    <MenuItem icon="trash" isDanger onAction={() => onAsk("revoke", key)}>
                      {t("revoke")}
                    </MenuItem>
                  </>
                )}
              </Menu>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function StateBadge({ apiKey }: { apiKey: ApiKey }) {
  const t = useMessages(keysMessages);
  const state = stateOfKey(apiKey, useNow());
  return state === null ? null : <Badge {...LOOKS[state]}>{t(state)}</Badge>;
}

function LastUse({ apiKey: { lastUsedAt, lastUsedIp } }: { apiKey: ApiKey }) {
  const t = useMessages(keysMessages);
  if (lastUsedAt === null) return <span className="muted">{t("never")}</span>;
  return (
    <>
      <Time at={lastUsedAt} />{" "}
      {lastUsedIp !== null && (
        <span className="muted key-part">{t("from", { address: lastUsedIp })}</span>
      )}
    </>
  );
}

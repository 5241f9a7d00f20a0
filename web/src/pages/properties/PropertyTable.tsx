import { nameProperty, type Property } from "../../api/properties.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Badge } from "../../ui/Badge.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Menu, MenuItem } from "../../ui/Menu.tsx";
import { Table } from "../../ui/Table.tsx";
import { propertiesMessages } from "./messages.ts";

/** A property with the name that it has on the pages, which for default ones goes with the language. */
export interface NamedProperty extends Property {
  name: string;
}

/** The properties, in the order that profiles and reports show them. */
export function PropertyTable({
  properties,
  mayChange,
  onAsk,
}: {
  properties: readonly Property[];
  mayChange: boolean;
  onAsk: (what: "edit" | "delete", property: NamedProperty) => void;
}) {
  const t = useMessages(propertiesMessages);
  const language = useLanguage();
  return (
    <Table label={t("listLabel")}>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col" className="is-wide-only">
            {t("key")}
          </th>
          <th scope="col">{t("type")}</th>
          <th scope="col" className="is-wide-only">
            {t("origin")}
          </th>
          {mayChange && <td />}
        </tr>
      </thead>
      <tbody>
        {properties.map((property) => {
          const named = { ...property, name: nameProperty(property.key, properties, language) };
          return (
            <tr key={property.key}>
              <th scope="row">
                <span className="property-name">
                  {named.name}
                  {property.sensitive && <Badge icon="lock">{t("sensitive")}</Badge>}
                </span>
                <code className="is-narrow-only property-key">{property.key}</code>
              </th>
              <td className="is-wide-only">
                <code>{property.key}</code>
              </td>
              <td>{t(property.type === "date" ? "typeDate" : "typeText")}</td>
              <td className="is-wide-only">
                <span className={property.isDefault ? "muted" : ""}>
                  {t(property.isDefault ? "default" : "custom")}
                </span>
              </td>
              {mayChange && (
                <td className="is-number">
                  <Menu
                    trigger={<IconButton icon="dots" label={t("actions", { name: named.name })} />}
                  >
                    <MenuItem icon="edit" onAction={() => onAsk("edit", named)}>
                      {t("edit")}
                    </MenuItem>
                    {!property.isDefault && (
                      <MenuItem icon="trash" isDanger onAction={() => onAsk("delete", named)}>
                        {t("remove")}
                      </MenuItem>
                    )}
                  </Menu>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

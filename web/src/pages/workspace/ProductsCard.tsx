import { type FormEvent, useState } from "react";
import { labelOfWorkspace } from "#contract/workspace-labels.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { isSameProduct, withoutProduct } from "./draft.ts";
import type { FieldsProps } from "./field-props.ts";
import { workspaceMessages } from "./messages.ts";

/** No product has this name: names are not empty. */
const NONE = "";

/** What users can be given, and what new ones get. */
export function ProductsCard({ draft, onChange, isDisabled, errorOf }: FieldsProps) {
  const t = useMessages(workspaceMessages);
  const language = useLanguage();
  const [name, setName] = useState("");
  const { products, defaultProduct } = draft;
  const isTwice = products.some((product) => isSameProduct(product, name));
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "" || isTwice) return;
    onChange({ products: [...products, name.trim()] });
    setName("");
  };
  return (
    <Card title={t("products")} hint={t("productsHint")}>
      {products.length === 0 ? (
        <p className="muted">{t("productsNone")}</p>
      ) : (
        <ul className="product-list" aria-label={t("products")}>
          {products.map((product) => (
            <li key={product}>
              <span>{product}</span>
              {!isDisabled && (
                <IconButton
                  icon="close"
                  size="small"
                  label={t("removeProduct", { name: product })}
                  onPress={() => onChange(withoutProduct(draft, product))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!isDisabled && (
        <form className="product-form" onSubmit={add}>
          <TextField
            label={t("newProduct")}
            value={name}
            onChange={setName}
            maxLength={200}
            autoComplete="off"
            error={isTwice ? t("twice") : errorOf("products")}
          />
          <Button type="submit" icon="add" isDisabled={name.trim() === "" || isTwice}>
            {t("addProduct")}
          </Button>
        </form>
      )}
      {!isDisabled && <p className="muted">{t("removeHint")}</p>}
      <Select
        label={labelOfWorkspace("defaultProduct", language)}
        hint={t("defaultProductHint")}
        value={defaultProduct ?? NONE}
        onChange={(value) => onChange({ defaultProduct: value === NONE ? null : value })}
        options={[
          { value: NONE, label: t("noDefault") },
          ...products.map((value) => ({ value, label: value })),
        ]}
        isDisabled={isDisabled}
        error={errorOf("defaultProduct")}
      />
    </Card>
  );
}

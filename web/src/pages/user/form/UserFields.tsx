import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { USER_ROLES } from "#contract/catalogue.ts";
import { ROLE_LABELS } from "#contract/labels.ts";
import { meQuery } from "../../../api/me.ts";
import { nameProperty, propertiesQuery } from "../../../api/properties.ts";
import { workspaceQuery } from "../../../api/workspace.ts";
import { useLanguage } from "../../../i18n/language.tsx";
import { useMessages } from "../../../i18n/use-messages.ts";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { describeFieldError } from "../../../ui/describe-error.ts";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { describeRefusal } from "../../directory/describe-refusal.ts";
import { directoryMessages } from "../../directory/messages.ts";
import { PersonField } from "../../directory/PersonField.tsx";
import type { Draft } from "./draft.ts";
import { formMessages } from "./messages.ts";

export interface UserFieldsProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  /** What the server said to the last try. */
  error: unknown;
  /** The email is missing, and somebody has tried. */
  needsEmail: boolean;
  /** Under a field by its name: what a sync will do to it. */
  hintOf: (field: string) => string | undefined;
  /** Below it: whether syncs are to leave it alone. */
  lockOf?: (field: string, label: string) => ReactNode;
  /** Who may not be the Direct Manager. */
  userId?: string;
}

/** Every field of a user that a person may write. */
export function UserFields({
  draft,
  onChange,
  error,
  needsEmail,
  hintOf,
  lockOf = () => null,
  userId,
}: UserFieldsProps) {
  const t = useMessages(formMessages);
  const words = useMessages(directoryMessages);
  const language = useLanguage();
  const { data: me } = useQuery(meQuery);
  const { data: properties = [] } = useQuery(propertiesQuery);
  const faultOf = (field: string) => describeFieldError(error, field, language);
  /** Where the refusal says more than the field, as who holds an address. */
  const refusalOf = (field: string) =>
    faultOf(field) === null ? null : describeRefusal(error, words, language);
  const isTaken = (field: string) => refusalOf(field) ?? null;
  const label = (field: string) => nameProperty(field, properties, language);
  const text = (field: "firstName" | "lastName" | "preferredName" | "jobTitle") => (
    <div className="lockable-field">
      <TextField
        label={label(field)}
        value={draft[field]}
        onChange={(value) => onChange({ [field]: value })}
        hint={hintOf(field)}
        error={faultOf(field)}
        autoComplete="off"
      />
      {lockOf(field, label(field))}
    </div>
  );

  return (
    <>
      <FieldGroup title={t("person")}>
        <div className="lockable-field">
          <TextField
            label={label("email")}
            type="email"
            autoComplete="off"
            isRequired
            value={draft.email}
            onChange={(email) => onChange({ email })}
            hint={hintOf("email")}
            error={
              needsEmail
                ? t("emailNeeded")
                : isEmailTaken(error)
                  ? isTaken("email")
                  : faultOf("email")
            }
          />
          {lockOf("email", label("email"))}
        </div>
        <div className="field-pair">
          {text("firstName")}
          {text("lastName")}
        </div>
        {text("preferredName")}
        <div className="lockable-field">
          <TextField
            label={label("languagePreferences")}
            value={draft.languagePreferences}
            onChange={(languagePreferences) => onChange({ languagePreferences })}
            hint={hintOf("languagePreferences") ?? t("languageHint")}
            error={faultOf("languagePreferences")}
            autoComplete="off"
          />
          {lockOf("languagePreferences", label("languagePreferences"))}
        </div>
      </FieldGroup>
      <FieldGroup title={t("work")}>
        {text("jobTitle")}
        <PersonField
          label={label("directManager")}
          value={draft.manager}
          onChange={(manager) => onChange({ manager })}
          except={userId}
          hint={hintOf("directManager") ?? t("noManager")}
          error={isLoop(error) ? refusalOf("directManagerId") : faultOf("directManagerId")}
        />
        {properties.map(({ key, type }) => (
          <div key={key} className="lockable-field">
            <TextField
              label={label(key)}
              type={type === "date" ? "date" : "text"}
              value={draft.properties[key] ?? ""}
              onChange={(value) => onChange({ properties: { ...draft.properties, [key]: value } })}
              hint={hintOf(key)}
              error={faultOf(`properties/${key}`)}
              autoComplete="off"
            />
            {lockOf(key, label(key))}
          </div>
        ))}
      </FieldGroup>
      <FieldGroup title={t("access")}>
        {me?.scope === "admin" && (
          <Select
            label={words("role")}
            options={USER_ROLES.map((role) => ({
              value: role,
              label: ROLE_LABELS[role][language],
            }))}
            value={draft.role}
            onChange={(role) => onChange({ role })}
            hint={t("roleHint")}
            error={faultOf("role")}
          />
        )}
        <ProductFields
          draft={draft}
          onChange={onChange}
          hint={hintOf("productAssignations")}
          lock={lockOf("productAssignations", t("productsLabel"))}
        />
      </FieldGroup>
    </>
  );
}

function ProductFields({
  draft,
  onChange,
  hint,
  lock,
}: Pick<UserFieldsProps, "draft" | "onChange"> & { hint: string | undefined; lock: ReactNode }) {
  const t = useMessages(formMessages);
  const { data: workspace } = useQuery(workspaceQuery);
  if (workspace === undefined || workspace.products.length === 0) return null;
  const usual = workspace.defaultProduct;
  return (
    <fieldset className="field">
      <legend className="field-label">{t("productsLabel")}</legend>
      {(hint !== undefined || usual !== null) && (
        <p className="field-hint is-legend">{hint ?? t("noProducts", { product: usual ?? "" })}</p>
      )}
      {workspace.products.map((product) => (
        <Checkbox
          key={product}
          label={product}
          isSelected={draft.products.includes(product)}
          onChange={(isSelected) =>
            onChange({
              products: isSelected
                ? [...draft.products, product]
                : draft.products.filter((it) => it !== product),
            })
          }
        />
      ))}
      {lock}
    </fieldset>
  );
}

function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="form-group">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;
const isEmailTaken = (error: unknown) => codeOf(error) === "email_taken";
const isLoop = (error: unknown) =>
  codeOf(error) === "manager_cycle" || codeOf(error) === "manager_is_self";

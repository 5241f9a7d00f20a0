import type { Ref } from "react";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { SearchField as AriaSearchField } from "react-aria-components/SearchField";
import { useMessages } from "../i18n/use-messages.ts";
import { Icon } from "./icons/Icon.tsx";
import { uiMessages } from "./messages.ts";
import "./field.css";
import "./search-field.css";

interface SearchFieldProps {
  /** What is searched, in words: heard, and shown while nothing is typed. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: (value: string) => void;
  inputRef?: Ref<HTMLInputElement>;
}

/** A field to search with: Escape and the cross empty it. The key `/` finds it by its mark. */
export function SearchField({ label, value, onChange, onSubmit, inputRef }: SearchFieldProps) {
  const t = useMessages(uiMessages);
  return (
    <AriaSearchField
      aria-label={label}
      className="search-field"
      value={value}
      onChange={onChange}
      {...(onSubmit === undefined ? {} : { onSubmit })}
    >
      <Icon name="search" />
      <Input
        className="field-input"
        placeholder={label}
        ref={inputRef ?? null}
        data-search-field=""
      />
      <Button className="search-field-clear" aria-label={t("clearSearch")}>
        <Icon name="close" size={14} />
      </Button>
    </AriaSearchField>
  );
}

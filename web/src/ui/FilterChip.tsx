import type { ReactNode } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Input } from "react-aria-components/Input";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
} from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { SearchField as AriaSearchField } from "react-aria-components/SearchField";
import { useFormats } from "../i18n/use-formats.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "./Button.tsx";
import { Icon } from "./icons/Icon.tsx";
import { uiMessages } from "./messages.ts";
import "./field.css";
import "./menu.css";
import "./filter-chip.css";

export interface FilterOption<Value extends string> {
  value: Value;
  label: string;
  /** Before the words: a Glyph or an Icon. */
  glyph?: ReactNode;
  /** How many rows it would show under the other filters. */
  count?: number | undefined;
}

export interface FilterChipProps<Value extends string> {
  /** What is filtered by: "Status". */
  label: string;
  options: readonly FilterOption<Value>[];
  /** Values that are chosen; none = everything. */
  value: readonly Value[];
  onChange: (value: readonly Value[]) => void;
  /** The `F` key opens the first filter of a page that has this. */
  isFirst?: boolean;
  /**
   * Where there are too many options to have them all: what is typed, for the page to find some. It gives the chosen
   * ones among the options too, whatever is typed.
   */
  finder?: { text: string; onTextChange: (text: string) => void };
}

/** The focus stays in the search field, so that keys which scroll need the region itself. */
const SCROLLS = { tabIndex: 0 };

/** So many options are looked through by typing. */
const MANY = 10;

/** A button that opens the values of one filter: checkboxes with signs and counts. Stays open while one chooses. */
export function FilterChip<Value extends string>({
  label,
  options,
  value,
  onChange,
  isFirst = false,
  finder,
}: FilterChipProps<Value>) {
  const t = useMessages(uiMessages);
  const { contains } = useFilter({ sensitivity: "base" });
  const isLong = finder !== undefined || options.length > MANY;
  const menu = <FilterMenu label={label} options={options} value={value} onChange={onChange} />;
  return (
    <MenuTrigger>
      <span
        className="filter-chip"
        data-first-filter={isFirst ? "" : undefined}
        data-active={value.length > 0}
      >
        <Button iconAfter="chevronDown">
          {value.length === 0 ? label : t("chosen", { label, n: value.length })}
        </Button>
      </span>
      <Popover className="popover filter-popover" placement="bottom start" offset={4}>
        {isLong ? (
          <Autocomplete
            {...(finder === undefined
              ? { filter: contains }
              : { inputValue: finder.text, onInputChange: finder.onTextChange })}
          >
            <AriaSearchField aria-label={t("filterOptions")} autoFocus className="filter-search">
              <Icon name="search" size={14} />
              <Input className="field-input" placeholder={t("filterOptions")} />
            </AriaSearchField>
            <div className="filter-scroll" {...SCROLLS}>
              {menu}
            </div>
          </Autocomplete>
        ) : (
          menu
        )}
        {value.length > 0 && (
          <div className="filter-foot">
            <Button tone="quiet" size="small" onPress={() => onChange([])}>
              {t("clear")}
            </Button>
          </div>
        )}
      </Popover>
    </MenuTrigger>
  );
}

function FilterMenu<Value extends string>({
  label,
  options,
  value,
  onChange,
}: Omit<FilterChipProps<Value>, "isFirst" | "finder">) {
  const t = useMessages(uiMessages);
  const { number } = useFormats();
  return (
    <AriaMenu
      aria-label={label}
      className="menu"
      items={options}
      selectionMode="multiple"
      shouldCloseOnSelect={false}
      // Escape closes the menu, and leaves what was chosen.
      escapeKeyBehavior="none"
      selectedKeys={value}
      onSelectionChange={(keys) =>
        onChange(
          options.flatMap((option) =>
            keys === "all" || keys.has(option.value) ? [option.value] : [],
          ),
        )
      }
      dependencies={[value, options]}
      renderEmptyState={() => <p className="filter-none">{t("noOptions")}</p>}
    >
      {(option) => (
        <AriaMenuItem id={option.value} textValue={option.label} className="menu-item">
          <span className="menu-box">
            <Icon name="check" size={12} />
          </span>
          {option.glyph}
          <span className="menu-words">{option.label}</span>
          {option.count !== undefined && <span className="menu-count">{number(option.count)}</span>}
        </AriaMenuItem>
      )}
    </AriaMenu>
  );
}

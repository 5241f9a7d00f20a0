import { Link } from "@tanstack/react-router";
import { useFormats } from "../i18n/use-formats.tsx";
import { Value } from "../ui/Value.tsx";
import { usePropertyNames } from "./property-names.tsx";

export type StoredValue = string | boolean | readonly string[] | null;

interface PropertyValueProps {
  /** The key of the field that it is a value of. */
  property: string;
  value: StoredValue;
  /** The user or team that the value names, where it is in the directory. */
  link?: { type: "user" | "team"; id: string | null } | undefined;
  /** In rows of the big grid links are no stops of the Tab key. */
  isFocusable?: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A value of a field as people read it: days and languages in words, managers and teams as links. */
export function PropertyValue({ property, value, link, isFocusable = true }: PropertyValueProps) {
  const { calendarDay, languageName } = useFormats();
  const { isDate } = usePropertyNames();
  if (typeof value !== "string" || value === "") return <Value value={value} />;
  if (link?.id != null) {
    return (
      <Link
        to={`/${link.type}s/${link.id}` as string}
        search={{}}
        {...(isFocusable ? {} : { tabIndex: -1 })}
      >
        {value}
      </Link>
    );
  }
  if (isDate(property) && DAY.test(value)) {
    return (
      <time dateTime={value} title={value}>
        {calendarDay(value)}
      </time>
    );
  }
  if (property === "languagePreferences") {
    const name = languageName(value);
    return name === null ? value : <span title={value}>{name}</span>;
  }
  return value;
}

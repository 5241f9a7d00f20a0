import { useEffect, useRef, useState } from "react";
import { SearchField } from "../../ui/SearchField.tsx";

interface ListSearchProps {
  label: string;
  /** What is searched now; the address keeps it. */
  value: string;
  onSearch: (text: string) => void;
}

/** A pause in typing, after which is searched: a search looks through everybody. */
const PAUSE_MS = 180;

/** Searches a list while one types. */
export function ListSearch({ label, value, onSearch }: ListSearchProps) {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The address changed by itself, as by Back or Clear.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    clearTimeout(timer.current);
    setTyped(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (text: string) => {
    clearTimeout(timer.current);
    if (text === sent.current) return;
    sent.current = text;
    onSearch(text);
  };
  return (
    <SearchField
      label={label}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        clearTimeout(timer.current);
        if (text === "") search(text);
        else timer.current = setTimeout(() => search(text), PAUSE_MS);
      }}
      onSubmit={search}
    />
  );
}

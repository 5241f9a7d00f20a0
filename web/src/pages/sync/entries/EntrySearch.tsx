import { useEffect, useRef, useState } from "react";
import { useMessages } from "../../../i18n/use-messages.ts";
import { SearchField } from "../../../ui/SearchField.tsx";
import { useSearchChanges } from "../../../url/use-search-state.ts";
import type { SyncSearch } from "../search.ts";
import { entriesMessages } from "./messages.ts";

/** A pause in typing, after which is searched: a search looks through every row of the report. */
const PAUSE_MS = 180;

/** Searches the rows while one types; the address follows. */
export function EntrySearch({ value }: { value: string }) {
  const t = useMessages(entriesMessages);
  const { type } = useSearchChanges<SyncSearch>();
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
    type({ q: text === "" ? undefined : text, row: undefined });
  };
  return (
    <SearchField
      label={t("search")}
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

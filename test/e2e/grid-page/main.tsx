import "./page.css";
import { StrictMode, useCallback, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { LanguageProvider } from "../../../web/src/i18n/language.tsx";
import "../../../web/src/styles/tokens.css";
import "../../../web/src/styles/base.css";
import { BigGrid, type BigGridHandle } from "../../../web/src/ui/grid/BigGrid.tsx";
import type { GridColumn } from "../../../web/src/ui/grid/grid-column.ts";
import type { LoadRows } from "../../../web/src/ui/grid/row-pages.ts";
import type { GridPosition } from "../../../web/src/ui/grid/row-scroller.ts";
import { useRowPages } from "../../../web/src/ui/grid/use-row-pages.ts";
import type { TestRow } from "./rows.ts";

const COLUMNS: readonly GridColumn<TestRow>[] = [
  {
    id: "type",
    header: "Type",
    width: "14rem",
    narrow: "9rem",
    cell: ({ type }) => (
      <span className="type">
        <span className="sign" aria-hidden="true">
          ~
        </span>
        {type}
      </span>
    ),
  },
  {
    id: "user",
    header: "User",
    width: "11rem",
    narrow: "minmax(0, 1fr)",
    cell: ({ name, email }, isNarrow) => (
      <>
        <b>{name}</b>
        {isNarrow && <div className="muted">{email}</div>}
      </>
    ),
  },
  {
    id: "email",
    header: "Email",
    width: "minmax(0, 1fr)",
    narrow: "hidden",
    cell: ({ email }) => <span className="muted">{email}</span>,
  },
  {
    id: "change",
    header: "Change",
    width: "minmax(0, 1.4fr)",
    narrow: "minmax(0, 1fr)",
    cell: ({ before, after }) => (
      <span className="change">
        Job title: <s>{before}</s> → <strong>{after}</strong>
      </span>
    ),
  },
  {
    id: "number",
    header: "Row",
    width: "6rem",
    narrow: "hidden",
    align: "end",
    cell: ({ number }) => number.toLocaleString("en"),
  },
];

/** Where the page was left, as a real page keeps it beside its address. */
function readStart(): GridPosition | undefined {
  const kept = history.state as { position?: GridPosition } | null;
  return kept?.position;
}

function Page() {
  const [list, setList] = useState(() => new URLSearchParams(location.search).get("rows") ?? "0");
  const [selected, setSelected] = useState<number | null>(null);
  const [places, setPlaces] = useState(() => new Map([[list, readStart()]]));
  const start = places.get(list);
  const grid = useRef<BigGridHandle>(null);
  const load = useCallback<LoadRows<TestRow>>(
    async (offset, limit, signal) => {
      const answer = await fetch(`/rows?of=${list}&offset=${offset}&limit=${limit}`, { signal });
      if (!answer.ok) throw new Error(`The rows answered ${answer.status}`);
      return answer.json() as Promise<{ items: TestRow[]; total: number }>;
    },
    [list],
  );
  const shown = useRowPages({ key: list, load, first: start?.index ?? 0 });
  return (
    <>
      <header className="bar">
        <h1>Rows</h1>
        <input
          aria-label="Row"
          onKeyDown={({ key, currentTarget }) => {
            if (key === "Enter") grid.current?.goTo(Number(currentTarget.value) - 1, "center");
          }}
        />
        <button type="button" onClick={() => setList("12")}>
          Twelve rows
        </button>
        <button type="button" onClick={() => setList("1000000")}>
          A million rows
        </button>
        <button type="button" onClick={() => grid.current?.move(1)}>
          Next
        </button>
        <button type="button" onClick={() => shown.rows.refresh()}>
          Refresh
        </button>
        <output>{selected === null ? "closed" : `open ${selected + 1}`}</output>
      </header>
      <main className="grid-place">
        <BigGrid
          ref={grid}
          label="Test rows"
          columns={COLUMNS}
          {...shown}
          selectedIndex={selected}
          start={start}
          onOpen={setSelected}
          onRest={(position) => {
            setPlaces((before) => new Map(before).set(list, position));
            history.replaceState({ position }, "");
          }}
          empty={<p>No rows.</p>}
        />
      </main>
    </>
  );
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <LanguageProvider>
      <Page />
    </LanguageProvider>
  </StrictMode>,
);

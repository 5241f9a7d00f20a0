import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";
import { useFormats } from "../i18n/use-formats.tsx";
import { classNames } from "./class-names.ts";
import "./tabs.css";

export interface TabOption<Value extends string> {
  value: Value;
  label: string;
  /** How much is behind it; left out while it is not known. */
  count?: number | undefined;
}

interface TabsProps<Value extends string> {
  /** What the tabs are of, for who hears the page. */
  label: string;
  tabs: readonly TabOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** The panel takes the height that is left, for a grid that scrolls in itself. */
  isTall?: boolean;
  /** What the chosen tab shows. */
  children: ReactNode;
}

/** Parts of a page of which one is shown. The page keeps which one, in its address. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onChange,
  isTall = false,
  children,
}: TabsProps<Value>) {
  const { number } = useFormats();
  return (
    <AriaTabs
      className={classNames("tabs", isTall && "is-tall")}
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.value === key);
        if (chosen !== undefined && chosen.value !== value) onChange(chosen.value);
      }}
      // Moving with the arrows must not fill the history with every tab that is passed.
      keyboardActivation="manual"
    >
      <TabList aria-label={label} className="tab-list">
        {tabs.map((tab) => (
          <Tab key={tab.value} id={tab.value} className="tab">
            {tab.label}
            {tab.count !== undefined && <span className="tab-count">{number(tab.count)}</span>}
          </Tab>
        ))}
      </TabList>
      {/* A panel keeps the id that it began with: another tab has a panel of its own. */}
      <TabPanel key={value} id={value} className="tab-panel">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}

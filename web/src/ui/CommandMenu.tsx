import { type ReactNode, useRef } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
} from "react-aria-components/Menu";
import { SearchField as AriaSearchField } from "react-aria-components/SearchField";
import { Icon } from "./icons/Icon.tsx";
import type { IconName } from "./icons/paths.ts";
import "./command-menu.css";
import "./menu.css";

/** One thing that can be opened or done. */
export interface Command {
  id: string;
  label: string;
  icon?: IconName;
  hint?: string;
  onRun: () => void;
}

export interface CommandGroup {
  title: string;
  commands: readonly Command[];
  /** Found for what was typed before: Enter does not take it unseen. */
  isOld?: boolean;
}

interface CommandMenuProps {
  /** What is searched, in words. */
  label: string;
  text: string;
  onTextChange: (text: string) => void;
  /** What the text has found already; nothing more is filtered here. */
  groups: readonly CommandGroup[];
  /** In place of the list while it is empty. */
  empty: ReactNode;
}

/** A field and under it what its text finds; the arrows move through the list while one types. */
export function CommandMenu({ label, text, onTextChange, groups, empty }: CommandMenuProps) {
  const filled = groups.filter(({ commands }) => commands.length > 0);
  const runs = new Map(filled.flatMap(({ commands }) => commands.map((it) => [it.id, it.onRun])));
  const field = useRef<HTMLInputElement>(null);
  // Enter takes what the arrows are on; before they were used, the first.
  const runFirst = () => {
    const isChosen = field.current?.getAttribute("aria-activedescendant") != null;
    if (!isChosen) filled.find(({ isOld }) => isOld !== true)?.commands[0]?.onRun();
  };
  return (
    // What was found for fewer letters may go again: nothing is chosen before the arrows are used.
    <Autocomplete inputValue={text} onInputChange={onTextChange} disableAutoFocusFirst>
      <AriaSearchField
        aria-label={label}
        autoFocus
        className="search-field command-field"
        onSubmit={runFirst}
      >
        <Icon name="search" />
        <Input className="field-input" placeholder={label} ref={field} />
      </AriaSearchField>
      <AriaMenu
        className="menu command-list"
        aria-label={label}
        onAction={(key) => runs.get(String(key))?.()}
        renderEmptyState={() => <div className="command-empty">{empty}</div>}
      >
        {filled.map(({ title, commands }) => (
          <AriaMenuSection key={title} aria-label={title}>
            <Header className="menu-heading">{title}</Header>
            {commands.map(({ id, label: words, icon, hint }) => (
              <AriaMenuItem key={id} id={id} textValue={words} className="menu-item">
                {icon !== undefined && <Icon name={icon} />}
                <span className="menu-words">
                  {words}
                  {hint !== undefined && <span className="menu-hint">{hint}</span>}
                </span>
              </AriaMenuItem>
            ))}
          </AriaMenuSection>
        ))}
      </AriaMenu>
    </Autocomplete>
  );
}

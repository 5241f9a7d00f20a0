import { createElement, Fragment, type ReactNode, useMemo } from "react";
import { useLanguage } from "./language.tsx";
import {
  type EnglishCatalogue,
  fillMessage,
  type Messages,
  type Translate,
  type TranslateInPieces,
} from "./messages.ts";

/** The messages of a part in the language of the pages: `const t = useMessages(syncsMessages); t("rows", { n: 3 })`. */
export function useMessages<En extends EnglishCatalogue>(messages: Messages<En>): Translate<En> {
  const language = useLanguage();
  return useMemo(
    () =>
      (key, ...[values]) =>
        fillMessage<string>(messages, language, key, values).join(""),
    [messages, language],
  );
}

/** The same for messages with elements in them: `rich("ask", { admin: <b>{name}</b> })`. */
export function useRichMessages<En extends EnglishCatalogue>(messages: Messages<En>) {
  const language = useLanguage();
  return useMemo<TranslateRich<En>>(
    () =>
      (key, ...[values]) =>
        createElement(
          Fragment,
          null,
          ...fillMessage<ReactNode>(messages, language, key, values as Record<string, ReactNode>),
        ),
    [messages, language],
  );
}

type TranslateRich<En extends EnglishCatalogue> = <Key extends keyof En & string>(
  key: Key,
  ...values: Parameters<TranslateInPieces<Pick<En, Key>, ReactNode>> extends [
    unknown,
    ...infer Rest,
  ]
    ? Rest
    : never
) => ReactNode;

import type { ReactNode } from "react";
import { LanguageMenu, ThemeMenu } from "./FrameMenus.tsx";
import { usePageTitle } from "./use-page-title.ts";
import "./plain-page.css";

interface PlainPageProps {
  title: string;
  children: ReactNode;
  /** The name of the product, over the card. */
  product?: string;
}

/** A page without the bar: one card in the middle, for signing in and for what keeps the pages from being shown. */
export function PlainPage({ title, children, product = "Muster" }: PlainPageProps) {
  usePageTitle(title);
  return (
    <div className="plain-page">
      <main className="plain-card">
        <p className="plain-product">{product}</p>
        <h1>{title}</h1>
        {children}
      </main>
      <footer className="plain-foot">
        <ThemeMenu />
        <LanguageMenu />
      </footer>
    </div>
  );
}

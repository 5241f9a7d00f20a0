import { useQuery } from "@tanstack/react-query";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { type Me, meQuery } from "../api/me.ts";
import { workspaceQuery } from "../api/workspace.ts";
import { ClockProvider } from "../i18n/use-formats.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { Button } from "../ui/Button.tsx";
import { NARROW, useMedia } from "../ui/use-media.ts";
import { ConnectionBar } from "./ConnectionBar.tsx";
import { FrameFoot } from "./FrameFoot.tsx";
import { frameMessages } from "./messages.ts";
import { Navigation } from "./Navigation.tsx";
import { Overlays } from "./Overlays.tsx";
import { RunningMark } from "./RunningMark.tsx";
import { useAccountPreferences } from "./use-preferences.ts";
import { WorkspaceHead } from "./WorkspaceHead.tsx";
import "./frame.css";

/** What stands around every page of somebody who is signed in: the bar with the pages, and the page itself. */
export function Frame() {
  const t = useMessages(frameMessages);
  const { data: me } = useQuery(meQuery);
  const { data: workspace } = useQuery(workspaceQuery);
  const isNarrow = useMedia(NARROW);
  useAccountPreferences(me, workspace?.defaultLanguage);
  const zone = me?.preferences.timeZone ?? workspace?.timeZone;
  if (me === undefined) return null;
  return (
    <ClockProvider {...(zone === undefined ? {} : { zone })}>
      <a href="#main" className="skip-link">
        {t("skip")}
      </a>
      <RunningMark />
      <Overlays />
      <div className="frame">
        {isNarrow ? <TopBar me={me} /> : <SideBar me={me} />}
        <div className="frame-page">
          <ConnectionBar />
          <main id="main" tabIndex={-1} className="page">
            <Outlet />
          </main>
        </div>
      </div>
    </ClockProvider>
  );
}

function SideBar({ me }: { me: Me }) {
  return (
    <header className="side-bar">
      <WorkspaceHead me={me} />
      <Navigation />
      <FrameFoot me={me} />
    </header>
  );
}

const TopBarMenu = lazy(async () => ({
  default: (await import("./TopBarMenu.tsx")).TopBarMenu,
}));

function TopBar({ me }: { me: Me }) {
  const t = useMessages(frameMessages);
  // Open on the page it was opened on: going to another one closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const place = useRouterState({ select: ({ location }) => location.pathname });
  return (
    <header className="top-bar">
      <Button
        tone="quiet"
        icon="menu"
        aria-label={t("openMenu")}
        onPress={() => setOpenAt(place)}
      />
      <WorkspaceHead me={me} />
      {openAt === place && (
        <Suspense>
          <TopBarMenu me={me} onClose={() => setOpenAt(null)} />
        </Suspense>
      )}
    </header>
  );
}

import { LIVE_REGION } from "./announce.ts";

/** Stands once on the page, outside of what dialogs cover. */
export function LiveRegion() {
  return <div id={LIVE_REGION} className="heard" aria-live="polite" data-live-announcer="true" />;
}

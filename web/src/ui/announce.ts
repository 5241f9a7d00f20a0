/**
 * Says something to who hears the page, without showing it. For milestones only (started, half, finished, copied):
 * never for each tick of a number.
 */
export function announce(text: string): void {
  const region = document.getElementById(LIVE_REGION);
  if (region === null) return;
  // The same words twice are a change only when the first are gone.
  region.textContent = "";
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}

/** The element that {@link announce} speaks through; LiveRegion puts it on the page. */
export const LIVE_REGION = "live-region";

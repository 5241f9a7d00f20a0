/**
 * Browsers cap the height of an element (Chromium at 33,554,428 device pixels), and positions beyond 2^23 pixels lose
 * their halves. So past this height the scroll bar stands for more than it measures.
 */
export const TALLEST_TRACK = 8_000_000;
/** In device pixels, below every browser's cap: at a high zoom a CSS pixel is many of them. */
const TALLEST_DEVICE_TRACK = 32_000_000;
/** So far from both ends a pixel of the scroll bar is a pixel of the rows, so that wheels reach the ends exactly. */
const EXACT_EDGE = 20_000;

/** How the scroll bar's way maps onto the rows. All in CSS pixels. */
export interface ScrollScale {
  /** Height of all rows. */
  content: number;
  /** Height that the browser scrolls over; less than `content` where that is too tall. */
  track: number;
  /** Height in which rows are seen. */
  view: number;
  /** How far the browser scrolls when the thumb is dragged by a device pixel. */
  thumbStep: number;
}

/** The scale for so many rows in such a view. */
export function createScale(content: number, view: number, pixelRatio = 1): ScrollScale {
  const tallest = Math.min(TALLEST_TRACK, Math.floor(TALLEST_DEVICE_TRACK / pixelRatio));
  const track = Math.min(content, Math.max(tallest, view));
  return { content, track, view, thumbStep: (track - view) / Math.max(1, view * pixelRatio) };
}

/** Whether the scroll bar stands for more than it measures. */
export function isScaled({ content, track }: ScrollScale): boolean {
  return content > track;
}

/** The furthest position: the last row at the lower end of the view. */
export function furthestPosition({ content, view }: ScrollScale): number {
  return Math.max(0, content - view);
}

/** The furthest that the browser scrolls. */
export function furthestTop({ track, view }: ScrollScale): number {
  return Math.max(0, track - view);
}

/** What is at the upper end of the view when the scroll bar is at `top`. */
export function toPosition(scale: ScrollScale, top: number): number {
  return mapBetween(top, furthestTop(scale), furthestPosition(scale));
}

/** Where the scroll bar stands when `position` is at the upper end of the view. */
export function toTop(scale: ScrollScale, position: number): number {
  return mapBetween(position, furthestPosition(scale), furthestTop(scale));
}

/** Maps [0, from] onto [0, to]: pixel by pixel near both ends, by ratio between. */
function mapBetween(value: number, from: number, to: number): number {
  const at = Math.min(Math.max(value, 0), from);
  if (from === to) return at;
  const edge = Math.min(EXACT_EDGE, Math.min(from, to) / 2);
  if (at <= edge) return at;
  if (from - at <= edge) return to - (from - at);
  return edge + ((at - edge) * (to - 2 * edge)) / (from - 2 * edge);
}

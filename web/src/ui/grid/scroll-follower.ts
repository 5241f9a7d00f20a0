import { furthestPosition, isScaled, type ScrollScale, toPosition, toTop } from "./scroll-scale.ts";

/** Where the rows are, beside where the browser's scroll bar is. */
export interface Following {
  /** What is at the upper end of the view, in pixels of all rows. */
  readonly position: number;
  /** The scroll bar, as it was last seen. */
  readonly top: number;
}

export const AT_START: Following = { position: 0, top: 0 };

/**
 * Follows the scroll bar to `top`. Wheels, fingers and keys move the rows by as many pixels as the browser moved; a
 * dragged thumb moves them by ratio. Which it is shows in how far: a thumb cannot be dragged by less than a pixel.
 * `isExact` says that a wheel or a finger is at work, however far it moves.
 */
export function followScroll(
  scale: ScrollScale,
  { position, top: before }: Following,
  top: number,
  isExact: boolean,
): Following {
  if (!isScaled(scale)) return { position: clampPosition(scale, top), top };
  const moved = top - before;
  if (isExact || Math.abs(moved) <= Math.max(scale.view, scale.thumbStep / 2)) {
    return { position: clampPosition(scale, position + moved), top };
  }
  // Whole pixels, or every text would be drawn between two of them.
  return { position: clampPosition(scale, Math.round(toPosition(scale, top))), top };
}

/**
 * Where the scroll bar should be once nobody moves it: exact moves leave it a little beside its place. Null when it is
 * there.
 */
export function findRest(scale: ScrollScale, { position, top }: Following): number | null {
  const rest = toTop(scale, position);
  return Math.abs(rest - top) >= 1 ? rest : null;
}

/** Whether the scroll bar came to its end before the rows came to theirs, so that no wheel could move them further. */
export function isStuck(scale: ScrollScale, { position, top }: Following): boolean {
  if (!isScaled(scale)) return false;
  const room = scale.view;
  return (
    (top < room && position > top + 1) ||
    (scale.track - scale.view - top < room &&
      furthestPosition(scale) - position > scale.track - scale.view - top + 1)
  );
}

export function clampPosition(scale: ScrollScale, position: number): number {
  return Math.min(Math.max(position, 0), furthestPosition(scale));
}

import {
  drawnRows,
  isSameRange,
  NO_ROWS,
  positionOfRow,
  type RowRange,
  seenRows,
} from "./row-window.ts";
import {
  AT_START,
  clampPosition,
  type Following,
  findRest,
  followScroll,
  isStuck,
} from "./scroll-follower.ts";
import { ScrollHands } from "./scroll-hands.ts";
import { createScale, isScaled, type ScrollScale, toTop } from "./scroll-scale.ts";

/** A place in the rows: the first row in view, and how much of it is above. */
export interface GridPosition {
  readonly index: number;
  readonly offset: number;
}

/** The elements that the rows scroll in. */
export interface ScrollerParts {
  /** Scrolls; holds the other two. */
  scroller: HTMLElement;
  /** Stays at the upper end. */
  head: HTMLElement;
  /** As tall as the scroll bar is to be. */
  body: HTMLElement;
  /** In the body; holds the drawn rows one under the other. */
  block: HTMLElement;
}

export interface ScrollerEvents {
  /** Other rows are to be on the page: at once when the browser is about to paint, `isUrgent`. */
  onDraw(rows: RowRange, isUrgent: boolean): void;
  /** Other rows are in view; `isFast` when they are passing by. */
  onSee(rows: RowRange, isFast: boolean): void;
  /** Nobody moves the rows any more. */
  onRest(position: GridPosition): void;
}

/** So long without a move is a rest. Browsers tell of an end at every turn of a wheel, which is too often. */
const REST_MS = 150;
/** A move by more views than this in one frame shows rows that nobody can read. */
const FAST_VIEWS = 3;

/** Moves very many rows under a native scroll bar, so that wheels, fingers and thumbs feel as they do anywhere. */
export class RowScroller {
  readonly #parts: ScrollerParts;
  readonly #events: ScrollerEvents;
  readonly #hands: ScrollHands;
  readonly #observer: ResizeObserver;
  #scale: ScrollScale = createScale(0, 0);
  #headHeight = 0;
  #rowCount = 0;
  #rowHeight = 1;
  #at: Following = AT_START;
  #seen: RowRange = NO_ROWS;
  #drawn: RowRange = NO_ROWS;
  #isUrgent = false;
  /** What was written to which style, so that nothing is written twice. */
  readonly #written = new Map<string, string>();
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: ScrollerParts, events: ScrollerEvents) {
    this.#parts = parts;
    this.#events = events;
    this.#hands = new ScrollHands(parts.scroller);
    parts.scroller.addEventListener("scroll", this.#onScroll, { passive: true });
    this.#observer = new ResizeObserver(() => this.#urgently(() => this.#measure()));
    this.#observer.observe(parts.scroller);
    this.#observer.observe(parts.head);
  }

  get position(): GridPosition {
    const index = Math.floor(this.#at.position / this.#rowHeight);
    return { index, offset: this.#at.position - index * this.#rowHeight };
  }

  /** Rows that are whole in a view. */
  get pageRows(): number {
    return Math.max(1, Math.floor(this.#scale.view / this.#rowHeight));
  }

  /** The first row that is whole in the view. */
  get firstWhole(): number {
    return Math.min(
      Math.ceil(this.#at.position / this.#rowHeight),
      Math.max(0, this.#rowCount - 1),
    );
  }

  /** There are other rows: they begin at `place`. Without one the first in view stays where it is. */
  setRows(rowCount: number, rowHeight: number, place?: GridPosition): void {
    const { index, offset } = place ?? this.position;
    const isSameHeight = this.#rowHeight === rowHeight;
    this.#rowCount = rowCount;
    this.#rowHeight = rowHeight;
    this.#measure(index * rowHeight + (isSameHeight || place !== undefined ? offset : 0));
  }

  showRow(index: number, at: "nearest" | "start" | "center" = "nearest"): void {
    const { view } = this.#scale;
    const place = { position: this.#at.position, view, rowHeight: this.#rowHeight };
    const to = positionOfRow(index, at, place);
    if (to !== this.#at.position) this.#moveTo(to);
  }

  /** Puts the block where its rows belong; after they were drawn. */
  placeBlock(): void {
    const { first, end } = this.#drawn;
    const { block } = this.#parts;
    const top = first * this.#rowHeight - (this.#at.position - this.#at.top);
    this.#write(block, "margin-top", `${top}px`);
    // The block sticks to the view by its far end: when the browser scrolls before we have drawn, the last rows stay
    // in sight instead of nothing.
    const beyond = Math.min(0, this.#scale.view - (end - first) * this.#rowHeight);
    this.#write(block, "top", `${this.#headHeight + beyond}px`);
    this.#write(block, "bottom", `${beyond}px`);
  }

  close(): void {
    this.#parts.scroller.removeEventListener("scroll", this.#onScroll);
    this.#hands.close();
    this.#observer.disconnect();
    clearTimeout(this.#resting);
  }

  /** The browser has moved or resized something and paints next. */
  #urgently(work: () => void): void {
    this.#isUrgent = true;
    try {
      work();
    } finally {
      this.#isUrgent = false;
    }
  }

  readonly #onScroll = (): void => {
    this.#urgently(() => this.#follow());
    this.#restLater();
  };

  #follow(): void {
    const before = this.#at;
    const { scrollTop } = this.#parts.scroller;
    this.#at = followScroll(this.#scale, before, scrollTop, this.#hands.isExact);
    if (isStuck(this.#scale, this.#at)) this.#settle();
    const moved = Math.abs(this.#at.position - before.position);
    this.#update(moved > FAST_VIEWS * this.#scale.view);
  }

  #restLater(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#urgently(() => this.#rest()), REST_MS);
  }

  #rest(): void {
    if (this.#hands.isHeld) {
      this.#restLater();
      return;
    }
    this.#hands.rest();
    this.#settle();
    this.#update(false, true);
    this.#events.onRest(this.position);
  }

  /** Puts the scroll bar where it belongs without moving the rows. */
  #settle(): void {
    const rest = findRest(this.#scale, this.#at);
    if (rest === null) return;
    this.#writeTop(rest);
    this.placeBlock();
  }

  #moveTo(position: number): void {
    const to = clampPosition(this.#scale, Math.round(position));
    this.#at = { position: to, top: this.#at.top };
    this.#writeTop(toTop(this.#scale, to));
    this.#update(false);
  }

  /** The browser may round what it is told. */
  #writeTop(top: number): void {
    const { scroller } = this.#parts;
    scroller.scrollTop = top;
    const { scrollTop } = scroller;
    const position = isScaled(this.#scale) ? this.#at.position : scrollTop;
    this.#at = { position, top: scrollTop };
  }

  #measure(position = this.#at.position): void {
    const { scroller, head, body } = this.#parts;
    this.#headHeight = head.offsetHeight;
    const view = Math.max(0, scroller.clientHeight - this.#headHeight);
    const content = this.#rowCount * this.#rowHeight;
    this.#scale = createScale(content, view, window.devicePixelRatio);
    this.#write(body, "height", `${this.#scale.track}px`);
    if (view > 0) this.#moveTo(position);
    // Not laid out: a hidden page. The place is kept until it is.
    else this.#at = { position, top: this.#at.top };
  }

  #update(isFast: boolean, isRest = false): void {
    const { position } = this.#at;
    const seen = seenRows(position, this.#scale.view, this.#rowHeight, this.#rowCount);
    const isNew = !isSameRange(seen, this.#seen);
    this.#seen = seen;
    if (isNew || isRest) this.#events.onSee(seen, isFast);
    const drawn = drawnRows(seen, this.#rowCount);
    if (isSameRange(drawn, this.#drawn)) {
      this.placeBlock();
    } else {
      this.#drawn = drawn;
      this.#events.onDraw(drawn, this.#isUrgent);
    }
  }

  #write(element: HTMLElement, style: string, value: string): void {
    if (this.#written.get(style) === value) return;
    this.#written.set(style, value);
    element.style.setProperty(style, value);
  }
}

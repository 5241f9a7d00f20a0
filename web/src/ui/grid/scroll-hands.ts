/** A wheel that pauses for less is still the same hand: its next turn may scroll before the page hears of it. */
const WHEEL_MS = 300;

/** Knows what moves a scroll bar: a wheel or fingers, which move by pixels, or a dragged thumb. */
export class ScrollHands {
  readonly #abort = new AbortController();
  #isExact = false;
  #fingers = 0;
  #ends: ReturnType<typeof setTimeout> | undefined;

  constructor(scroller: HTMLElement) {
    const options = { passive: true, signal: this.#abort.signal };
    scroller.addEventListener("wheel", () => this.#begin(), options);
    for (const type of ["touchstart", "touchend", "touchcancel"] as const) {
      scroller.addEventListener(type, ({ touches }) => this.#countFingers(touches.length), options);
    }
    const onPointerDown = ({ target, offsetX }: PointerEvent) => {
      // Beside its content: on the scroll bar.
      if (target === scroller && offsetX > scroller.clientWidth) this.#isExact = false;
    };
    scroller.addEventListener("pointerdown", onPointerDown, options);
  }

  /** A wheel or a finger is at work: the rows move by what the browser moves, however far. */
  get isExact(): boolean {
    return this.#isExact;
  }

  /** A finger is on the rows, even when it holds still. */
  get isHeld(): boolean {
    return this.#fingers > 0;
  }

  /** Nothing has moved for a while. */
  rest(): void {
    clearTimeout(this.#ends);
    this.#ends = setTimeout(() => {
      this.#isExact = false;
    }, WHEEL_MS);
  }

  close(): void {
    this.#abort.abort();
    clearTimeout(this.#ends);
  }

  #begin(): void {
    clearTimeout(this.#ends);
    this.#isExact = true;
  }

  #countFingers(count: number): void {
    this.#fingers = count;
    if (count > 0) this.#begin();
  }
}

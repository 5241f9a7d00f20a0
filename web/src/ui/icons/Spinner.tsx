import "./icon.css";

/** Something is going on; the words beside it say what. */
export function Spinner({ size = 16 }: { size?: 12 | 14 | 16 | 20 }) {
  return (
    <svg
      className="icon spinner"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path d="M8 2.5A5.5 5.5 0 1 1 2.5 8" />
    </svg>
  );
}

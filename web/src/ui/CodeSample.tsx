import { useId } from "react";
import { CopyButton } from "./CopyButton.tsx";
import "./code-sample.css";

interface CodeSampleProps {
  /** What it is, over it. */
  title: string;
  /** What the button copies, after "Copy": "request". */
  what: string;
  children: string;
}

/** Lines for a terminal or a script, to be copied. */
export function CodeSample({ title, what, children }: CodeSampleProps) {
  const id = useId();
  return (
    <figure className="code-sample" aria-labelledby={id}>
      <figcaption>
        <span id={id}>{title}</span>
        <CopyButton text={children} what={what} />
      </figcaption>
      <pre>
        <code>{children}</code>
      </pre>
    </figure>
  );
}

/** A place in a text: both count from 1; `column` counts UTF-16 units of the line. */
export interface TextPosition {
  line: number;
  column: number;
  /** The text so far ends with CR: an LF that follows belongs to the same line break. */
  afterReturn: boolean;
}

/** The place where a text starts. */
export const TEXT_START: TextPosition = { line: 1, column: 1, afterReturn: false };

/** Where one stands after reading `text` from `start` on. LF, CR and CRLF each end one line. */
export function advancePosition(start: TextPosition, text: string): TextPosition {
  if (text === "") return start;
  const { breaks, lastEnd } = text.includes("\r") ? scanBreaks(text) : scanFeeds(text);
  const continues = start.afterReturn && text.charCodeAt(0) === 0x0a;
  return {
    line: start.line + breaks - (continues ? 1 : 0),
    column: lastEnd === -1 ? start.column + text.length : 1 + text.length - lastEnd,
    afterReturn: text.charCodeAt(text.length - 1) === 0x0d,
  };
}

/** Number of line breaks in a text: LF, CR and CRLF each count once. */
export function countLineBreaks(text: string): number {
  return (text.includes("\r") ? scanBreaks(text) : scanFeeds(text)).breaks;
}

function scanFeeds(text: string): { breaks: number; lastEnd: number } {
  let breaks = 0;
  let lastEnd = -1;
  for (let i = text.indexOf("\n"); i !== -1; i = text.indexOf("\n", i + 1)) {
    breaks++;
    lastEnd = i + 1;
  }
  return { breaks, lastEnd };
}

function scanBreaks(text: string): { breaks: number; lastEnd: number } {
  let breaks = 0;
  let lastEnd = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x0a && code !== 0x0d) continue;
    if (code === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
    breaks++;
    lastEnd = i + 1;
  }
  return { breaks, lastEnd };
}

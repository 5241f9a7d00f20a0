/** The first line of a CSV text that is not blank; line breaks within quotation marks belong to it. "" = none. */
export function findHeader(text: string): string {
  const first = text.search(/[^ \t\r\n]/);
  if (first === -1) return "";
  // A header may begin with a blank name.
  const start = Math.max(text.lastIndexOf("\n", first), text.lastIndexOf("\r", first)) + 1;
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === "\n" || character === "\r")) return text.slice(start, at);
  }
  return text.slice(start);
}

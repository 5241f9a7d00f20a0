/**
 * Text from a report or a server, made safe to print: a name in a pushed file must not be able to move the cursor,
 * colour the screen or turn the line around (control characters, escape sequences, bidirectional overrides).
 */
export function cleanText(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    "\ufffd",
  );
}

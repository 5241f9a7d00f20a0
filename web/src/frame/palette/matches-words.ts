/** Whether a label has every word that was typed, or its beginning, in any order; case and accents do not matter. */
export function matchesWords(label: string, typed: string): boolean {
  const words = fold(label).split(/[^\p{L}\p{N}]+/u);
  const wanted = fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  if (wanted.length === 0) return typed.trim() === "";
  return wanted.every((want) => words.some((word) => word.startsWith(want)));
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

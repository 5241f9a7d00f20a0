/** What a list of products as given means in this workspace (domain rules, sections 6 and 11). */
export interface ProductChoice {
  /** In the workspace's spelling, sorted. `null` = leave what is there. Empty = none. */
  products: string[] | null;
  unknown: string[];
}

/** `given`: the list as normalised; `null` = blank, which means the default product. */
export function resolveProducts(
  given: readonly string[] | null,
  known: readonly string[],
  defaultProduct: string | null,
): ProductChoice {
  if (given === null || given.length === 0) {
    return { products: defaultProduct === null ? [] : [defaultProduct], unknown: [] };
  }
  const bySpelling = new Map(known.map((name) => [name.normalize("NFC").toLowerCase(), name]));
  const products = new Set<string>();
  const unknown = new Set<string>();
  for (const name of given) {
    const match = bySpelling.get(name.toLowerCase());
    if (match === undefined) unknown.add(name);
    else products.add(match);
  }
  return { products: products.size === 0 ? null : [...products].sort(), unknown: [...unknown] };
}

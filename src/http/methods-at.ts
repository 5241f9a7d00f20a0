/** Knows which methods each address answers, to tell a wrong method (405) from a wrong address (404). */
export class MethodTable {
  readonly #routes: { method: string; pattern: RegExp }[] = [];

  add(methods: string | string[], url: string): void {
    const source = url
      .split("/")
      .map((part) => (part.startsWith(":") ? "[^/]+" : part === "*" ? ".*" : escapeRegExp(part)))
      .join("/");
    for (const method of [methods].flat()) {
      this.#routes.push({ method, pattern: new RegExp(`^${source}$`) });
    }
  }

  /** The methods that `path` answers, in alphabetical order; none when there is nothing. */
  at(path: string): string[] {
    const found = this.#routes
      .filter((route) => route.pattern.test(path))
      .map((route) => route.method);
    return [...new Set(found)].sort();
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

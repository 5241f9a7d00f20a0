// @ts-check
/** What a benchmark measures: the built server, as `muster serve` runs it. */
const { main } = await import(new URL("../dist/cli/main.js", import.meta.url).href);
await main(["serve"]);

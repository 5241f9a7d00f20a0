import type { ApiKey } from "../../../src/contract/api-key.ts";
import { DemoClient } from "../../../src/demo/demo-client.ts";
import type { TestServer } from "../support/test-server.ts";
import type { Picture } from "./picture.ts";

const both = { languages: ["en", "fr"], widths: [1440, 360] } as const;

/** The address of the requests of the key with this name. */
function requestsOf(name: string, query = "") {
  return async ({ client }: TestServer) => {
    const { items } = await client.call<{ items: ApiKey[] }>("GET", "/api-keys");
    return `/provisioning/keys?requests=${items.find((key) => key.name === name)?.id}${query}`;
  };
}

/** What a script asks that waits for its sync, and what a key that may only push is refused. */
async function askMuch(server: TestServer): Promise<string> {
  const body = { name: "Payroll export", scope: "push" };
  const { id, key } = await server.client.call<{ id: string; key: string }>(
    "POST",
    "/api-keys",
    body,
  );
  const script = DemoClient.withKey(server.address, key);
  const members = [{ externalMemberId: "k-1", email: "k1@northwind.example" }];
  const { id: sync } = await script.push({ members }, { mode: "partial" });
  await script.settle(sync);
  for (let n = 0; n < 58; n++) await script.readSync(sync);
  await script.listUsers().catch(() => {});
  await script.call("DELETE", "/users/usr_1/").catch(() => {});
  await script.call("PATCH", "/provisioning/settings", {}).catch(() => {});
  await script.push({ members: [{ email: "k1@northwind.example" }] }).catch(() => {});
  return `/provisioning/keys?requests=${id}`;
}

export const pictures: Picture[] = [
  {
    name: "keys-requests",
    path: requestsOf("HR system"),
    ...both,
    prepare: (page) => page.getByRole("dialog").getByRole("table").waitFor(),
  },
  {
    name: "keys-requests-refused",
    path: requestsOf("HR system", "&refused=1"),
    ...both,
    prepare: (page) => page.getByRole("dialog").getByRole("table").waitFor(),
  },
  {
    name: "keys-requests-many",
    path: askMuch,
    data: "empty",
    alone: true,
    ...both,
    widths: [1440, 1000, 360, 320],
    prepare: (page) => page.getByRole("dialog").getByRole("table").waitFor(),
  },
  {
    name: "keys-requests-none",
    path: requestsOf("Bootstrap key"),
    data: "empty",
    ...both,
    prepare: (page) => page.getByText(/^(No requests in|Aucune requête ces)/).waitFor(),
  },
  {
    name: "keys-requests-none-refused",
    path: requestsOf("Bootstrap key", "&refused=1"),
    data: "empty",
    languages: ["en", "fr"],
    prepare: (page) => page.getByText(/^(No refused|Aucune requête refusée)/).waitFor(),
  },
  {
    name: "keys-requests-loading",
    path: requestsOf("HR system"),
    ...both,
    async prepare(page) {
      await page.route("**/requests*", () => {});
      await page.reload();
      await page.getByRole("dialog").waitFor();
      await page.locator('.loading[data-slow="true"]').waitFor();
      // The picture is taken once nothing is busy any more.
      await page.locator(".loading").evaluate((element) => element.removeAttribute("aria-busy"));
    },
  },
  {
    name: "keys-requests-failed",
    path: requestsOf("HR system"),
    ...both,
    allow: [/net::ERR_/, /answered 500/],
    async prepare(page) {
      await page.route("**/requests*", (route) => route.fulfill({ status: 500, json: {} }));
      await page.reload();
      await page.getByRole("button", { name: /^(Retry|Réessayer)/ }).waitFor();
    },
  },
  {
    name: "keys-requests-gone",
    path: "/provisioning/keys?requests=key_99999",
    languages: ["en", "fr"],
    allow: [/404/],
    prepare: (page) => page.getByRole("alert").waitFor(),
  },
];

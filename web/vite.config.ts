import { fileURLToPath } from "node:url";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { messagesInBothLanguages } from "./build/check-messages.ts";

/** The server that `npx vite web` passes calls on to; it must see the host that the browser sees. */
const API = { target: "http://127.0.0.1:8420", changeOrigin: false };

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [
    react(),
    optimizeLocales.vite({ locales: ["en", "fr"] }),
    messagesInBothLanguages(fileURLToPath(new URL("src", import.meta.url))),
  ],
  build: {
    manifest: true,
    // Fonts and icons as data: addresses would be refused by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs, in one piece: cut up by which page shares what, it compresses worse.
        codeSplitting: {
          groups: [
            {
              name: "base",
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|react-aria|react-stately|react-aria-components|@react-aria|@internationalized|@react-stately)[\\/]/,
              minShareCount: 10,
            },
          ],
        },
      },
    },
    // Where light-dark() is known; older browsers would get two of every colour.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
  },
  server: { proxy: { "/api": API, "/healthz": API } },
});

import "./styles/tokens.css";
import "./styles/base.css";
import "@fontsource-variable/inter/index.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiProblem, ServerUnreachable } from "./api/api-problem.ts";
// Before the router, which writes the address anew: it remembers what it was.
import "./url/arrival.ts";
import { App } from "./app.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root.");
createRoot(root, {
  onCaughtError(error) {
    // Refusals and silence are shown on the page; everything else is a fault of ours.
    if (error instanceof ApiProblem || error instanceof ServerUnreachable) return;
    console.error(error);
  },
}).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import "./design/tokens.css";
import "./design/base.css";
import "./design/parts.css";
import "./i18n/i18n";

// A page that the browser kept and brings back, after a sign-out too, knows what nobody may see any more.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    location.reload();
  }
});

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import "./design/tokens.css";
import "./design/base.css";
import "./design/parts.css";
import "./i18n/i18n";
import { showsNothingOnceItWasPutAway } from "./putAway";

showsNothingOnceItWasPutAway();

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./i18n/i18n";
import { Welcome } from "./screens/welcome/Welcome";

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <Welcome />
  </StrictMode>,
);

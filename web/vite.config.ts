import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "target/classes/static",
    emptyOutDir: true,
    // Everything is a file of its own: the content security policy knows no inline data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": "http://localhost:8080", "/login": "http://localhost:8080", "/logout": "http://localhost:8080" } },
  // A test that needs a page says so in its first line: a page takes seconds on a busy machine.
  test: { environment: "node", include: ["src/**/*.test.{ts,tsx}"], pool: "threads" },
});

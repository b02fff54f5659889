// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import "../../i18n/i18n";
import { Disclosed } from "./Disclosed";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("says until which hour a consent holds: with the day alone, one that ends as a day begins would seem to hold on it", async () => {
  const scope = { purposes: ["TREAT"], categories: ["contact"], recipient: "harborlight", expires: "2027-02-01T12:00:00Z" };
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ id: "d", package: {}, scope, notice: { shortText: "s", text: "t" }, labels: [], redisclosure: "consent-only" })));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Disclosed id="d" heading="What they let you know" />
    </QueryClientProvider>,
  );
  expect((await screen.findByText(/2027/)).textContent).toMatch(/2027, \d+:\d\d/);
});

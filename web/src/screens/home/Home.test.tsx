// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import type { Me } from "../../api/types";
import "../../i18n/i18n";
import { MeContext } from "../../parts/me";
import { Home } from "./Home";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const arrived = { id: "r1", direction: "in", status: "requested", businessStatus: "delivered", history: [] };

/** What intake sees at home when that is what they have not answered yet, page by page. */
function intakeAtHome(...pages: readonly (readonly object[])[]) {
  vi.stubGlobal("fetch", (address: string) => {
    const { pathname, searchParams } = new URL(address, "http://localhost");
    if (pathname !== "/api/referrals" || searchParams.get("status") !== "requested") {
      return Promise.resolve(Response.json({ items: [] }));
    }
    const page = Number(searchParams.get("after") ?? "0");
    return Promise.resolve(Response.json({ items: pages[page] ?? [], ...(page + 1 < pages.length && { next: `${page + 1}` }) }));
  });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MeContext value={{ subject: "s", agency: "harborlight", roles: ["intake_coordinator"] } as unknown as Me}>
        <Home />
      </MeContext>
    </QueryClientProvider>,
  );
}

it("finds whoever waits behind many others", async () => {
  const answered = Array.from({ length: 100 }, (_, i) => ({ ...arrived, id: `a${i}`, businessStatus: "awaiting-disclosure" }));
  intakeAtHome(answered, [arrived]);
  expect(await screen.findByText("One person is waiting for your answer")).toBeTruthy();
  expect(screen.queryByText(/There is more/)).toBeNull();
});

it("says that there are more than it could read", async () => {
  intakeAtHome(...Array.from({ length: 30 }, (_, i) => [{ ...arrived, id: `r${i}` }]));
  expect(await screen.findByText("20 people are waiting for your answer")).toBeTruthy();
  expect(screen.getByText("There is more. Not all of it can be shown here.")).toBeTruthy();
});

// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import "../../i18n/i18n";
import { useSeen } from "./News";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const news = (id: string, subjectId: string, readAt?: string) => ({ id, code: "referral-delivered", subjectKind: "referral", subjectId, at: "2026-11-27T19:00:00Z", ...(readAt ? { readAt } : {}) });

function Opened({ id }: { id: string }) {
  useSeen(id);
  return null;
}

it("counts the news of what was opened as read, once, and no others", async () => {
  const items = [news("n1", "r1"), news("n2", "r2"), news("n3", "r1", "2026-11-27T19:05:00Z"), news("n4", "r1")];
  const read: string[] = [];
  vi.stubGlobal("fetch", (address: string, init?: RequestInit) => {
    if (init?.method === "POST") {
      read.push(address);
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    return Promise.resolve(new Response(JSON.stringify({ items }), { status: 200, headers: { "Content-Type": "application/json" } }));
  });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Opened id="r1" />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(read).toEqual(["/api/notifications/n1/reading", "/api/notifications/n4/reading"]));
});

// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import type { Me } from "../../api/types";
import "../../i18n/i18n";
import { MeContext } from "../../parts/me";
import { News, useSeen } from "./News";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const news = (id: string, subjectId: string) => ({ id, code: "referral-delivered", subjectKind: "referral", subjectId, at: "2026-11-27T19:00:00Z" });

function Opened({ id }: { id: string }) {
  useSeen(id);
  return null;
}

/** News as they stand before somebody; gives the addresses at which they are counted as read. */
function shown(role: string, items: readonly object[], next?: string): string[] {
  const read: string[] = [];
  vi.stubGlobal("fetch", (address: string, init?: RequestInit) => {
    if (init?.method === "POST") {
      read.push(address);
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    return Promise.resolve(new Response(JSON.stringify(address === "/api/notifications?unread=true&limit=200" ? { items, next } : { items: [] }), { status: 200, headers: { "Content-Type": "application/json" } }));
  });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MeContext value={{ subject: "s", name: "P", agency: "riverbend", roles: [role] } as Me}>
        <News />
      </MeContext>
    </QueryClientProvider>,
  );
  return read;
}

it.each([
  ["peer_specialist", "client", "/clients/x1"],
  ["supervisor", "consent", "/consents/x1"],
  ["intake_coordinator", "referral", "/referrals/x1"],
])("leads a %s to the %s", async (role, subjectKind, to) => {
  shown(role, [{ ...news("n1", "x1"), subjectKind }]);
  const line = await screen.findByRole("listitem");
  expect(within(line).getByRole("link").getAttribute("href")).toBe(to);
  expect(within(line).queryByRole("button")).toBeNull();
});

it.each([
  ["privacy_officer", "grievance"],
  ["privacy_officer", "client"],
  ["privacy_officer", "consent"],
  ["privacy_officer", "referral"],
  ["intake_coordinator", "client"],
  ["peer_specialist", "handoff"],
])("leads a %s nowhere with news of a %s, which stay until somebody says that it is seen to", async (role, subjectKind) => {
  const read = shown(role, [{ ...news("n1", "x1"), subjectKind }]);
  const line = await screen.findByRole("listitem");
  expect(within(line).queryByRole("link")).toBeNull();
  expect(within(line).getByText("This app has no page for it yet.")).toBeTruthy();
  fireEvent.click(line);
  expect(read).toEqual([]);
  fireEvent.click(within(line).getByRole("button", { name: "I have seen to it" }));
  await waitFor(() => expect(read).toEqual(["/api/notifications/n1/reading"]));
});

it("counts the news of what was opened as read, once, and no others", async () => {
  const items = [news("n1", "r1"), news("n2", "r2"), news("n4", "r1")];
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

it.each([
  [9, undefined, "One more comes up when these are read."],
  [12, undefined, "4 more come up as these are read."],
  [200, "n199", "More than 192 others come up as these are read."],
])("says that of %s unread there are more than it shows", async (many, next, words) => {
  shown("privacy_officer", Array.from({ length: many }, (_, i) => ({ ...news(`n${i}`, `x${i}`), subjectKind: "grievance" })), next);
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.getAllByRole("listitem")).toHaveLength(8);
});

it("says of eight nothing more", async () => {
  shown("privacy_officer", Array.from({ length: 8 }, (_, i) => ({ ...news(`n${i}`, `x${i}`), subjectKind: "grievance" })));
  expect(await screen.findAllByRole("listitem")).toHaveLength(8);
  expect(screen.queryByText(/as these are read|when these are read/)).toBeNull();
});

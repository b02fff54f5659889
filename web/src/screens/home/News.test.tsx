// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { Refused } from "../../api/problem";
import type { Me } from "../../api/types";
import "../../i18n/i18n";
import { MeContext } from "../../parts/me";
import { News, useSeen } from "./News";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const news = (id: string, subjectId: string) => ({ id, code: "referral-delivered", subjectKind: "referral", subjectId, at: "2026-11-27T19:00:00Z" });

function Opened({ id, thing }: { id: string; thing: { data?: unknown; error?: Error } }) {
  useSeen(id, { data: thing.data, error: thing.error ?? null });
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

/** Somebody before that thing, of which there are news; gives the addresses at which they are counted as read. */
function opened(thing: { data?: unknown; error?: Error }) {
  const items = [news("n1", "r1"), news("n2", "r2"), news("n4", "r1")];
  const read: string[] = [];
  vi.stubGlobal("fetch", (address: string, init?: RequestInit) => {
    if (init?.method === "POST") {
      read.push(address);
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    return Promise.resolve(Response.json({ items }));
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = (thing: { data?: unknown; error?: Error }) => (
    <QueryClientProvider client={queries}>
      <Opened id="r1" thing={thing} />
    </QueryClientProvider>
  );
  const { rerender } = render(page(thing));
  return { read, queries, becomes: (thing: { data?: unknown; error?: Error }) => rerender(page(thing)) };
}

const refused = (status: number) => ({ error: new Refused({ code: "some", status, errors: [] }) });

it("counts the news of what was opened as read, once, and no others", async () => {
  const { read } = opened({ data: "a referral" });
  await waitFor(() => expect(read).toEqual(["/api/notifications/n1/reading", "/api/notifications/n4/reading"]));
});

it.each([{}, refused(503), refused(500)])("counts no news as read of what could not be read yet", async (thing) => {
  const { read, queries, becomes } = opened(thing);
  await waitFor(() => expect(queries.getQueryCache().getAll()[0]?.state.data).toBeDefined());
  await act(() => Promise.resolve());
  expect(read).toEqual([]);
  becomes({ data: "a referral" });
  await waitFor(() => expect(read).toHaveLength(2));
});

it("counts news as read of what somebody was told is not theirs to see", async () => {
  const { read } = opened(refused(404));
  await waitFor(() => expect(read).toHaveLength(2));
});

it("leads as any link does, and counts nothing as read before it has led there", async () => {
  const read = shown("peer_specialist", [{ ...news("n1", "x1"), subjectKind: "client" }]);
  const link = within(await screen.findByRole("listitem")).getByRole("link");
  const went = vi.spyOn(history, "pushState");
  expect(fireEvent.click(link, { ctrlKey: true }), "a new tab is the browser's to open").toBe(true);
  expect(went).not.toHaveBeenCalled();
  expect(fireEvent.click(link)).toBe(false);
  expect(went).toHaveBeenCalledWith(null, "", "/clients/x1");
  expect(read).toEqual([]);
  went.mockRestore();
  history.replaceState(null, "", "/");
});

it("says when it could not be kept that somebody has seen to it, and leaves them where they are", async () => {
  shown("privacy_officer", [{ ...news("n1", "x1"), subjectKind: "grievance" }]);
  const button = await screen.findByRole("button", { name: "I have seen to it" });
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ code: "service-unavailable" }, { status: 503 })));
  button.focus();
  fireEvent.click(button);
  expect(button.hasAttribute("disabled")).toBe(false);
  expect((await screen.findByRole("alert")).textContent).toMatch(/^A part of Handrail does not answer/);
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

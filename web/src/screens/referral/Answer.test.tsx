// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { Referral } from "../../api/types";
import "../../i18n/i18n";
import { Answer } from "./Answer";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const client = new QueryClient();

function shown(businessStatus: string, allowed: readonly string[], version: number) {
  const value = { id: "r", status: "accepted", businessStatus, allowed, version } as unknown as Referral;
  return (
    <QueryClientProvider client={client}>
      <Answer seen={{ value, etag: `"${version}"` }} />
    </QueryClientProvider>
  );
}

const chosen = () => screen.getAllByRole("radio").filter((radio) => (radio as HTMLInputElement).checked);

it("answers nothing that nobody chose", async () => {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", (_: string, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)));
    return Promise.resolve(Response.json({ code: "invalid", errors: [{ pointer: "/step", code: "missing" }] }, { status: 400 }));
  });
  render(shown("intake-scheduled", ["attended", "missed"], 3));
  expect(chosen()).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Send this answer" }));
  expect(await screen.findByText("Please choose.")).toBeTruthy();
  expect(sent).toEqual([{}]);
});

it("says that somebody else was faster, and puts no other answer in the place of theirs", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ code: "version-conflict" }, { status: 412 })));
  const { rerender } = render(shown("acknowledged", ["attended", "intake-scheduled", "waitlisted"], 3));
  await userEvent.click(screen.getByRole("radio", { name: /The intake has a time/ }));
  await userEvent.click(screen.getByRole("button", { name: "Send this answer" }));
  expect(await screen.findByText("It changed while you were reading")).toBeTruthy();
  rerender(shown("waitlisted", ["attended", "missed"], 4));
  expect(screen.getByText("It changed while you were reading")).toBeTruthy();
  expect(chosen()).toEqual([]);
});

it("takes nobody in of whom nothing may be known any more", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ code: "not-found" }, { status: 404 })));
  const value = { id: "r", disclosureId: "d", allowed: ["accepted", "acknowledged", "rejected"] } as unknown as Referral;
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Answer seen={{ value, etag: '"3"' }} />
    </QueryClientProvider>,
  );
  expect(screen.getByRole("radio", { name: /We accept/ })).toBeTruthy();
  await vi.waitFor(() => expect(screen.getAllByRole("radio")).toEqual([screen.getByRole("radio", { name: /We cannot/ })]));
});

it("begins anew once an answer was taken", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ id: "r" }, { headers: { ETag: '"4"' } })));
  const { rerender } = render(shown("intake-scheduled", ["attended", "missed"], 3));
  await userEvent.click(screen.getByRole("radio", { name: /They came/ }));
  await userEvent.click(screen.getByRole("button", { name: "Send this answer" }));
  rerender(shown("attended", ["attended", "engaged"], 4));
  await vi.waitFor(() => expect(chosen()).toEqual([]));
});

// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import "../../i18n/i18n";
import { ConsentScreen } from "./ConsentScreen";

const opened = new Date("2026-11-02T10:00:00Z");
const later = (minutes: number) => new Date(opened.getTime() + minutes * 60_000);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: opened });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

interface Sent {
  at: string | undefined;
  key: string | undefined;
}

/** An active consent, on a line that carries nothing. */
async function shownWithoutSignal(): Promise<Sent[]> {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", (path: string, request?: RequestInit) => {
    if (request?.method === "POST") {
      const { act } = JSON.parse(String(request.body)) as { act: { at?: string } };
      sent.push({ at: act.at, key: new Headers(request.headers).get("Idempotency-Key") ?? undefined });
      return Promise.reject(new TypeError("no signal"));
    }
    return Promise.resolve(
      path.endsWith("/document") ? new Response("Consent\n", { headers: { "Content-Type": "text/plain" } }) : Response.json({ id: "c", clientId: "a", status: "active", expires: {}, barred: ["harborlight"] }),
    );
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ConsentScreen id="c" />
    </QueryClientProvider>,
  );
  await screen.findByRole("button", { name: "Record that it was taken back" });
  return sent;
}

const words = () => screen.getByLabelText(/In their words/);

async function record(sent: Sent[]) {
  const before = sent.length;
  fireEvent.click(screen.getByRole("button", { name: "Record that it was taken back" }));
  await vi.waitFor(() => expect(sent.length).toBe(before + 1));
  await screen.findByText("No connection");
}

it("happens when it is recorded, and not when its form was opened", async () => {
  const sent = await shownWithoutSignal();
  expect(screen.getByText("In person · now")).toBeTruthy();
  vi.setSystemTime(later(2));
  await record(sent);
  expect(sent[0]?.at).toBe(later(2).toISOString());
});

it("is still to be had where some are told nothing any more already, who are named", async () => {
  await shownWithoutSignal();
  expect(screen.getByText("Taken back from: Harborlight. They are told nothing more under it.")).toBeTruthy();
});

it("is the same when it is recorded again after no answer, to the time", async () => {
  const sent = await shownWithoutSignal();
  vi.setSystemTime(later(2));
  await record(sent);
  vi.setSystemTime(later(40));
  await record(sent);
  expect(sent[1]).toEqual(sent[0]);
});

it("is another one once something was changed", async () => {
  const sent = await shownWithoutSignal();
  await record(sent);
  vi.setSystemTime(later(40));
  fireEvent.change(words(), { target: { value: "I want nothing shared." } });
  await record(sent);
  expect(sent[1]?.at).toBe(later(40).toISOString());
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
});

it("happened when somebody says that it did", async () => {
  const sent = await shownWithoutSignal();
  fireEvent.change(screen.getByLabelText("When?"), { target: { value: "2026-11-01T09:30" } });
  await act(() => Promise.resolve());
  await record(sent);
  expect(sent[0]?.at).toBe(new Date("2026-11-01T09:30").toISOString());
});

// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import i18next from "../../i18n/i18n";
import { localTime } from "../../parts/ActFields";
import { ConsentScreen } from "./ConsentScreen";
import { begun } from "./draft";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** In the middle of a minute: that a clock is a moment beside another changes no field. */
const opened = Date.parse("2026-11-02T10:00:30.400Z");

let ahead = 0;
let server = opened;

/** Sets the server's clock; the phone's is as far ahead of it as ever. */
function itIs(time: number): void {
  server = time;
  vi.setSystemTime(time + ahead);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** An active consent that is to be taken back and a draft that is to be signed, on a phone with its own idea of the time. */
async function shown(phoneAhead: number): Promise<(string | undefined)[]> {
  ahead = phoneAhead;
  itIs(opened);
  const times: (string | undefined)[] = [];
  vi.stubGlobal("fetch", (path: string, request?: RequestInit) => {
    if (request?.method === "POST") {
      times.push((JSON.parse(String(request.body)) as { act: { at?: string } }).act.at);
    }
    const headers = { Date: new Date(server).toUTCString() };
    const id = path.split("/")[3];
    return Promise.resolve(
      path.endsWith("/document")
        ? new Response("Consent\n", { headers: { ...headers, "Content-Type": "text/plain" } })
        : Response.json({ id, clientId: "a", status: id === "given" ? "active" : "draft", expires: {} }, { headers }),
    );
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ConsentScreen id="given" />
      <ConsentScreen id="new" />
    </QueryClientProvider>,
  );
  await screen.findByRole("button", { name: "Record that it was taken back" });
  await screen.findByRole("button", { name: "Record the signature" });
  return times;
}

async function press(button: string, times: unknown[]): Promise<void> {
  const before = times.length;
  fireEvent.click(screen.getByRole("button", { name: button }));
  await vi.waitFor(() => expect(times.length).toBe(before + 1));
}

const beside = (at: string | undefined, time: number) => Math.abs(Date.parse(String(at)) - time);

it.each([
  ["slow", -3 * MINUTE],
  ["fast", 3 * MINUTE],
])("dates what is recorded by the server's clock on a phone whose own is %s", async (_, phoneAhead) => {
  const times = await shown(phoneAhead);
  await press("Record that it was taken back", times);
  itIs(opened + MINUTE);
  await press("Record the signature", times);
  expect(beside(times[0], opened)).toBeLessThan(1_000);
  expect(beside(times[1], opened + MINUTE)).toBeLessThan(1_000);
});

it.each([
  ["slow", -3 * MINUTE],
  ["fast", 3 * MINUTE],
])("leaves a time as somebody set it, on a phone whose clock is %s", async (_, phoneAhead) => {
  const times = await shown(phoneAhead);
  const field = screen.getAllByLabelText<HTMLInputElement>("When?").at(-1)!;
  expect(field.value).toBe(localTime(new Date(opened)));
  fireEvent.change(field, { target: { value: "2026-11-01T09:30" } });
  await press("Record the signature", times);
  expect(times[0]).toBe(new Date("2026-11-01T09:30").toISOString());
});

it.each([
  ["behind", -DAY],
  ["ahead", DAY],
])("knows which day it is on a phone that is a day %s", async (_, phoneAhead) => {
  await shown(phoneAhead);
  fireEvent.change(screen.getAllByLabelText("When?").at(-1)!, { target: { value: localTime(new Date(opened - MINUTE)) } });
  expect(screen.getByText(/^On paper · today, /)).toBeTruthy();
  expect(begun("Ana Example", i18next.t).endsAt).toBe("2027-11-02");
});

// @vitest-environment happy-dom
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keptByThisPage } from "../api/kept";
import type { Me } from "../api/types";
import { FORGOTTEN } from "../api/watched";
import "../i18n/i18n";
import { go } from "../route/router";
import { SignedIn } from "../SignedIn";

const maya: Me = { subject: "maya", agency: "riverbend", roles: ["peer_specialist"], until: "2999-01-01T00:00:00Z" };

let asked: string[];
let answer: () => Promise<Response>;
let lines: number;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  asked = [];
  answer = () => Promise.resolve(Response.json(maya));
  lines = 0;
  vi.stubGlobal(
    "EventSource",
    class {
      constructor() {
        lines++;
      }
      addEventListener = () => undefined;
      close = () => lines--;
    },
  );
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(path);
    return path === "/api/me" ? answer() : Promise.resolve(Response.json({ items: [] }));
  });
  history.replaceState(null, "", "/clients/new");
  render(
    <QueryClientProvider client={keptByThisPage()}>
      <SignedIn me={maya} />
    </QueryClientProvider>,
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
  history.replaceState(null, "", "/");
});

const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));
const cover = () => screen.queryByRole("dialog", { name: "Are you still there?" });
const name = () => screen.getByLabelText<HTMLInputElement>(/Name to use/);

async function isForgotten() {
  fireEvent.change(name(), { target: { value: "Ana" } });
  await pass(FORGOTTEN + 60_000);
  expect(cover()).toBeTruthy();
}

it("covers a page that nobody touches, closes its line, and reads nothing more by itself", async () => {
  act(() => go("/clients"));
  await pass(FORGOTTEN + 60_000);
  expect(cover()).toBeTruthy();
  expect(lines).toBe(0);
  expect(asked).toContain("/api/clients?limit=200");
  asked = [];
  act(() => void window.dispatchEvent(new Event("offline")));
  act(() => void window.dispatchEvent(new Event("online")));
  await pass(3 * 60 * 60_000);
  expect(asked).toEqual([]);
});

it("leaves a page alone that somebody uses", async () => {
  for (let quarter = 0; quarter < 4; quarter++) {
    await pass(FORGOTTEN - 60_000);
    fireEvent.keyDown(document.body, { key: "a" });
  }
  expect(cover()).toBeNull();
  expect(lines).toBe(1);
});

it("is covered before whoever wakes a device that slept can touch anything", () => {
  vi.setSystemTime(Date.now() + FORGOTTEN);
  fireEvent.pointerMove(document.body);
  expect(cover()).toBeTruthy();
});

it("looks with the next touch who is signed in, and goes on with what was half written", async () => {
  await isForgotten();
  asked = [];
  fireEvent.pointerMove(document.body);
  expect(asked, "a nudge of the desk is no touch").toEqual([]);
  fireEvent.pointerDown(document.body);
  fireEvent.click(screen.getByRole("button", { name: "Go on" }));
  expect(asked).toEqual(["/api/me"]);
  await waitFor(() => expect(cover()).toBeNull());
  expect(name().value).toBe("Ana");
  await waitFor(() => expect(lines).toBe(1));
});

it("starts anew for somebody else", async () => {
  const assign = vi.spyOn(location, "assign").mockImplementation(() => undefined);
  await isForgotten();
  answer = () => Promise.resolve(Response.json({ ...maya, subject: "paul" }));
  fireEvent.keyDown(document.body, { key: "a" });
  await waitFor(() => expect(assign).toHaveBeenCalledWith("/"));
  expect(cover()).toBeTruthy();
});

it("stays covered while nobody can say who is signed in, and says so", async () => {
  await isForgotten();
  answer = () => Promise.reject(new TypeError("no signal"));
  fireEvent.keyDown(document.body, { key: "a" });
  expect((await screen.findByRole("alert")).textContent).toBe("No connection");
  expect(cover()).toBeTruthy();
});

it("asks to sign in again when the sign-in has ended meanwhile, and goes on afterwards", async () => {
  await isForgotten();
  answer = () => Promise.resolve(Response.json({ code: "unauthenticated" }, { status: 401 }));
  fireEvent.keyDown(document.body, { key: "a" });
  await screen.findByRole("dialog", { name: "Please sign in again" });
  answer = () => Promise.resolve(Response.json(maya));
  fireEvent(window, new Event("focus"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(name().value).toBe("Ana");
});

it("keeps the line closed while the page is out of sight", () => {
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  fireEvent(document, new Event("visibilitychange"));
  expect(lines).toBe(0);
  hidden.mockReturnValue(false);
  fireEvent(document, new Event("visibilitychange"));
  expect(lines).toBe(1);
});

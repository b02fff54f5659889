// @vitest-environment happy-dom
import { act, cleanup, render, renderHook, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { App } from "../App";
import "../i18n/i18n";
import { go } from "../route/router";
import { type Writings, WritingsContext, useWritten } from "./written";

/** Whether the server can be reached with what is sent. */
let answers: boolean;
let keys: (string | null)[];
/** Lets what is under way be answered; until then it waits, if that is set. */
let arrives: (() => void) | undefined;
let waits: boolean;

beforeEach(() => {
  answers = true;
  keys = [];
  waits = false;
  vi.stubGlobal(
    "EventSource",
    class {
      addEventListener = () => undefined;
      close = () => undefined;
    },
  );
  vi.stubGlobal("fetch", (path: string, request?: RequestInit) => {
    if (request?.method === "POST") {
      keys.push(new Headers(request.headers).get("Idempotency-Key"));
      if (waits) {
        return new Promise((answer) => (arrives = () => answer(Response.json({ id: "a" }))));
      }
      return answers ? Promise.resolve(Response.json({ id: "a" })) : Promise.reject(new TypeError("no signal"));
    }
    return Promise.resolve(
      path === "/api/me" ? Response.json({ subject: "maya", agency: "riverbend", roles: ["peer_specialist"], until: "2026-11-01T10:00:00Z" }) : Response.json({ items: [], languages: [], parts: [] }),
    );
  });
  history.replaceState(null, "", "/clients/new");
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const name = () => screen.findByLabelText<HTMLInputElement>(/Name to use/);
const register = async () => userEvent.click(await screen.findByRole("button", { name: "Register" }));

/** One touch on the bar, and back. */
async function slip() {
  await userEvent.click(within(screen.getByRole("navigation")).getByRole("link", { name: /clients/i }));
  await waitFor(() => expect(screen.queryByLabelText(/Name to use/)).toBeNull());
  act(() => go("/clients/new"));
}

it("is still there after another screen was looked at, and nowhere but in the page", async () => {
  render(<App />);
  await userEvent.type(await name(), "Ana");
  await slip();
  expect((await name()).value).toBe("Ana");
  expect(localStorage.length + sessionStorage.length).toBe(0);
});

it("is gone once it was cleared, or sent", async () => {
  render(<App />);
  await userEvent.type(await name(), "Ana");
  await userEvent.clear(await name());
  await slip();
  expect((await name()).value).toBe("");
  await userEvent.type(await name(), "Ana");
  await register();
  await waitFor(() => expect(location.pathname).toBe("/clients/a/enrolment"));
  act(() => go("/clients/new"));
  expect((await name()).value).toBe("");
});

it("is the same submission afterwards, when the first had no answer", async () => {
  answers = false;
  render(<App />);
  await userEvent.type(await name(), "Ana");
  await register();
  await screen.findByText("What you wrote is still here. Try again when you have signal: it takes effect only once.");
  await slip();
  await name();
  await register();
  await waitFor(() => expect(keys.length).toBe(2));
  expect(keys[1]).toBe(keys[0]);
});

it("pulls nobody back who has gone elsewhere before the answer came, and was sent all the same", async () => {
  waits = true;
  render(<App />);
  await userEvent.type(await name(), "Ana");
  await register();
  act(() => go("/clients"));
  await waitFor(() => expect(screen.queryByLabelText(/Name to use/)).toBeNull());
  await act(async () => arrives!());
  expect(location.pathname).toBe("/clients");
  act(() => go("/clients/new"));
  expect((await name()).value).toBe("");
});

it("is empty once the answer has come, for whoever has come back before", async () => {
  waits = true;
  render(<App />);
  await userEvent.type(await name(), "Ana");
  await register();
  await slip();
  expect((await name()).value).toBe("Ana");
  await act(async () => arrives!());
  await waitFor(() => expect(location.pathname).toBe("/clients/a/enrolment"));
  act(() => go("/clients/new"));
  expect((await name()).value).toBe("");
});

it("keeps what was changed while it was under way", async () => {
  waits = true;
  render(<App />);
  await userEvent.type(await name(), "Ana");
  await register();
  await userEvent.type(screen.getByLabelText(/Pronouns/), "she");
  await act(async () => arrives!());
  await waitFor(() => expect(location.pathname).toBe("/clients/a/enrolment"));
  act(() => go("/clients/new"));
  expect((await name()).value).toBe("");
  expect(screen.getByLabelText<HTMLInputElement>(/Pronouns/).value).toBe("she");
});

it("stands as long as its form once it is kept elsewhere, and longer only if it was changed since", () => {
  const writings: Writings = new Map();
  const form = () => renderHook(() => useWritten("a draft", { words: "" }), { wrapper: ({ children }) => <WritingsContext value={writings}>{children}</WritingsContext> });
  const first = form();
  act(() => first.result.current.write({ words: "a home" }));
  const { forget } = first.result.current;
  act(forget);
  expect(first.result.current.written.words).toBe("a home");
  first.unmount();

  const second = form();
  expect(second.result.current.written.words).toBe("");
  act(() => second.result.current.write({ words: "a home" }));
  const early = second.result.current.forget;
  act(() => second.result.current.write({ words: "a home of my own" }));
  act(early);
  second.unmount();
  expect(form().result.current.written.words).toBe("a home of my own");
});

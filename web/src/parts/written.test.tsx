// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { App } from "../App";
import "../i18n/i18n";
import { go } from "../route/router";

/** Whether the server can be reached with what is sent. */
let answers: boolean;
let keys: (string | null)[];

beforeEach(() => {
  answers = true;
  keys = [];
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
      return answers ? Promise.resolve(Response.json({ id: "a" })) : Promise.reject(new TypeError("no signal"));
    }
    return Promise.resolve(
      path === "/api/me" ? Response.json({ subject: "maya", agency: "riverbend", roles: ["peer_specialist"], until: "2026-11-01T10:00:00Z" }) : Response.json({ items: [], languages: [] }),
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

// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import "./i18n/i18n";
import { App } from "./App";
import type { Me } from "./api/types";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  history.replaceState(null, "", "/");
});

function somebodyElseGoesTo(address: string) {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ code: "unauthenticated" }, { status: 401 })));
  history.replaceState(null, "", address);
  render(<App />);
}

it("asks whoever is not signed in to sign in, and comes back to where they were", async () => {
  somebodyElseGoesTo("/referrals");
  expect((await screen.findByRole("link", { name: "Sign in" })).getAttribute("href")).toBe("/login?language=en&return=%2Freferrals");
  expect(screen.queryByRole("alert")).toBeNull();
});

it("asks nobody to sign in for what is not there", async () => {
  somebodyElseGoesTo("/nope");
  expect(await screen.findByRole("heading", { name: "Nothing here" })).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Sign in" })).toBeNull();
  expect(screen.getByText(/^In crisis\?/)).toBeTruthy();
});

it("says that the sign-in is away, and where to try again", async () => {
  somebodyElseGoesTo("/referrals?sign-in=away");
  expect((await screen.findByRole("alert")).textContent).toMatch(/^The sign-in does not answer/);
  expect(screen.getByRole("link", { name: "Try again" }).getAttribute("href")).toBe("/login?language=en&return=%2Freferrals");
});

it("comes back to where somebody was, and not to how the last sign-in went", async () => {
  somebodyElseGoesTo("/referrals?direction=in&sign-in=failed");
  expect((await screen.findByRole("link", { name: "Sign in" })).getAttribute("href")).toBe("/login?language=en&return=%2Freferrals%3Fdirection%3Din");
});

it("says that a sign-out is not finished, and finishes it", async () => {
  const assign = vi.spyOn(location, "assign").mockImplementation(() => undefined);
  somebodyElseGoesTo("/?sign-out=unfinished");
  expect((await screen.findByRole("alert")).textContent).toMatch(/^You are signed out here, but the sign-in service does not answer/);
  const asked: string[] = [];
  vi.stubGlobal("fetch", (address: string, { method }: RequestInit) => {
    asked.push(`${method} ${address}`);
    return Promise.resolve(Response.json({ next: "http://localhost/realm" }));
  });
  await userEvent.click(screen.getByRole("button", { name: "Finish signing out" }));
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith("http://localhost/realm"));
  expect(asked).toEqual(["POST /logout"]);
});

it.each([
  [403, "organization-missing", "You belong to no agency here"],
  [403, "organization-ambiguous", "You belong to two agencies"],
  [500, "internal", "Something went wrong on our side"],
])("keeps nobody in whom it can show nothing (%s %s)", async (status, code, words) => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ code }, { status })));
  render(<App />);
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Sign out" })).toBeTruthy();
});

it("tells the others once that nobody is signed in, however often they have it look", async () => {
  const told = vi.fn();
  const another = new BroadcastChannel("handrail-sign-in");
  another.onmessage = told;
  const waiting: (() => void)[] = [];
  vi.stubGlobal("fetch", () => new Promise((answer) => waiting.push(() => answer(Response.json({ code: "unauthenticated" }, { status: 401 })))));
  const nobody = async () => {
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    await vi.waitFor(() => expect(screen.queryByRole("link", { name: "Sign in" })).toBeNull());
    waiting.shift()!();
    await screen.findByRole("link", { name: "Sign in" });
  };
  render(<App />);
  await nobody();
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  another.postMessage("changed");
  await nobody();

  // What was told meanwhile is heard before this.
  const third = new BroadcastChannel("handrail-sign-in");
  await new Promise((heard) => {
    another.onmessage = ({ data }) => (data === "last" ? heard(undefined) : told());
    third.postMessage("last");
  });
  expect(told).toHaveBeenCalledTimes(1);
  third.close();
  another.close();
});

it("starts anew when somebody else has signed in, and shows them nothing of the one before", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const assign = vi.spyOn(location, "assign").mockImplementation(() => undefined);
  let who: Me = { subject: "maya", name: "Maya", agency: "riverbend", roles: [], until: "2999-01-01T00:00:00Z" };
  vi.stubGlobal("fetch", (address: string) => Promise.resolve(Response.json(address.endsWith("/api/me") ? who : { items: [] })));
  render(<App />);
  expect(await screen.findByRole("button", { name: "Sign out" })).toBeTruthy();

  who = { ...who, subject: "paul", name: "Paul" };
  vi.setSystemTime(Date.now() + 60_000);
  window.dispatchEvent(new Event("visibilitychange"));
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith("/"));
  expect(document.body.textContent).toBe("");
  vi.useRealTimers();
});

it("looks at once who is signed in when another tab may have changed it, and tells the others", async () => {
  const told = vi.fn();
  const another = new BroadcastChannel("handrail-sign-in");
  another.onmessage = told;
  const asked = vi.fn((address: string) => Promise.resolve(Response.json(address === "/api/me" ? { subject: "maya", agency: "riverbend", roles: [], until: "2999-01-01T00:00:00Z" } : { items: [] })));
  vi.stubGlobal("fetch", asked);
  render(<App />);
  await screen.findByRole("button", { name: "Sign out" });
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  const before = asked.mock.calls.filter(([address]) => address === "/api/me").length;
  another.postMessage("changed");
  await vi.waitFor(() => expect(asked.mock.calls.filter(([address]) => address === "/api/me")).toHaveLength(before + 1));
  another.close();
});

// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import "./i18n/i18n";
import { App } from "./App";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
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

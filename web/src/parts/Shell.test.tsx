// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import "../i18n/i18n";
import { Home } from "../screens/home/Home";
import { Register } from "../screens/register/Register";
import { SignedIn } from "../SignedIn";
import { MeContext } from "./me";
import { Shell } from "./Shell";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const who = (...roles: string[]) => ({ subject: "s", agency: "riverbend", roles, until: "2026-11-27T20:00:00Z" });

function shows(roles: string[], page: React.ReactNode) {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no signal")));
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <MeContext value={who(...roles)}>
        <Shell line="off" path="/">
          {page}
        </Shell>
      </MeContext>
    </QueryClientProvider>,
  );
}

it("does not let people believe that they are signed out when nobody heard it", async () => {
  shows(["privacy_officer"], null);
  await userEvent.click(screen.getByRole("button", { name: "Sign out" }));
  expect((await screen.findByRole("alert")).textContent).toBe("You are still signed in. Please try again.");
});

it.each([
  [403, "csrf-token-missing"],
  [503, "sign-in-unavailable"],
])("does not take a refusal for a sign-out (%s)", async (status, code) => {
  const assign = vi.spyOn(location, "assign").mockImplementation(() => undefined);
  shows(["privacy_officer"], null);
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ code }, { status })));
  await userEvent.click(screen.getByRole("button", { name: "Sign out" }));
  expect((await screen.findByRole("alert")).textContent).toBe("You are still signed in. Please try again.");
  expect(assign).not.toHaveBeenCalled();
});

it.each([
  [200, { next: "http://localhost/realm" }, "http://localhost/realm"],
  [401, { code: "unauthenticated" }, "/"],
])("leaves once the sign-in has ended (%s)", async (status, body, to) => {
  const assign = vi.spyOn(location, "assign").mockImplementation(() => undefined);
  shows(["privacy_officer"], null);
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(body, { status })));
  await userEvent.click(screen.getByRole("button", { name: "Sign out" }));
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith(to));
});

it("asks for no news where none are sent", () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no signal")));
  const opened: string[] = [];
  vi.stubGlobal(
    "EventSource",
    class {
      constructor(address: string) {
        opened.push(address);
      }
      addEventListener() {}
      close() {}
    },
  );
  for (const role of ["analyst", "peer_specialist"]) {
    render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <SignedIn me={who(role)} />
      </QueryClientProvider>,
    );
    expect(opened, role).toHaveLength(role === "analyst" ? 0 : 1);
    expect(screen.queryAllByText("Reconnecting…"), role).toHaveLength(opened.length);
    cleanup();
  }
});

it("tells whoever has nothing to do here that it is so, and a client what is theirs", () => {
  shows(["analyst"], <Home />);
  expect(screen.getByText(/has no pages in this app yet/)).toBeTruthy();
  cleanup();
  shows(["client"], <Home />);
  expect(screen.getByText(/see who was told what/)).toBeTruthy();
});

it.each([
  ["client", "/clients"],
  ["client", "/referrals"],
  ["intake_coordinator", "/clients"],
  ["peer_specialist", "/nope"],
])("shows a %s who goes to %s that nothing is there for them", (role, path) => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no signal")));
  vi.stubGlobal("EventSource", class { addEventListener() {} close() {} });
  history.replaceState(null, "", path);
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <SignedIn me={who(role)} />
    </QueryClientProvider>,
  );
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Nothing here");
  history.replaceState(null, "", "/");
});

it("asks nobody to fill in what they may not send", () => {
  shows(["intake_coordinator"], <Register />);
  expect(screen.getByText("Your role does not allow this")).toBeTruthy();
  expect(screen.queryByLabelText("Name to use")).toBeNull();
  cleanup();
  shows(["peer_specialist"], <Register />);
  expect(screen.getByLabelText("Name to use")).toBeTruthy();
});

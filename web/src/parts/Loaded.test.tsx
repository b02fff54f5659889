// @vitest-environment happy-dom
import type { UseQueryResult } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import "../i18n/i18n";
import { Refused, unreachable } from "../api/problem";
import { Loaded } from "./Loaded";

afterEach(cleanup);

function loaded(query: object) {
  render(<Loaded query={query as UseQueryResult<string>}>{(value) => value}</Loaded>);
}

it("says that it waits for a connection, and does not promise what nobody wrote", () => {
  loaded({ fetchStatus: "paused" });
  expect(screen.getByText("No connection")).toBeTruthy();
  expect(screen.queryByText(/What you wrote/)).toBeNull();
});

it("lets people try again when there was no answer", () => {
  loaded({ fetchStatus: "idle", error: new Refused(unreachable) });
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});

it("takes a refusal for one", () => {
  loaded({ fetchStatus: "idle", error: new Refused({ code: "role-not-allowed", status: 403, errors: [] }) });
  expect(screen.getByText("Your role does not allow this")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

it("keeps what was read while it is read again in vain", () => {
  loaded({ data: "Ana", fetchStatus: "idle", error: new Refused(unreachable) });
  expect(screen.getByText("Ana")).toBeTruthy();
});

it("says why it waits while it is still being asked for, and takes nobody away from where they are", () => {
  loaded({ fetchStatus: "fetching", failureReason: new Refused({ code: "service-unavailable", status: 503, errors: [] }) });
  expect(screen.getByText("A part of Handrail does not answer")).toBeTruthy();
  expect(screen.queryByText("One moment…")).toBeNull();
  expect(document.activeElement).toBe(document.body);
});

it("says that what it shows may be out of date when it cannot be read again, not after a single slip", () => {
  const old = /could not be read again/;
  loaded({ data: "Ana", fetchStatus: "fetching", failureCount: 1 });
  expect(screen.queryByText(old)).toBeNull();
  cleanup();
  loaded({ data: "Ana", fetchStatus: "idle", failureCount: 1, error: new Refused({ code: "internal", status: 500, errors: [] }) });
  expect(screen.getByText("Ana")).toBeTruthy();
  expect(screen.getByText(old)).toBeTruthy();
  cleanup();
  loaded({ data: "Ana", fetchStatus: "fetching", failureCount: 2 });
  expect(screen.getByText("Ana")).toBeTruthy();
  expect(screen.getByText(old)).toBeTruthy();
});

// @vitest-environment happy-dom
import { QueryClient } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import { act } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { signedInAgain } from "./http";
import { useLine } from "./live";

/** A line that nobody answers. */
class Refused extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Refused[] = [];
  readyState = Refused.CLOSED;
  onerror: (() => void) | null = null;

  constructor() {
    super();
    Refused.opened.push(this);
  }

  close(): void {}
}

beforeEach(() => {
  vi.useFakeTimers();
  Refused.opened = [];
  vi.stubGlobal("EventSource", Refused);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("waits no longer once somebody has signed in again", () => {
  const { unmount } = renderHook(() => useLine(new QueryClient(), true, true));
  const refuse = () => act(() => Refused.opened.at(-1)!.onerror?.());
  for (let times = 0; times < 6; times++) {
    refuse();
    act(() => vi.advanceTimersByTime(30_000));
  }
  refuse();
  const before = Refused.opened.length;
  act(signedInAgain);
  expect(Refused.opened).toHaveLength(before + 1);
  act(() => vi.advanceTimersByTime(60_000));
  expect(Refused.opened, "the old one stays closed").toHaveLength(before + 1);
  refuse();
  act(() => vi.advanceTimersByTime(1_000));
  expect(Refused.opened, "the pauses begin anew").toHaveLength(before + 2);
  unmount();
  act(signedInAgain);
  expect(Refused.opened).toHaveLength(before + 2);
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Line, nowAndSoon, openLine } from "./live";

/** A line as a browser keeps it, moved by hand. */
class Source extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Source[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly address: string) {
    super();
    Source.opened.push(this);
  }

  close(): void {
    this.readyState = Source.CLOSED;
  }

  breaks(forGood: boolean): void {
    this.readyState = forGood ? Source.CLOSED : 0;
    this.onerror?.();
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  Source.opened = [];
  vi.stubGlobal("EventSource", Source);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("reads again on each event, and after each opening", () => {
  const news = vi.fn();
  openLine(news, () => undefined);
  Source.opened[0]!.onopen?.();
  Source.opened[0]!.dispatchEvent(new Event("notification"));
  expect(news).toHaveBeenCalledTimes(2);
});

it("leaves a broken line to the browser, which names the last event it saw", () => {
  openLine(
    () => undefined,
    () => undefined,
  );
  Source.opened[0]!.breaks(false);
  vi.advanceTimersByTime(120_000);
  expect(Source.opened).toHaveLength(1);
});

it("opens a new line when the browser gave up, with growing pauses", () => {
  const lines: Line[] = [];
  openLine(
    () => undefined,
    (line) => lines.push(line),
  );
  Source.opened[0]!.breaks(true);
  vi.advanceTimersByTime(1_000);
  expect(Source.opened).toHaveLength(2);
  Source.opened[1]!.breaks(true);
  vi.advanceTimersByTime(1_000);
  expect(Source.opened).toHaveLength(2);
  vi.advanceTimersByTime(1_000);
  expect(Source.opened).toHaveLength(3);
  Source.opened[2]!.onopen?.();
  expect(lines).toEqual(["waiting", "waiting", "live"]);
});

it("stays closed once it was closed", () => {
  const close = openLine(
    () => undefined,
    () => undefined,
  );
  Source.opened[0]!.breaks(true);
  close();
  vi.advanceTimersByTime(120_000);
  expect(Source.opened).toHaveLength(1);
});

it("looks again a moment after the last news, for what follows from them elsewhere", () => {
  const looked = vi.fn();
  const { run, stop } = nowAndSoon(looked);
  run();
  run();
  expect(looked).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(60_000);
  expect(looked).toHaveBeenCalledTimes(3);
  run();
  stop();
  vi.advanceTimersByTime(60_000);
  expect(looked).toHaveBeenCalledTimes(4);
});

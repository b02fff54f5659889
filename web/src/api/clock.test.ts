import { afterEach, beforeEach, expect, it, vi } from "vitest";

const MINUTE = 60_000;
/** What the server's clock says when a test begins. */
const start = Date.parse("2026-11-02T10:00:00.700Z");

let compareClocks: typeof import("./clock").compareClocks;
let now: typeof import("./clock").now;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  // What one page knows of the clocks the next one does not.
  vi.resetModules();
  ({ compareClocks, now } = await import("./clock"));
});

afterEach(() => {
  vi.useRealTimers();
});

/** The server and the device: time passes for both, but what their clocks say differs. */
class Clocks {
  server = start;
  constructor(public slow: number) {
    this.pass(0);
  }

  pass(milliseconds: number): void {
    this.server += milliseconds;
    vi.setSystemTime(this.server - this.slow);
  }

  /** The device sets its clock. */
  set(slow: number): void {
    this.slow = slow;
    this.pass(0);
  }

  /** A question and its answer, with the way there and back in milliseconds. */
  asked({ there = 0, back = 0, ...headers }: { there?: number; back?: number; Date?: string; Age?: string } = {}): void {
    const asked = Date.now();
    this.pass(there);
    const given = new Headers({ Date: new Date(this.server).toUTCString(), ...headers });
    this.pass(back);
    compareClocks(given, asked);
  }

  /** By how much what the page takes for the present is beside it. */
  get off(): number {
    return Math.abs(now().getTime() - this.server);
  }
}

it.each([
  ["slow", 3 * MINUTE],
  ["fast", -3 * MINUTE],
])("goes by the server's clock, however %s the device's is", (_, slow) => {
  const clocks = new Clocks(slow);
  expect(clocks.off).toBe(3 * MINUTE);
  clocks.asked();
  expect(clocks.off).toBeLessThanOrEqual(500);
  clocks.pass(20 * MINUTE);
  expect(clocks.off).toBeLessThanOrEqual(500);
});

it("leaves half of the way there and back to chance, and less with each answer", () => {
  const clocks = new Clocks(3 * MINUTE);
  clocks.asked({ there: 4_000 });
  expect(clocks.off).toBeLessThanOrEqual(2_500);
  clocks.asked({ back: 400 });
  expect(clocks.off).toBeLessThanOrEqual(700);
  clocks.pass(850);
  clocks.asked();
  clocks.pass(150);
  clocks.asked();
  expect(clocks.off).toBeLessThanOrEqual(150);
});

it("knows no less after an answer that was long on its way", () => {
  const clocks = new Clocks(3 * MINUTE);
  clocks.asked();
  const before = clocks.off;
  clocks.asked({ there: 20_000 });
  expect(clocks.off).toBeLessThanOrEqual(before);
});

it("compares anew once the device's clock is set", () => {
  const clocks = new Clocks(3 * MINUTE);
  clocks.asked();
  clocks.set(0);
  clocks.asked();
  expect(clocks.off).toBeLessThanOrEqual(500);
});

it.each<[string, object]>([
  ["some cache gave", { Date: "Mon, 02 Nov 2026 09:00:00 GMT", Age: "3600" }],
  ["does not say when it was given", { Date: "some time" }],
])("does not go by an answer that %s", (_, headers) => {
  const clocks = new Clocks(3 * MINUTE);
  clocks.asked();
  const before = clocks.off;
  clocks.asked(headers);
  expect(clocks.off).toBe(before);
});

it("learns nothing while the device's clock is being set back", () => {
  const clocks = new Clocks(3 * MINUTE);
  const asked = Date.now();
  clocks.set(5 * MINUTE);
  compareClocks(new Headers({ Date: new Date(clocks.server).toUTCString() }), asked);
  expect(now().getTime()).toBe(Date.now());
});

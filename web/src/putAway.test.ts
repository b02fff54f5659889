// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import { showsNothingOnceItWasPutAway } from "./putAway";

function happens(what: "pagehide" | "pageshow", persisted: boolean) {
  window.dispatchEvent(Object.assign(new Event(what), { persisted }));
}

it("is put away without anything to see, and loaded anew when it comes back", () => {
  const reload = vi.spyOn(location, "reload").mockImplementation(() => undefined);
  showsNothingOnceItWasPutAway();
  happens("pageshow", false);
  happens("pagehide", false);
  expect(document.documentElement.hidden).toBe(false);
  happens("pagehide", true);
  expect(document.documentElement.hidden).toBe(true);
  expect(reload).not.toHaveBeenCalled();
  happens("pageshow", true);
  expect(reload).toHaveBeenCalledTimes(1);
  expect(document.documentElement.hidden, "until it is loaded").toBe(true);
});

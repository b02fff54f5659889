import { expect, it } from "vitest";
import { isLeaving, parameters } from "./queries";

it("looks again while a referral is on its way, and not once it has left or was held back", () => {
  expect(isLeaving({ businessStatus: "awaiting-disclosure" })).toBe(true);
  expect(isLeaving({ businessStatus: "awaiting-disclosure", attention: "consent-missing" })).toBe(false);
  expect(isLeaving({ businessStatus: "delivered" })).toBe(false);
  expect(isLeaving({})).toBe(false);
});

it("leaves out of an address what is empty", () => {
  expect(parameters({ clientId: undefined, words: "", limit: "100" })).toBe("?limit=100");
  expect(parameters({ words: "" })).toBe("");
});

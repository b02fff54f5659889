import { expect, it } from "vitest";
import type { Consent } from "../../api/types";
import { notCovered } from "./notCovered";

const referral = { receiver: "harborlight", required: ["contact", "referral"] };
const consent = (categories: Consent["categories"], status: Consent["status"] = "active", named = ["harborlight"]) => ({ status, recipients: { named }, categories });

it("names what no consent for the place covers", () => {
  expect(notCovered(referral, [])).toEqual(["contact", "referral"]);
  expect(notCovered(referral, [consent(["contact"])])).toEqual(["referral"]);
  expect(notCovered(referral, [consent(["contact", "referral", "demographics"])])).toEqual([]);
});

it("counts none that tells the place nothing any more", () => {
  const takenBack = { ...consent(["contact", "referral"], "active", ["harborlight", "riverbend"]), barred: ["harborlight"] };
  expect(notCovered(referral, [takenBack])).toEqual(["contact", "referral"]);
});

it("counts neither what nobody signed nor what is for another place", () => {
  expect(notCovered(referral, [consent(["contact"], "draft"), consent(["referral"], "active", ["cedarhouse"])])).toEqual(["contact", "referral"]);
});

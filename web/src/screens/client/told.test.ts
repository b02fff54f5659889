// @vitest-environment happy-dom
import { expect, it } from "vitest";
import i18next from "../../i18n/i18n";
import { told } from "./told";

const t = i18next.getFixedT("en");

it("tells answers from each other", () => {
  expect(told({ categories: ["referral-status"], step: "attended" }, t)).toBe("How the referral goes: They came");
  expect(told({ categories: ["referral-status"], step: "accepted" }, t)).toBe("How the referral goes: Accepted");
});

it("calls a referral by what it carried", () => {
  expect(told({ categories: ["contact", "referral"], step: "sending" }, t)).toBe("Name and contact; What the referral is about");
});

it("says why something was kept back", () => {
  expect(told({ code: "consent-revoked", categories: ["contact"] }, t)).toBe("Your client took the consent back");
  expect(told({ code: "quite-new", categories: [] }, t)).toBe("Kept back");
});

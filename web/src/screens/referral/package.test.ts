// @vitest-environment happy-dom
import { expect, it } from "vitest";
import i18next from "../../i18n/i18n";
import { mayCall, partsOf } from "./package";

const read = (released: Parameters<typeof partsOf>[0]) => partsOf(released, i18next.getFixedT("en"), "en");

it("keeps the client's words apart from everything else", () => {
  const { words, parts } = read({ contact: { nameToUse: "Ana", languages: ["en"], channels: { call: true, text: false } }, referral: { reason: "near my sister", urgency: "routine", need: "recovery-housing" } });
  expect(words).toBe("near my sister");
  expect(parts).toEqual([
    { category: "contact", facts: [["Name to use", "Ana"], ["Languages", "English"], ["Allowed ways", "calls"]] },
    { category: "referral", facts: [["How soon", "in the usual time"], ["Asked for", "Recovery housing"]] },
  ]);
});

it("drops nothing that it has no words for", () => {
  expect(read({ contact: { codeWord: "maple", times: null } }).parts).toEqual([{ category: "contact", facts: [["code word", "maple"]] }]);
});

it("says who it is before what it is about", () => {
  const parts = read({ plan: { goals: "sleep" }, referral: { urgency: "routine" }, contact: { nameToUse: "Ana" } }).parts;
  expect(parts.map(({ category }) => category)).toEqual(["contact", "referral", "plan"]);
});

it("leaves ids to machines", () => {
  expect(read({ referral: { serviceId: "c2d4e6f8" } }).parts).toEqual([]);
});

it("lets only those call whom the client lets", () => {
  expect(mayCall({ contact: { channels: { phone: "555-0100", call: true } } })).toBe(true);
  expect(mayCall({ contact: { channels: { phone: "555-0100", call: false, text: true } } })).toBe(false);
  expect(mayCall({ referral: {} })).toBe(false);
});

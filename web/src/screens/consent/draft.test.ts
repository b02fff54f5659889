import { expect, it } from "vitest";
import { begun, formOf } from "./draft";

const draft = { ...begun("Ana Example", (key: string) => key, new Date("2026-11-23T12:00:00")), recipient: "harborlight" };

it("lets both sides share with each other when the way back is wanted", () => {
  const form = formOf(draft, "c", "riverbend", "en");
  expect(form.disclosers).toEqual(["riverbend", "harborlight"]);
  expect(form.recipients).toEqual({ named: ["harborlight", "riverbend"] });
  expect(form.categories).toContain("referral-status");
});

it("names only the one direction without it", () => {
  const form = formOf({ ...draft, wayBack: false }, "c", "riverbend", "en");
  expect(form.disclosers).toEqual(["riverbend"]);
  expect(form.recipients).toEqual({ named: ["harborlight"] });
  expect(form.categories).not.toContain("referral-status");
});

it("sends blanks as blanks: the server names what is missing", () => {
  const form = formOf({ ...draft, recipient: "", endsAt: "", description: " " }, "c", "riverbend", "en");
  expect(form).toMatchObject({ recipients: { named: [] }, expires: {}, description: "" });
});

it("never says by itself that the client was told something", () => {
  expect(formOf(draft, "c", "riverbend", "en").statements).toEqual({ hipaaRedisclosure: false, redisclosureRisk: false, refusalConsequences: false });
});

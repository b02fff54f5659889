import type { TFunction } from "i18next";
import { expect, it } from "vitest";
import { type Asked, begun, formOf } from "./draft";

const asked = { receiver: "harborlight", purpose: "TREAT", service: { id: "s", name: "Residential", organization: "Harborlight" }, required: ["contact", "referral"], optional: [] } satisfies Asked;
const told = ((key: string, names?: Record<string, string>) => [key, ...Object.values(names ?? {})].join(" ")) as unknown as TFunction;
const start = begun("Ana Example", told, asked, new Date("2026-11-23T12:00:00"));
const draft = { ...start, wayBack: true };

it("begins with what the referral needs, so that nothing is asked twice", () => {
  expect(start).toMatchObject({ patientName: "Ana Example", recipient: "harborlight", categories: ["contact", "referral"], purposes: ["TREAT"], description: "consent.descriptionFor Residential Harborlight" });
});

it("never says by itself what is the client's to say", () => {
  expect(start).toMatchObject({ wayBack: false, hipaaRedisclosure: false, redisclosureRisk: false, refusalConsequences: false });
});

it("proposes nothing where there is no referral", () => {
  expect(begun("Ana Example", told)).toMatchObject({ recipient: "", categories: [], purposes: [], description: "" });
});

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

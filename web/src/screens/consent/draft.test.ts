import i18next, { type TFunction } from "i18next";
import { afterEach, expect, it, vi } from "vitest";
import type { Consent } from "../../api/types";
import en from "../../i18n/en.json";
import es from "../../i18n/es.json";
import { type Asked, begun, formOf, goesOn, resumed, spoken, unsignedFor } from "./draft";

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

afterEach(() => vi.restoreAllMocks());

it.each([["Los Angeles", 480], ["Tokyo", -540], ["Kiritimati", -840]])("sends the last day as it was chosen, and goes on with it, on a phone that goes by %s", (_, offset) => {
  const asksThePhone = vi.spyOn(Date.prototype, "getTimezoneOffset").mockReturnValue(offset);
  expect(formOf({ ...draft, endsAt: "2027-01-31" }, "c", "riverbend", "en").expires).toEqual({ on: "2027-01-31" });
  expect(resumed(left({ expires: { at: "2027-02-01T05:00:00Z", on: "2027-01-31" } }), "riverbend").endsAt).toBe("2027-01-31");
  expect(resumed(left({ expires: { at: "2027-02-01T04:59:59Z" } }), "riverbend").endsAt).toBe("2027-01-31");
  expect(begun("Ana Example", told, asked, new Date("2026-11-23T23:30:00Z")).endsAt).toBe("2027-11-23");
  expect(asksThePhone).not.toHaveBeenCalled();
});

const left = (part: object) =>
  ({
    id: "d",
    status: "draft",
    patientName: "Ana Example",
    disclosers: ["harborlight", "riverbend"],
    recipients: { named: ["harborlight", "riverbend"] },
    categories: ["contact", "referral", "referral-status"],
    purposes: ["TREAT"],
    description: "What I said.",
    expires: { event: "when I have moved in" },
    revocation: { statement: "s", method: "m" },
    statements: { hipaaRedisclosure: true, redisclosureRisk: true, refusalConsequences: true },
    ...part,
  }) as unknown as Consent;

it("writes the newest unsigned draft for a place anew, and no other", () => {
  const drafts = [left({ id: "first" }), left({ id: "second" }), left({ id: "signed", status: "active" }), left({ id: "elsewhere", recipients: { named: ["lakeview"] } })];
  expect(unsignedFor("harborlight", drafts)?.id).toBe("second");
  expect(unsignedFor("hillcrest", drafts)).toBeUndefined();
});

it("goes on with what was written, and says nothing again that is the client's to say", () => {
  expect(resumed(left({}), "riverbend")).toEqual({
    ...begun("Ana Example", told),
    recipient: "harborlight",
    categories: ["contact", "referral"],
    purposes: ["TREAT"],
    description: "What I said.",
    ends: "event",
    endsAt: "",
    endsOn: "when I have moved in",
    statement: "s",
    method: "m",
  });
});

it("goes on with a draft for the same purpose, and adds nothing that the client left out", () => {
  expect(goesOn(left({}), asked)).toBe(true);
  expect(goesOn(left({ purposes: [] }), asked)).toBe(false);
  expect(goesOn(left({ categories: ["contact"] }), asked)).toBe(true);
});

it("says in the language spoken what it began with in another, and leaves alone what somebody wrote", async () => {
  const app = i18next.createInstance();
  await app.init({ lng: "en", resources: { en: { translation: en }, es: { translation: es } }, interpolation: { escapeValue: false } });
  const english = begun("Ana Example", app.t, asked);
  await app.changeLanguage("es");
  const spanish = begun("Ana Example", app.t, asked, new Date());
  const texts = ({ description, statement, method }: typeof english) => ({ description, statement, method });
  expect(texts(spanish)).not.toEqual(texts(english));
  expect(texts(spoken(english, app, ["en", "es"], asked))).toEqual(texts(spanish));
  const theirs = { ...english, description: "Only my phone.", statement: "Whenever I want.", method: "I tell Maya." };
  expect(spoken(theirs, app, ["en", "es"], asked)).toEqual(theirs);
});

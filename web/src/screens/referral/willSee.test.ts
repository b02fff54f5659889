import { expect, it } from "vitest";
import type { Client, Referral } from "../../api/types";
import { willSee } from "./willSee";

const contact = { phone: "555-0100", email: "ana@example.org", call: false, text: false, leaveMessage: false, sendEmail: true };
const client = { nameToUse: "Ana", languages: ["en"], legalName: "Ana Example", contact } as unknown as Client;
const referral = { service: { name: "Residential treatment" }, need: "treatment", urgency: "routine", reason: "near my sister" } as Referral;

it("shows what the consent covers and nothing else", () => {
  expect(Object.keys(willSee(client, referral, ["contact", "referral"]))).toEqual(["contact", "referral"]);
  expect(willSee(client, referral, ["demographics"])).toEqual({ demographics: { legalName: "Ana Example", dateOfBirth: undefined } });
  expect(willSee(client, referral, [])).toEqual({});
});

it("keeps a number that nobody may call or text", () => {
  const channels = (of: Client) => willSee(of, referral, ["contact"])["contact"]?.["channels"];
  expect(channels(client)).toMatchObject({ phone: undefined, email: "ana@example.org" });
  expect(channels({ ...client, contact: { ...contact, text: true, sendEmail: false } })).toMatchObject({ phone: "555-0100", email: undefined });
});

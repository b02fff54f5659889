import { expect, it } from "vitest";
import type { Referral } from "../api/types";
import { awaitsAnswer, awaitsIntake, happened, newestFirst, standing } from "./referralWords";

const t = ((key: string) => key) as Parameters<typeof standing>[1];
const referral = (id: string, at?: string) => ({ id, history: at === undefined ? [] : [{ at }] }) as Referral;

it("puts the newest first, and a draft before everything", () => {
  const sorted = newestFirst([referral("old", "2026-11-01T00:00:00Z"), referral("draft"), referral("new", "2026-11-20T00:00:00Z")]);
  expect(sorted.map(({ id }) => id)).toEqual(["draft", "new", "old"]);
});

it("says by the step where a referral is on its way, and by its end once it has ended", () => {
  expect(standing({ status: "accepted", businessStatus: "intake-scheduled" }, t)).toBe("businessStatus.intake-scheduled");
  expect(standing({ status: "accepted", businessStatus: "acknowledged" }, t)).toBe("status.accepted");
  expect(standing({ status: "completed", businessStatus: "engaged" }, t)).toBe("status.completed");
});

it("does not call a refused sending sent", () => {
  const entry = { at: "2026-11-20T00:00:00Z", by: "system", step: "refused", status: "requested", businessStatus: "awaiting-disclosure" } as const;
  expect(happened(entry, t)).toBe("history.refused");
});

it("knows what the receiver still owes an answer to", () => {
  const incoming = { direction: "in", status: "requested", businessStatus: "delivered" } as Referral;
  expect(awaitsAnswer(incoming)).toBe(true);
  expect(awaitsAnswer({ ...incoming, direction: "out" })).toBe(false);
  expect(awaitsAnswer({ ...incoming, status: "accepted" })).toBe(false);
});

it("names the time of the intake only while the client is awaited", () => {
  const accepted = { businessStatus: "intake-scheduled", intakeAt: "2026-11-29T19:00:00Z" } as const;
  expect(awaitsIntake(accepted)).toBe(true);
  expect(awaitsIntake({ ...accepted, businessStatus: "attended" })).toBe(false);
  expect(awaitsIntake({ businessStatus: "intake-scheduled" } as Referral)).toBe(false);
});

import { expect, it } from "vitest";
import type { Client, Milestone, Plan, Referral } from "../../api/types";
import { nextStepFor } from "./nextStep";

const client = (status: Client["status"]) => ({ id: "c", status }) as Client;
const plan = { status: "active" } as Plan;
const referral = (part: Partial<Referral>) => ({ id: "r", status: "requested", service: { organization: "A place" }, ...part }) as Referral;

it("begins with the enrolment", () => {
  expect(nextStepFor(client("registered"), [], undefined, []).code).toBe("enrol");
});

it("asks for the client's words, then for their choice; what is shared follows from it", () => {
  expect(nextStepFor(client("active"), [], undefined, []).code).toBe("plan");
  expect(nextStepFor(client("active"), [], plan, []).code).toBe("options");
  expect(nextStepFor(client("active"), [referral({ status: "draft" })], plan, [])).toMatchObject({ code: "send", to: "/referrals/r", referral: { id: "r" } });
});

it("puts what was held back before everything that can wait", () => {
  const held = referral({ id: "held", attention: "consent-missing" });
  expect(nextStepFor(client("active"), [referral({ status: "draft" }), held], plan, [{ status: "proposed" } as Milestone])).toMatchObject({
    code: "sendAgain",
    to: "/referrals/held",
    referral: { id: "held" },
  });
});

it("waits while a referral is open, and looks further when it has ended", () => {
  expect(nextStepFor(client("active"), [referral({})], plan, []).code).toBe("wait");
  expect(nextStepFor(client("active"), [referral({ status: "rejected" })], plan, []).code).toBe("options");
});

it("asks whoever arrived what they want now, before it looks for other places", () => {
  const arrived = referral({ status: "completed" });
  const elsewhere = referral({ status: "failed" });
  expect(nextStepFor(client("active"), [arrived, elsewhere], plan, [])).toEqual({ code: "further", to: "/clients/c/plan" });
  expect(nextStepFor(client("active"), [elsewhere, arrived], plan, []).code).toBe("options");
});

it("lets a draft rest that another referral overtook", () => {
  const draft = referral({ id: "draft", status: "draft" });
  const sent = referral({ id: "sent" });
  expect(nextStepFor(client("active"), [draft, sent], plan, [])).toEqual({ code: "wait", to: "/referrals/sent" });
  const elsewhere = { ...sent, service: { organization: "Elsewhere" } } as Referral;
  expect(nextStepFor(client("active"), [draft, elsewhere], plan, [])).toMatchObject({ code: "send", to: "/referrals/draft" });
});

import type { Client, Milestone, Plan, Referral } from "../../api/types";
import { isOver, underWayFor } from "../../parts/referralWords";

export interface Step {
  code: "enrol" | "mark" | "send" | "sendAgain" | "plan" | "options" | "further" | "wait";
  to: string;
  /** What is to be sent, if the client's consent covers it. */
  referral?: Referral;
}

/**
 * What to do next together with a client, of whose referrals the newest comes first. Only a suggestion: everything else stays open. A consent has no step of its own:
 * whom it must name is known once the client has chosen, so it is drawn up from the referral.
 */
export function nextStepFor(client: Client, referrals: readonly Referral[], plan: Plan | undefined, milestones: readonly Milestone[]): Step {
  const here = `/clients/${client.id}`;
  const held = referrals.find((referral) => referral.attention !== undefined && !isOver(referral));
  const sent = referrals.filter((referral) => referral.status !== "draft");
  // A draft that another one overtook waits for nobody.
  const draft = referrals.find(
    (referral) => referral.status === "draft" && underWayFor({ optionSetId: referral.optionSetId, organization: referral.service.organization }, sent) === undefined,
  );
  const open = sent.find((referral) => !isOver(referral));
  if (client.status !== "active") {
    return { code: "enrol", to: `${here}/enrolment` };
  }
  if (held) {
    return { code: "sendAgain", to: `/referrals/${held.id}`, referral: held };
  }
  if (milestones.some((milestone) => milestone.status === "proposed")) {
    return { code: "mark", to: `${here}/plan` };
  }
  if (draft) {
    return { code: "send", to: `/referrals/${draft.id}`, referral: draft };
  }
  if (plan === undefined || plan.status !== "active") {
    return { code: "plan", to: `${here}/plan` };
  }
  if (open) {
    return { code: "wait", to: `/referrals/${open.id}` };
  }
  // Whoever arrived says first what they want now; where it did not work out, other places are looked for.
  return referrals[0]?.status === "completed" ? { code: "further", to: `${here}/plan` } : { code: "options", to: `${here}/options` };
}

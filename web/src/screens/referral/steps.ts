import type { Party } from "../../api/types";

/** What is offered to choose from; the services judge what is sent (docs/referral-states.md). */
const reasons: Record<string, readonly string[]> = {
  "receiver rejected": ["no-capacity", "client-declined", "additional-assessment-required", "not-eligible", "service-not-offered", "already-served", "other"],
  "receiver on-hold": ["waiting-for-client", "waiting-for-place", "waiting-for-payer", "other"],
  "receiver failed": ["client-left", "client-declined", "unable-to-reach", "other"],
  "receiver returned": ["no-capacity", "client-declined", "not-eligible", "service-not-offered", "unable-to-reach", "other"],
  "receiver cancelled": ["no-capacity", "client-declined", "did-not-arrive", "unable-to-reach", "other"],
  "requester cancelled": ["client-declined", "need-met-elsewhere", "unable-to-reach", "other"],
};

export function reasonsFor(step: string, party: Party): readonly string[] {
  return reasons[`${party} ${step}`] ?? [];
}

/** Whether a step can name the time of the intake. */
export function takesTime(step: string): boolean {
  return step === "accepted" || step === "intake-scheduled";
}

/** Whether nothing more comes after it. */
export function ends(step: string): boolean {
  return ["rejected", "returned", "failed", "cancelled"].includes(step);
}

// What happens most, and most wishes for, stands first.
const order = ["accepted", "attended", "engaged", "completed", "intake-scheduled", "acknowledged", "resumed", "hold-granted", "waitlisted", "missed", "on-hold", "rejected", "returned", "failed", "cancelled"];

export function inOrder(allowed: readonly string[]): string[] {
  return order.filter((step) => allowed.includes(step));
}

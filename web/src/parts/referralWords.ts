import type { TFunction } from "i18next";
import type { HistoryEntry, Referral } from "../api/types";

export type Tone = "new" | "moving" | "there" | "waiting" | "ended";

/** Whether nothing more comes of it. */
export function isOver(referral: Pick<Referral, "status">): boolean {
  return ended.includes(referral.status);
}

const ended = ["completed", "rejected", "failed", "cancelled", "entered-in-error"];

/** A draft that was taken back before it was sent: nobody else ever knew of it, and nobody needs to come upon it. */
export function isTakenBack({ status, businessStatus }: Pick<Referral, "status" | "businessStatus">): boolean {
  return status === "entered-in-error" && businessStatus === undefined;
}

/** The newest of a client's referrals that follows from that choice, or goes to the same organization, and is not over. */
export function underWayFor({ optionSetId, organization }: { optionSetId: string | undefined; organization: string }, referrals: readonly Referral[]): Referral | undefined {
  return newestFirst(referrals).find((referral) => !isOver(referral) && ((optionSetId !== undefined && referral.optionSetId === optionSetId) || referral.service.organization === organization));
}

/** Where a referral stands, in a few words. */
export function standing(referral: Pick<Referral, "status" | "businessStatus">, t: TFunction): string {
  const { status, businessStatus } = referral;
  if (isTakenBack(referral)) {
    return t("status.taken-back");
  }
  if (businessStatus === undefined || ["rejected", "on-hold", "completed", "failed", "cancelled", "entered-in-error"].includes(status)) {
    return t(`status.${status}`);
  }
  if (status === "accepted" && businessStatus === "acknowledged") {
    return t("status.accepted");
  }
  return t(`businessStatus.${businessStatus}`);
}

/** What happened, in a few words. */
export function happened(entry: HistoryEntry, t: TFunction): string {
  switch (entry.step) {
    case "refused":
      return t("history.refused");
    case "sending":
      return t("status.requested");
    case "resumed":
      return t("step.resumed.label");
    default:
      return standing(entry, t);
  }
}

export function tone(referral: Pick<Referral, "status" | "businessStatus" | "attention">): Tone {
  if (referral.attention !== undefined) {
    return "waiting";
  }
  if (isOver(referral)) {
    return "ended";
  }
  switch (referral.businessStatus) {
    case undefined:
    case "awaiting-disclosure":
    case "missed":
    case "waitlisted":
      return "waiting";
    case "delivered":
      return "new";
    case "attended":
    case "engaged":
      return "there";
    default:
      return "moving";
  }
}

/** The newest first; a draft, which has no history yet, is newer than everything. */
export function newestFirst(referrals: readonly Referral[]): Referral[] {
  const latest = (referral: Referral) => referral.history.at(-1)?.at ?? "9";
  return [...referrals].sort((one, other) => latest(other).localeCompare(latest(one)));
}

/** Whether there is a time at which the client is awaited. */
export function awaitsIntake<R extends Pick<Referral, "businessStatus" | "intakeAt">>(referral: R): referral is R & { intakeAt: string } {
  return referral.businessStatus === "intake-scheduled" && referral.intakeAt !== undefined;
}

/** What the receiver still owes an answer to. */
export function awaitsAnswer(referral: Referral): boolean {
  return referral.direction === "in" && ["delivered", "acknowledged"].includes(referral.businessStatus ?? "") && referral.status === "requested";
}

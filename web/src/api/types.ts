import type { components as ClientService } from "../../target/api/client-service";
import type { components as NotificationService } from "../../target/api/notification-service";
import type { components as PlanService } from "../../target/api/plan-service";
import type { components as ReferralService } from "../../target/api/referral-service";

// What the services promise, by the names that the app has for it. Where a promise says less than the app relies on, it
// is narrowed here and nowhere else.
type OfClients = ClientService["schemas"];
type OfPlans = PlanService["schemas"];
type OfReferrals = ReferralService["schemas"];
type Narrowed<T, By> = Omit<T, keyof By> & By;

/** A recorded act of the client: what is theirs to decide takes effect by one of these only. */
export type Act = OfPlans["ActView"];
export type ActKind = Act["kind"];

/** The gateway's own answer, which no service describes. */
export interface Me {
  subject: string;
  name?: string;
  agency: string;
  roles: string[];
  until: string;
}

export interface List<T> {
  items: T[];
  next?: string;
}

export type Client = OfClients["ClientView"];

/** How somebody may be reached, as it is asked at the first meeting: each way is off until they say so. */
export type ContactCard = Narrowed<OfClients["Contact"], { call: boolean; text: boolean; leaveMessage: boolean; sendEmail: boolean }>;

export type Handout = OfClients["HandoutsApi.HandoutView"];

export type ConsentForm = OfClients["ConsentDraft"];
export type Consent = Narrowed<OfClients["ConsentView"], { status: "draft" | "active" | "revoked" | "expired" | "superseded" | "refused" }>;
export type Purpose = Consent["purposes"][number];
export type Category = Consent["categories"][number];

export type Disclosure = Narrowed<OfClients["PackageView"], { package: Record<string, Record<string, unknown>> }>;
export type LedgerRow = OfClients["LedgerView"];

/** What the door would say if it were asked now. */
export type Preview = OfClients["PreviewView"];

export type DirectoryService = OfReferrals["ServiceView"];
export type OptionSet = OfReferrals["OptionSetController.OptionSetView"];
export type Referral = OfReferrals["ReferralView"];
export type HistoryEntry = OfReferrals["ReferralView.HistoryItem"];
export type Party = HistoryEntry["by"];

export type Plan = OfPlans["PlanView"];
export type Goal = OfPlans["GoalView"];
export type GoalCategory = Goal["category"];
export type Milestone = OfPlans["MilestoneView"];

export type Notification = NotificationService["schemas"]["NotificationView"];

import type { Fault } from "./problem";

/** A recorded act of the client: what is theirs to decide takes effect by one of these only. */
export type ActKind = "in-person" | "phone" | "own-sign-in" | "signed-paper";

export interface Act {
  kind: ActKind;
  at: string;
  words?: string;
  recordedBy?: string;
  recordedAt?: string;
}

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

export type ClientStatus = "registered" | "active";

/** How somebody may be reached: each way is off until they say so. */
export interface ContactCard {
  phone?: string;
  email?: string;
  call: boolean;
  text: boolean;
  leaveMessage: boolean;
  sendEmail: boolean;
  times?: string;
}

export interface Client {
  id: string;
  nameToUse: string;
  pronouns?: string;
  languages: string[];
  legalName?: string;
  dateOfBirth?: string;
  status: ClientStatus;
  contact: ContactCard;
  notice?: { version: string; language: string; medium: string; givenAt: string };
  agreement?: { version: string; clientSignedAt: string };
  version: number;
}

export type Purpose = "TREAT" | "HPAYMT" | "HOPERAT" | "COC" | "CJ";
export type Category = "contact" | "demographics" | "referral" | "referral-status" | "plan" | "encounters" | "attendance" | "recovery-capital";

export interface ConsentForm {
  clientId: string;
  patientName: string;
  disclosers: string[];
  recipients: { named: string[] };
  purposes: Purpose[];
  categories: Category[];
  description: string;
  expires: { at?: string; event?: string; none?: boolean };
  revocation: { statement: string; method: string };
  statements: { hipaaRedisclosure: boolean; redisclosureRisk: boolean; refusalConsequences: boolean };
  language: string;
}

export type ConsentStatus = "draft" | "active" | "revoked" | "expired" | "superseded" | "refused";

export interface Consent extends ConsentForm {
  id: string;
  status: ConsentStatus;
  /** What the law asks for and the paper does not have; absent where nothing is lacking. */
  lacking?: Fault[];
  signature?: { signer: "client" | "both" | "representative"; authority?: string; at: string };
  version: number;
}

export interface Disclosure {
  id: string;
  package: Record<string, Record<string, unknown>>;
  notice: { version: string; text?: string; shortText: string };
  /** `expires` is an instant, an event or `none`; `recipient` lists agencies. */
  scope: { purposes: string[]; categories: string[]; expires: string; recipient: string };
  redisclosure: string;
  labels: string[];
}

export interface LedgerRow {
  id: string;
  at: string;
  outcome: "released" | "denied";
  code?: string;
  discloser: string;
  recipient: string;
  categories: string[];
  withheld: string[];
  /** Which answer it was, on the way back. */
  step?: string;
}

/** What the door would say if it were asked now. */
export interface Preview {
  outcome: "released" | "denied";
  code?: string;
  released: string[];
  withheld: string[];
}

export interface DirectoryService {
  id: string;
  name: string;
  organization: { id: string; name: string; agency?: string };
  description?: string;
  status: string;
  assuredDate?: string;
  location?: { name?: string; city?: string; state?: string };
  phones: { number: string; extension?: number; description?: string }[];
  languages: { code?: string; name?: string }[];
  schedules: { byday?: string; opensAt?: string; closesAt?: string; description?: string }[];
  eligibility: { description?: string; minimumAge?: number; maximumAge?: number };
  fees?: string;
  alert?: string;
  taxonomies: { taxonomy?: string; code?: string; name?: string }[];
}

export interface OptionSet {
  id: string;
  clientId: string;
  need: string;
  services: { serviceId: string; name: string; organization: string }[];
  choice?: { serviceId: string; act: Act };
  version: number;
}

export type TaskStatus = "draft" | "requested" | "accepted" | "rejected" | "on-hold" | "in-progress" | "completed" | "failed" | "cancelled" | "entered-in-error";
export type Party = "requester" | "receiver" | "system";

export interface HistoryEntry {
  at: string;
  by: Party;
  step: string;
  status: TaskStatus;
  businessStatus?: string;
  reason?: string;
  refusal?: string;
  intakeAt?: string;
}

export interface Referral {
  id: string;
  direction: "in" | "out";
  status: TaskStatus;
  businessStatus?: string;
  service: { id: string; name: string; organization: string };
  requester: string;
  receiver: string;
  disclosureId?: string;
  categories: string[];
  clientId?: string;
  purpose: string;
  required?: string[];
  optional?: string[];
  urgency?: "routine" | "urgent";
  reason?: string;
  intakeAt?: string;
  need?: string;
  withheld?: string[];
  attention?: string;
  history: HistoryEntry[];
  allowed: string[];
  wayBack?: boolean;
  version: number;
}

export type GoalCategory =
  | "support-groups"
  | "individual-therapy"
  | "basic-health-care-maintenance"
  | "stable-housing"
  | "family-life"
  | "personal-relationships"
  | "community-connections"
  | "education-goals"
  | "vocational-development"
  | "job-seeking-and-employment"
  | "monitoring-timetable"
  | "re-engagement-plan";

export interface Goal {
  id: string;
  words: string;
  category: GoalCategory;
  statedBy: "client" | "prs-proposal";
  status: "proposed" | "accepted";
  acceptance?: Act;
  writtenAt: string;
}

export interface Plan {
  id: string;
  clientId: string;
  status: "draft" | "active";
  goals: Goal[];
  activation?: Act;
  version: number;
}

export interface Milestone {
  id: string;
  planId: string;
  goalId: string;
  words: string;
  on?: { referralBusinessStatus: string; referralId?: string };
  status: "open" | "proposed" | "marked";
  proposal?: { referralId: string; at: string };
  marking?: Act;
}

export interface Notification {
  id: string;
  code: string;
  subjectKind: string;
  subjectId: string;
  at: string;
  readAt?: string;
}

import type { TFunction, i18n as I18n } from "i18next";
import { now } from "../../api/clock";
import type { Category, Consent, ConsentForm, Purpose, Referral } from "../../api/types";

/** What is filled in when a consent is drawn up. */
export interface Draft {
  patientName: string;
  recipient: string;
  categories: readonly Category[];
  wayBack: boolean;
  purposes: readonly Purpose[];
  description: string;
  ends: "date" | "event";
  /** The last day, as the agency's days go. */
  endsAt: string;
  endsOn: string;
  statement: string;
  method: string;
  hipaaRedisclosure: boolean;
  redisclosureRisk: boolean;
  refusalConsequences: boolean;
}

const DAY = 24 * 60 * 60 * 1000;
const YEAR = 365 * DAY;

/** What a referral asks of a consent: whom it goes to, what it carries and what for. */
export type Asked = Pick<Referral, "receiver" | "purpose" | "service" | "required" | "optional">;

/**
 * The start of a draft, to be changed freely: what the referral that the client chose needs, and no more. What is the client's
 * to say is never ticked beforehand: that the place may answer, and that they were told something.
 */
export function begun(patientName: string, t: TFunction, asked?: Asked, present = now()): Draft {
  return {
    patientName,
    recipient: asked?.receiver ?? "",
    categories: asked === undefined ? [] : ([...(asked.required ?? []), ...(asked.optional ?? [])] as Category[]),
    wayBack: false,
    purposes: asked === undefined ? [] : [asked.purpose as Purpose],
    description: asked === undefined ? "" : t("consent.descriptionFor", placeOf(asked)),
    ends: "date",
    endsAt: dayOf(present.getTime() + YEAR),
    endsOn: "",
    statement: t("consent.revocation.statement"),
    method: t("consent.revocation.method"),
    hipaaRedisclosure: false,
    redisclosureRisk: false,
    refusalConsequences: false,
  };
}

function placeOf({ service }: Asked) {
  return { service: service.name, place: service.organization };
}

/** The same, with what nobody has changed of the sentences that it began with in the language that is spoken now: so is its paper. */
export function spoken(draft: Draft, { t, getFixedT }: Pick<I18n, "t" | "getFixedT">, languages: readonly string[], asked?: Asked): Draft {
  const again = (text: string, key: string, values = {}) => (languages.some((language) => getFixedT(language)(key, values) === text) ? t(key, values) : text);
  return {
    ...draft,
    description: asked === undefined ? draft.description : again(draft.description, "consent.descriptionFor", placeOf(asked)),
    statement: again(draft.statement, "consent.revocation.statement"),
    method: again(draft.method, "consent.revocation.method"),
  };
}

/** The newest of a client's drafts for that place that nobody has signed: it is written anew, so that none is left behind. */
export function unsignedFor(recipient: string, consents: readonly Consent[]): Consent | undefined {
  return consents.filter(({ status, recipients }) => status === "draft" && (recipients.named ?? []).includes(recipient)).at(-1);
}

/**
 * Whether a draft that was left is for what is asked now; else one begins with what is asked. What the client left out of it
 * stays out: it is theirs to say, and the referral says what it would need.
 */
export function goesOn(left: Consent, asked: Asked | undefined): boolean {
  return asked === undefined || left.purposes.includes(asked.purpose as Purpose);
}

/** A draft that was left, to go on with. What only the client can say is said again: nobody knows who ticked it, and when. */
export function resumed({ patientName, recipients, categories, purposes, description, expires, revocation }: Consent, agency: string): Draft {
  const recipient = (recipients.named ?? []).find((party) => party !== agency) ?? "";
  return {
    patientName,
    recipient,
    categories: categories.filter((category) => category !== "referral-status"),
    wayBack: false,
    purposes,
    description,
    ends: expires.event === undefined ? "date" : "event",
    endsAt: lastDayOf(expires),
    endsOn: expires.event ?? "",
    ...revocation,
    hipaaRedisclosure: false,
    redisclosureRisk: false,
    refusalConsequences: false,
  };
}

/** Of an instant that is no day's end at the agency the day before: going on with a draft lets nobody know anything longer. */
function lastDayOf({ on, at }: Consent["expires"]): string {
  return on ?? (at === undefined ? "" : dayOf(Date.parse(at) - DAY));
}

/** By UTC: what day it is on this phone says nothing about the agency's. */
function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * The consent as it is sent. With the way back both agencies share with each other; blanks stay blank, since the server
 * names every element that is missing.
 */
export function formOf(draft: Draft, clientId: string, agency: string, language: string): ConsentForm {
  const chosen = draft.recipient === "" ? [] : [draft.recipient];
  const back = draft.wayBack && chosen.length > 0;
  return {
    clientId,
    patientName: draft.patientName.trim(),
    disclosers: back ? [agency, ...chosen] : [agency],
    recipients: { named: back ? [...chosen, agency] : chosen },
    purposes: [...draft.purposes],
    categories: draft.wayBack ? [...draft.categories, "referral-status"] : [...draft.categories],
    description: draft.description.trim(),
    expires: draft.ends === "event" ? { event: draft.endsOn.trim() } : draft.endsAt === "" ? {} : { on: draft.endsAt },
    revocation: { statement: draft.statement.trim(), method: draft.method.trim() },
    statements: { hipaaRedisclosure: draft.hipaaRedisclosure, redisclosureRisk: draft.redisclosureRisk, refusalConsequences: draft.refusalConsequences },
    language,
  };
}

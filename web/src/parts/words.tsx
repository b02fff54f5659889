import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../api/clock";
import type { Consent } from "../api/types";
import { agencyName } from "./me";

/** What the client said, as they said it. */
export function Quote({ children, by }: { children: ReactNode; by?: ReactNode }) {
  return (
    <figure className="quote">
      <blockquote>{children}</blockquote>
      {by && <figcaption>{by}</figcaption>}
    </figure>
  );
}

/** An instant as people say it where they are. */
export function When({ at, day = false, brief = false }: { at: string; day?: boolean; brief?: boolean }) {
  const { i18n } = useTranslation();
  return <time dateTime={at}>{brief ? momentText(new Date(at), i18n.language) : instantText(at, i18n.language, day)}</time>;
}

export function instantText(at: string, language: string, day = false): string {
  return new Intl.DateTimeFormat(language, day ? { dateStyle: "long" } : { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
}

/** An instant in a few words: today by its time, this year without the year. */
export function momentText(at: Date, language: string, present = now()): string {
  const time = { hour: "numeric", minute: "2-digit" } as const;
  if (at.toDateString() === present.toDateString()) {
    return `${new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(0, "day")}, ${new Intl.DateTimeFormat(language, time).format(at)}`;
  }
  return at.getFullYear() === present.getFullYear() ? new Intl.DateTimeFormat(language, { month: "short", day: "numeric", ...time }).format(at) : instantText(at.toISOString(), language);
}

/** A language by its code (BCP 47), as the reader calls it; none for what is no code. */
export function languageText(code: string | undefined, language: string): string | undefined {
  const known = code !== undefined && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code) ? new Intl.DisplayNames(language, { type: "language", fallback: "none" }).of(code) : undefined;
  return known === undefined ? undefined : known.charAt(0).toLocaleUpperCase(language) + known.slice(1);
}

/** A status as a word with a mark; the colour only repeats what the word says. */
export function Mark({ tone, children }: { tone: "new" | "moving" | "there" | "waiting" | "ended"; children: ReactNode }) {
  return <span className={`mark ${tone}`}>{children}</span>;
}

/** Where a consent stands. */
export function ConsentMark({ status }: { status: Consent["status"] }) {
  const { t } = useTranslation();
  return <Mark tone={status === "active" ? "there" : status === "draft" ? "new" : "ended"}>{t(`consentStatus.${status}`)}</Mark>;
}

/** Whom a consent that is in force tells nothing any more, since the client took them back. */
export function NoLongerTold({ barred }: { barred: Consent["barred"] }) {
  const { t } = useTranslation();
  return barred && <span className="hint">{t("consent.barred", { who: barred.map(agencyName).join("; ") })}</span>;
}

/** A number to be called with one touch, where the client allowed calls. */
export function Phone({ number, mayCall }: { number: string; mayCall: boolean }) {
  return mayCall ? (
    <a href={`tel:${number.replace(/[^\d+]/g, "")}`} className="call">
      {number}
    </a>
  ) : (
    number
  );
}

/** A term and what it is. */
export function Facts({ facts }: { facts: readonly (readonly [term: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== undefined && value !== null && value !== "")
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

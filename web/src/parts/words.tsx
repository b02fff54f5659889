import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

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
export function When({ at, day = false }: { at: string; day?: boolean }) {
  const { i18n } = useTranslation();
  return <time dateTime={at}>{instantText(at, i18n.language, day)}</time>;
}

export function instantText(at: string, language: string, day = false): string {
  return new Intl.DateTimeFormat(language, day ? { dateStyle: "long" } : { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
}

/** An instant in a few words: without its day when that is today. */
export function momentText(at: Date, language: string, now = new Date()): string {
  return at.toDateString() === now.toDateString() ? new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(at) : instantText(at.toISOString(), language);
}

/** A status as a word with a mark; the colour only repeats what the word says. */
export function Mark({ tone, children }: { tone: "new" | "moving" | "there" | "waiting" | "ended"; children: ReactNode }) {
  return <span className={`mark ${tone}`}>{children}</span>;
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

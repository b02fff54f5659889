import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, hasMoved } from "../route/router";

interface Props {
  /** What kind of screen it is. It goes into the browser's title and history: never somebody's name. */
  kind: string;
  heading: ReactNode;
  lead?: ReactNode;
  back?: readonly [to: string, label: string] | undefined;
  children?: ReactNode;
}

/** A screen. */
export function Page({ kind, heading, lead, back, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${kind} · ${t("app.name")}`;
  }, [kind, t]);
  // After a move the reading goes on at the new screen's heading; the first screen is announced by the browser.
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasMoved()) {
      title.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <main id="main" className="page" tabIndex={-1}>
      {back && (
        <Link to={back[0]} className="back">
          <span aria-hidden="true">‹ </span>
          {back[1]}
        </Link>
      )}
      <h1 tabIndex={-1} ref={title}>
        {heading}
      </h1>
      {lead && <div className="lead">{lead}</div>}
      {children}
    </main>
  );
}

/** A part of a screen under its own heading. */
export function Section({ heading, children, tone }: { heading: string; children: ReactNode; tone?: "card" | "calm" }) {
  return (
    <section className={tone === undefined ? "section" : `section ${tone}`}>
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

/** The one thing to do now, big enough for a busy person. */
export function NextStep({ heading, children }: { heading: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className="next" aria-label={t("next.label")}>
      <p className="eyebrow">{t("next.label")}</p>
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

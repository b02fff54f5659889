import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { deficient } from "../../api/problem";
import { useConsentPaper } from "../../api/queries";
import type { Consent } from "../../api/types";
import { Loaded } from "../../parts/Loaded";
import { ProblemNote } from "../../parts/ProblemNote";
import { settingOf } from "./setting";

interface Props {
  consent: Consent;
  /** It has just been drawn up: the reading goes on here. */
  next?: boolean;
  /** What stands below it, given the hash of the text that is shown. */
  children?: (hash: string) => ReactNode;
}

/** The paper that is kept when it is signed, word for word and in its own language, and before that what it still lacks. */
export function ConsentPaper({ consent, next = false, children }: Props) {
  return (
    <>
      {consent.lacking && <ProblemNote problem={deficient(consent.lacking)} reading />}
      <Loaded query={useConsentPaper(consent.id)}>
        {({ text, language, hash }) => (
          <>
            <Paper kind={kindOf(consent)} text={text} language={language} next={next} />
            {children?.(hash)}
          </>
        )}
      </Loaded>
    </>
  );
}

function kindOf({ signature, status }: Consent): "signed" | "toSign" | "unsigned" {
  return signature ? "signed" : status === "draft" ? "toSign" : "unsigned";
}

interface PaperProps {
  kind: ReturnType<typeof kindOf>;
  text: string;
  language: string | undefined;
  next: boolean;
}

function Paper({ kind, text, language, next }: PaperProps) {
  const { t } = useTranslation();
  const label = useId();
  const paper = useRef<HTMLElement>(null);
  useEffect(() => {
    if (next) {
      paper.current?.focus({ preventScroll: true });
    }
  }, [next]);
  const { heading, parts } = settingOf(text);
  return (
    <article className="paper" aria-labelledby={label} tabIndex={-1} ref={paper}>
      <p className="eyebrow" id={label}>
        {t(`paper.${kind}`)}
      </p>
      <div className="wording" lang={language}>
        {heading && <h2>{heading}</h2>}
        {parts.map((lines, part) => (
          <div key={part}>
            {lines.map((line, place) => (
              <p key={place}>{line}</p>
            ))}
          </div>
        ))}
      </div>
    </article>
  );
}

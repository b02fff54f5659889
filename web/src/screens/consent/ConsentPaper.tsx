import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Consent } from "../../api/types";
import { agencyName, useSignedIn } from "../../parts/me";
import { instantText } from "../../parts/words";
import { usePartners } from "./partners";

interface Props {
  consent: Consent;
  /** It has just been drawn up: the reading goes on here. */
  next?: boolean;
}

/** A consent in plain words, to be read together before it is signed. */
export function ConsentPaper({ consent, next = false }: Props) {
  const { t, i18n } = useTranslation();
  const { agency } = useSignedIn();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (next) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [next]);
  // A place is called by its own name, as the law asks.
  const known = new Map<string, string>(usePartners().map(([party, called]) => [party, called]));
  const list = (parties: readonly string[]) => new Intl.ListFormat(i18n.language).format(parties.map((party) => known.get(party) ?? agencyName(party)));
  const named = consent.recipients.named ?? [];
  const others = consent.disclosers.filter((party) => party !== agency);
  const back = consent.categories.includes("referral-status") && named.includes(agency) && others.length > 0;
  const { expires } = consent;
  const parts: readonly (readonly [string, string])[] = [
    ["who", t("paper.who", { name: consent.patientName, discloser: list(consent.disclosers) })],
    ["whom", list(named)],
    ["what", consent.categories.map((category) => t(`category.${category}`)).join("; ")],
    ["exactly", consent.description],
    ["why", consent.purposes.map((purpose) => t(`purpose.${purpose}`)).join("; ")],
    ["wayBack", back ? t("paper.back", { agency: agencyName(agency) }) : t("paper.noBack")],
    ["until", expires.at !== undefined ? instantText(expires.at, i18n.language, true) : (expires.event ?? "")],
    ["takeBack", `${consent.revocation.statement} ${consent.revocation.method}`],
  ];
  return (
    <article className="paper" aria-label={t("paper.label")}>
      <h2 tabIndex={-1} ref={heading}>
        {t("paper.heading")}
      </h2>
      <dl>
        {parts.map(([part, text]) => (
          <div key={part}>
            <dt>{t(`paper.terms.${part}`)}</dt>
            <dd>{text.trim() === "" ? <em>{t("paper.blank")}</em> : text}</dd>
          </div>
        ))}
      </dl>
      <ul className="plain">
        {(["hipaaRedisclosure", "redisclosureRisk", "refusalConsequences"] as const)
          .filter((statement) => consent.statements[statement])
          .map((statement) => (
            <li key={statement}>{t(`consent.statements.${statement}`)}</li>
          ))}
      </ul>
    </article>
  );
}

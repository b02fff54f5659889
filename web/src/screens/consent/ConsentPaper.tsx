import { useTranslation } from "react-i18next";
import type { ConsentForm } from "../../api/types";
import { agencyName } from "../../parts/me";
import { instantText } from "../../parts/words";

/** A consent in plain words, to be read together before it is signed. */
export function ConsentPaper({ consent }: { consent: ConsentForm }) {
  const { t, i18n } = useTranslation();
  const list = (texts: readonly string[]) => new Intl.ListFormat(i18n.language).format(texts);
  const named = consent.recipients.named ?? [];
  const receivers = named.filter((party) => !consent.disclosers.includes(party));
  const back = named.filter((party) => consent.disclosers.includes(party) && party === consent.disclosers[0]);
  const { expires } = consent;
  const parts: readonly (readonly [string, string])[] = [
    ["who", t("paper.who", { name: consent.patientName, discloser: list(consent.disclosers.slice(0, 1).map(agencyName)) })],
    ["whom", list((receivers.length > 0 ? receivers : named.slice(0, 1)).map((party) => agencyName(party)))],
    ["what", consent.categories.filter((category) => category !== "referral-status").map((category) => t(`category.${category}`)).join("; ")],
    ["exactly", consent.description],
    ["why", consent.purposes.map((purpose) => t(`purpose.${purpose}`)).join("; ")],
    ["wayBack", consent.categories.includes("referral-status") && back.length > 0 ? t("paper.back", { agency: list(back.map(agencyName)) }) : t("paper.noBack")],
    ["until", "at" in expires && expires.at !== undefined ? instantText(expires.at, i18n.language, true) : "event" in expires ? (expires.event ?? "") : ""],
    ["takeBack", `${consent.revocation.statement} ${consent.revocation.method}`],
  ];
  return (
    <article className="paper" aria-label={t("paper.label")}>
      <h2>{t("paper.heading")}</h2>
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

import { useTranslation } from "react-i18next";
import { useDisclosure } from "../../api/queries";
import type { Disclosure } from "../../api/types";
import { Loaded } from "../../parts/Loaded";
import { agencyName } from "../../parts/me";
import { Section } from "../../parts/Page";
import { Facts, Phone, Quote, instantText } from "../../parts/words";
import { INSTANT, mayCall, partsOf } from "./package";

/** What the client let the place know, with the notice that goes with it and how far it reaches: the same for both sides. */
export function Disclosed({ id, heading, withheld }: { id: string; heading: string; withheld?: string }) {
  return (
    <Section heading={heading} tone="card">
      <Loaded query={useDisclosure(id)} withheld={withheld && <p>{withheld}</p>}>{(disclosure) => <Told disclosure={disclosure} />}</Loaded>
    </Section>
  );
}

function Told({ disclosure }: { disclosure: Disclosure }) {
  const { t, i18n } = useTranslation();
  const { scope, notice } = disclosure;
  // The law prescribes the English words; whoever reads another language is told what they mean.
  const inWords = t("disclosure.inWords");
  const until = scope.expires === "none" ? t("disclosure.noEnd") : INSTANT.test(scope.expires) ? instantText(scope.expires, i18n.language) : scope.expires;
  return (
    <>
      <PackageParts released={disclosure.package} />
      <div className="note" role="note" aria-label={t("disclosure.notice")}>
        {inWords !== "" && <p className="strong">{inWords}</p>}
        <p className={inWords === "" ? "strong" : "small"} lang="en">
          {notice.shortText}
        </p>
        <Facts
          facts={[
            [t("disclosure.purpose"), scope.purposes.map((purpose) => t(`purpose.${purpose}`, { defaultValue: purpose })).join("; ")],
            [t("disclosure.categories"), scope.categories.map((category) => t(`category.${category}`)).join("; ")],
            [t("disclosure.recipient"), scope.recipient.split(", ").map(agencyName).join("; ")],
            [t("disclosure.expires"), until],
            [t("disclosure.redisclosure"), t([`redisclosure.${disclosure.redisclosure}`, "redisclosure.consent-only"])],
          ]}
        />
        <details>
          <summary>{t("disclosure.wholeNotice")}</summary>
          <p className="small" lang="en">
            {notice.text}
          </p>
          <p className="small">{disclosure.labels.join(" · ")}</p>
        </details>
      </div>
    </>
  );
}

/** What was or would be handed over, to be read: the client's words first. */
export function PackageParts({ released }: { released: Disclosure["package"] }) {
  const { t, i18n } = useTranslation();
  const { words, parts } = partsOf(released, t, i18n.language);
  return (
    <>
      {words && <Quote>{words}</Quote>}
      {parts.map(({ category, facts }) => (
        <div key={category}>
          <h3>{t(`category.${category}`)}</h3>
          <Facts facts={facts.map(([term, value]) => [term, term === t("member.phone") ? <Phone number={value} mayCall={mayCall(released)} /> : value])} />
        </div>
      ))}
    </>
  );
}

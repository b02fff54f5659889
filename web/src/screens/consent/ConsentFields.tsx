import { useTranslation } from "react-i18next";
import type { Category, Purpose } from "../../api/types";
import { Folded } from "../../parts/Folded";
import { Fieldset } from "../../parts/Form";
import { RadioField, SelectField, TextField, Tick, WordsField } from "../../parts/fields";
import { agencyName, useSignedIn } from "../../parts/me";
import type { Draft } from "./draft";
import { usePartners } from "./partners";

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** Whom, what, why, until when, how to take it back, and what the client was told. */
export function ConsentFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const { agency } = useSignedIn();
  const partners = usePartners();
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const with_ = <V,>(values: readonly V[], value: V, on: boolean) => (on ? [...values, value] : values.filter((other) => other !== value));
  return (
    <>
      <TextField label={t("consent.patientName")} pointer="/patientName" value={draft.patientName} onChange={(patientName) => change({ patientName })} />
      <SelectField
        label={t("consent.recipient")}
        hint={t("consent.recipientHint")}
        pointer="/recipients"
        value={draft.recipient}
        onChange={(recipient) => change({ recipient })}
        choices={[["", t("consent.choose")], ...partners]}
      />
      <Fieldset legend={t("consent.what")} hint={t("consent.whatHint")} pointer="/categories">
        {(["contact", "referral", "demographics"] as const satisfies readonly Category[]).map((category) => (
          <Tick
            key={category}
            label={t(`category.${category}`)}
            hint={t(`categoryHint.${category}`)}
            checked={draft.categories.includes(category)}
            onChange={(on) => change({ categories: with_(draft.categories, category, on) })}
          />
        ))}
      </Fieldset>
      <WordsField label={t("consent.description")} hint={t("consent.descriptionHint")} pointer="/description" words value={draft.description} onChange={(description) => change({ description })} />
      <Fieldset legend={t("consent.disclosers")} pointer="/disclosers">
        <Tick label={agencyName(agency)} checked disabled onChange={() => undefined} />
        <Tick label={t("consent.wayBack")} hint={t("consent.wayBackHint")} checked={draft.wayBack} onChange={(wayBack) => change({ wayBack })} />
      </Fieldset>
      <Fieldset legend={t("consent.why")} pointer="/purposes">
        {(["TREAT", "COC"] as const satisfies readonly Purpose[]).map((purpose) => (
          <Tick key={purpose} label={t(`purpose.${purpose}`)} checked={draft.purposes.includes(purpose)} onChange={(on) => change({ purposes: with_(draft.purposes, purpose, on) })} />
        ))}
      </Fieldset>
      <RadioField
        label={t("consent.until")}
        pointer="/expires"
        value={draft.ends}
        onChange={(ends) => change({ ends })}
        choices={[
          ["date", t("consent.untilDate")],
          ["event", t("consent.untilEvent")],
        ]}
      />
      {draft.ends === "date" ? (
        <TextField label={t("consent.endsAt")} type="date" pointer="/expires/on" value={draft.endsAt} onChange={(endsAt) => change({ endsAt })} />
      ) : (
        <TextField label={t("consent.endsOn")} hint={t("consent.endsOnHint")} value={draft.endsOn} onChange={(endsOn) => change({ endsOn })} />
      )}
      <Folded summary={t("consent.takeBack")} pointers={["/revocation/statement", "/revocation/method"]}>
        <WordsField label={t("consent.statement")} pointer="/revocation/statement" value={draft.statement} onChange={(statement) => change({ statement })} />
        <WordsField label={t("consent.method")} pointer="/revocation/method" value={draft.method} onChange={(method) => change({ method })} />
      </Folded>
      <Fieldset legend={t("consent.told")} hint={t("consent.toldHint")}>
        {(["hipaaRedisclosure", "redisclosureRisk", "refusalConsequences"] as const).map((statement) => (
          <Tick
            key={statement}
            label={t(`consent.statements.${statement}`)}
            pointer={`/statements/${statement}`}
            checked={draft[statement]}
            onChange={(told) => change({ [statement]: told })}
          />
        ))}
      </Fieldset>
    </>
  );
}

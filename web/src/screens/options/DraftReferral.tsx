import { useTranslation } from "react-i18next";
import { useSending } from "../../api/queries";
import type { Referral } from "../../api/types";
import { Folded } from "../../parts/Folded";
import { Form, Fieldset } from "../../parts/Form";
import { RadioField, Tick, WordsField } from "../../parts/fields";
import { useWritten } from "../../parts/written";
import { useGoOn } from "../../route/router";
import { purposeOf } from "./needs";

const required = ["contact", "referral"];

interface Preparing {
  urgency: "routine" | "urgent";
  purpose: ReturnType<typeof purposeOf>;
  demographics: boolean;
  reason: string;
}

/** Prepares the referral; nothing leaves before it is sent from its own screen. */
export function DraftReferral({ optionSetId, need }: { optionSetId: string; need: string }) {
  const { t } = useTranslation();
  const goOn = useGoOn();
  const form = useWritten<Preparing>(`referral ${optionSetId}`, { urgency: "routine", purpose: purposeOf(need), demographics: false, reason: "" });
  const { submit, busy, problem } = useSending<Referral>(form);
  const { urgency, purpose, demographics, reason } = form.written;

  const optional = purpose === "TREAT" && demographics ? ["demographics"] : [];
  const carried = [...required, ...optional];

  async function draft() {
    const body = {
      optionSetId,
      purpose,
      required,
      optional,
      urgency,
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
    };
    const done = await submit({ to: "/api/referrals", body });
    if (done) {
      goOn(`/referrals/${done.value.id}`);
    }
  }

  return (
    <Form label={t("draft.heading")} send={t("draft.send")} busy={busy} problem={problem} onSend={() => void draft()}>
      <WordsField label={t("draft.reason")} hint={t("draft.reasonHint")} pointer="/reason" optional words value={reason} onChange={(reason) => form.write({ reason })} />
      <RadioField
        label={t("draft.urgency")}
        beside
        pointer="/urgency"
        value={urgency}
        onChange={(urgency) => form.write({ urgency })}
        choices={[
          ["routine", t("urgency.routine")],
          ["urgent", t("urgency.urgent")],
        ]}
      />
      <Folded summary={t("draft.carries", { purpose: t(`purpose.${purpose}`), what: carried.map((category) => t(`category.${category}`)).join("; ") })} pointers={["/purpose", "/optional"]}>
        <RadioField
          label={t("consent.why")}
          pointer="/purpose"
          value={purpose}
          onChange={(purpose) => form.write({ purpose })}
          choices={[
            ["TREAT", t("purpose.TREAT")],
            ["COC", t("purpose.COC")],
          ]}
        />
        {purpose === "TREAT" && (
          <Fieldset legend={t("draft.what")} hint={t("draft.whatHint")} pointer="/optional">
            <Tick label={t("category.demographics")} hint={t("draft.optional")} checked={demographics} onChange={(demographics) => form.write({ demographics })} />
          </Fieldset>
        )}
      </Folded>
    </Form>
  );
}

import { useTranslation } from "react-i18next";
import { type ActEntry, actNow } from "../../api/act";
import type { Versioned } from "../../api/http";
import { type Problem, Refused } from "../../api/problem";
import { useSending } from "../../api/queries";
import type { Consent } from "../../api/types";
import { ActFields } from "../../parts/ActFields";
import { Form } from "../../parts/Form";
import { RadioField, TextField } from "../../parts/fields";
import { Section } from "../../parts/Page";
import { useWritten } from "../../parts/written";

interface Props {
  consent: Versioned<Consent>;
  /** The hash of the paper that they have read. */
  read: string;
  onSigned: () => void;
  /** Told when elements of the paper itself are missing, which a signature cannot heal. */
  onDeficient?: (problem: Problem) => void;
}

interface Signing {
  signer: "client" | "both" | "representative";
  authority: string;
  act: ActEntry;
}

/** The client puts their name to the paper. */
export function SignConsent({ consent, read, onSigned, onDeficient }: Props) {
  const { t } = useTranslation();
  const form = useWritten<Signing>(`sign ${consent.value.id}`, { signer: "client", authority: "", act: actNow("signed-paper") });
  const { signer, authority, act } = form.written;
  const { submit, busy, problem } = useSending<Consent>({ ...form, refused: (refusal) => onDeficient !== undefined && isOfThePaper(refusal) && onDeficient(refusal.problem) });

  async function sign() {
    const body = { signer, ...(signer === "client" ? {} : { authority }), documentHash: read };
    if (await submit({ to: `/api/consents/${consent.value.id}/signature`, body, act, etag: consent.etag })) {
      onSigned();
    }
  }

  return (
    <Section heading={t("signature.heading")} tone="card">
      <Form label={t("signature.heading")} send={t("signature.send")} busy={busy} problem={problem} onSend={() => void sign()}>
        <RadioField
          label={t("signature.signer")}
          pointer="/signer"
          value={signer}
          onChange={(signer) => form.write({ signer })}
          choices={[
            ["client", t("signature.signers.client")],
            ["both", t("signature.signers.both")],
            ["representative", t("signature.signers.representative")],
          ]}
        />
        {signer !== "client" && <TextField label={t("signature.authority")} hint={t("signature.authorityHint")} pointer="/authority" value={authority} onChange={(authority) => form.write({ authority })} />}
        <ActFields entry={act} onChange={(act) => form.write({ act })} kinds={["signed-paper", "in-person"]} />
      </Form>
    </Section>
  );
}

const ofTheSignature = /^\/(signer|authority|act|initials)(\/|$)/;

function isOfThePaper(refusal: Refused): boolean {
  return refusal.problem.errors.some((fault) => !ofTheSignature.test(fault.pointer));
}

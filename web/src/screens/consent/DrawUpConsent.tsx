import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Versioned } from "../../api/http";
import { type Problem, deficient } from "../../api/problem";
import { useClient, useReferral, useSending } from "../../api/queries";
import type { Client, Consent } from "../../api/types";
import { Form } from "../../parts/Form";
import { Loaded } from "../../parts/Loaded";
import { useSignedIn } from "../../parts/me";
import { Page } from "../../parts/Page";
import { go, useAddress } from "../../route/router";
import { ConsentFields } from "./ConsentFields";
import { ConsentPaper } from "./ConsentPaper";
import { type Asked, type Draft, begun, formOf } from "./draft";
import { SignConsent } from "./SignConsent";

/** A consent is drawn up with the client, read together, and signed; for a referral it begins with what that needs. */
export function DrawUpConsent({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const client = useClient(clientId);
  const referralId = useAddress().searchParams.get("referral");
  return (
    <Page kind={t("consent.kind")} heading={t("consent.drawUp")} lead={t("consent.lead")} back={referralId === null ? [`/clients/${clientId}`, t("client.kind")] : [`/referrals/${referralId}`, t("referral.kind")]}>
      <Loaded query={client}>{({ value }) => (referralId === null ? <Drawing client={value} onSigned={() => go(`/clients/${clientId}`)} /> : <ForReferral client={value} referralId={referralId} />)}</Loaded>
    </Page>
  );
}

function ForReferral({ client, referralId }: { client: Client; referralId: string }) {
  return <Loaded query={useReferral(referralId)}>{({ value }) => <Drawing client={client} asked={value} onSigned={() => go(`/referrals/${referralId}`)} />}</Loaded>;
}

function Drawing({ client, asked, onSigned }: { client: Client; asked?: Asked; onSigned: () => void }) {
  const { t, i18n } = useTranslation();
  const { agency } = useSignedIn();
  const drawing = useSending<Consent>();
  const [draft, setDraft] = useState<Draft>(() => begun(client.legalName ?? client.nameToUse, t, asked));
  const [paper, setPaper] = useState<Versioned<Consent>>();
  const [refusal, setRefusal] = useState<Problem>();

  async function drawUp() {
    setRefusal(undefined);
    const drawn = await drawing.submit({ to: "/api/consents", body: formOf(draft, client.id, agency, i18n.language) });
    const lacking = drawn?.value.lacking;
    if (lacking !== undefined) {
      setRefusal(deficient(lacking));
      return;
    }
    setPaper(drawn);
    window.scrollTo(0, 0);
  }

  if (paper === undefined) {
    return (
      <Form label={t("consent.drawUp")} send={t("consent.read")} busy={drawing.busy} problem={drawing.problem ?? refusal} onSend={() => void drawUp()}>
        <ConsentFields draft={draft} onChange={setDraft} />
      </Form>
    );
  }
  return (
    <>
      <ConsentPaper consent={paper.value} next />
      <button type="button" className="button" onClick={() => setPaper(undefined)}>
        {t("consent.change")}
      </button>
      <SignConsent
        consent={paper}
        onSigned={onSigned}
        onDeficient={(problem) => {
          setRefusal(problem);
          setPaper(undefined);
        }}
      />
    </>
  );
}

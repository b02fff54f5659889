import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Problem, deficient } from "../../api/problem";
import { useClient, useConsent, useConsents, useReferral, useSending } from "../../api/queries";
import type { Client, Consent } from "../../api/types";
import { languages } from "../../i18n/i18n";
import { Form } from "../../parts/Form";
import { Loaded } from "../../parts/Loaded";
import { useSignedIn } from "../../parts/me";
import { Page } from "../../parts/Page";
import { ConsentMark, When } from "../../parts/words";
import { useWritten } from "../../parts/written";
import { useGoOn, useAddress } from "../../route/router";
import { ConsentFields } from "./ConsentFields";
import { ConsentPaper } from "./ConsentPaper";
import { type Asked, type Draft, begun, formOf, goesOn, resumed, spoken, unsignedFor } from "./draft";
import { SignConsent } from "./SignConsent";

/** A consent is drawn up with the client, read together, and signed; for a referral it begins with what that needs. */
export function DrawUpConsent({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const goOn = useGoOn();
  const client = useClient(clientId);
  const consents = useConsents(clientId);
  const { searchParams } = useAddress();
  const referralId = searchParams.get("referral");
  const left = (id: string | null, items: readonly Consent[]) => items.find((consent) => consent.id === id && consent.status === "draft");
  return (
    <Page kind={t("consent.kind")} heading={t("consent.drawUp")} lead={t("consent.lead")} back={referralId === null ? [`/clients/${clientId}`, t("client.kind")] : [`/referrals/${referralId}`, t("referral.kind")]}>
      <Loaded query={client}>
        {({ value }) => (
          <Loaded query={consents}>
            {({ items }) =>
              referralId === null ? (
                <Drawing about={`${clientId} ${searchParams.get("draft") ?? ""}`} client={value} consents={items} left={left(searchParams.get("draft"), items)} onSigned={() => goOn(`/clients/${clientId}`)} />
              ) : (
                <ForReferral client={value} consents={items} referralId={referralId} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function ForReferral({ client, consents, referralId }: { client: Client; consents: readonly Consent[]; referralId: string }) {
  const goOn = useGoOn();
  return (
    <Loaded query={useReferral(referralId)}>
      {({ value }) => <Drawing about={`${client.id} ${referralId}`} client={client} consents={consents} left={unsignedFor(value.receiver, consents)} asked={value} onSigned={() => goOn(`/referrals/${referralId}`)} />}
    </Loaded>
  );
}

interface DrawingProps {
  /** Whose consent it is, and what for. */
  about: string;
  client: Client;
  consents: readonly Consent[];
  /** A draft that nobody signed, to go on with. */
  left: Consent | undefined;
  asked?: Asked;
  onSigned: () => void;
}

function Drawing({ about, client, consents, left, asked, onSigned }: DrawingProps) {
  const { t, i18n } = useTranslation();
  const { agency } = useSignedIn();
  const [begunWith] = useState(left !== undefined && goesOn(left, asked) ? left : undefined);
  const form = useWritten<Draft>(`consent ${about}`, () => (begunWith ? resumed(begunWith, agency) : begun(client.legalName ?? client.nameToUse, t, asked)));
  const drawing = useSending<Consent>({ key: form.key, sent: form.forget });
  const draft = spoken(form.written, i18n, languages, asked);
  const [drawnAs, setDrawnAs] = useState(left?.id);
  const [reading, setReading] = useState<string>();
  const [refusal, setRefusal] = useState<Problem>();

  async function drawUp() {
    setRefusal(undefined);
    const replaces = drawnAs ?? unsignedFor(draft.recipient, consents)?.id;
    const drawn = await drawing.submit({ to: "/api/consents", body: { ...formOf(draft, client.id, agency, i18n.language), ...(replaces === undefined ? {} : { replaces }) } });
    if (drawn === undefined) {
      return;
    }
    setDrawnAs(drawn.value.id);
    const { lacking } = drawn.value;
    if (lacking !== undefined) {
      setRefusal(deficient(lacking));
      return;
    }
    setReading(drawn.value.id);
    window.scrollTo(0, 0);
  }

  if (reading === undefined) {
    return (
      <Form label={t("consent.drawUp")} send={t("consent.read")} busy={drawing.busy} problem={drawing.problem ?? refusal} onSend={() => void drawUp()}>
        {begunWith && (
          <p className="note">
            {t("consent.goingOn")} <When at={begunWith.draftedAt} brief />
          </p>
        )}
        <ConsentFields draft={draft} onChange={form.write} />
      </Form>
    );
  }
  return (
    <ReadTogether
      id={reading}
      onChange={(problem) => {
        setRefusal(problem);
        setReading(undefined);
      }}
      onSigned={onSigned}
    />
  );
}

interface ReadTogetherProps {
  id: string;
  /** Back to filling in; because of that problem, if there is one. */
  onChange: (problem?: Problem) => void;
  onSigned: () => void;
}

/** What was drawn up, as the server has it now: somebody else may have been faster. */
function ReadTogether({ id, onChange, onSigned }: ReadTogetherProps) {
  const { t } = useTranslation();
  return (
    <Loaded query={useConsent(id)}>
      {(seen) => (
        <ConsentPaper consent={seen.value} next>
          {(read) => (
            <>
              <button type="button" className="button" onClick={() => onChange()}>
                {t("consent.change")}
              </button>
              {seen.value.status === "draft" ? <SignConsent consent={seen} read={read} onSigned={onSigned} onDeficient={onChange} /> : <ConsentMark status={seen.value.status} />}
            </>
          )}
        </ConsentPaper>
      )}
    </Loaded>
  );
}

import { useTranslation } from "react-i18next";
import { type ActEntry, actNow } from "../../api/act";
import { useClient, useOptionSet, useReferrals, useSending, useService } from "../../api/queries";
import type { OptionSet, Referral } from "../../api/types";
import { ActFields } from "../../parts/ActFields";
import { Form } from "../../parts/Form";
import { RadioField } from "../../parts/fields";
import { Loaded } from "../../parts/Loaded";
import { Begins } from "../../parts/Merged";
import { NextStep, Page, Section } from "../../parts/Page";
import { standing, tone, underWayFor } from "../../parts/referralWords";
import { Mark, Quote, When } from "../../parts/words";
import { useWritten } from "../../parts/written";
import { Link } from "../../route/router";
import { DraftReferral } from "./DraftReferral";
import { ServiceFacts } from "./ServiceFacts";

/** The options before the client, their choice, and the referral that follows from it. */
export function OptionSetScreen({ id }: { id: string }) {
  const { t } = useTranslation();
  const options = useOptionSet(id);
  return (
    <Page kind={t("options.kind")} heading={t("choice.heading")} back={options.data && [`/clients/${options.data.value.clientId}`, t("client.kind")]}>
      <Loaded query={options}>{({ value }) => <WithName options={value} />}</Loaded>
    </Page>
  );
}

/** A service as it is in the directory today; its organization at least, once it is gone. */
function Presented({ id, organization }: { id: string; organization: string }) {
  const service = useService(id).data;
  return service ? <ServiceFacts service={service} whole /> : organization;
}

function WithName({ options }: { options: OptionSet }) {
  const client = useClient(options.clientId);
  return (
    <Loaded query={client}>
      {({ value }) =>
        options.choice ? (
          <Chosen options={options} name={value.nameToUse} />
        ) : (
          <Begins clientId={options.clientId}>
            <Choosing options={options} name={value.nameToUse} />
          </Begins>
        )
      }
    </Loaded>
  );
}

interface Props {
  options: OptionSet;
  name: string;
}

function Choosing({ options, name }: Props) {
  const { t } = useTranslation();
  const form = useWritten<{ serviceId?: string; act: ActEntry }>(`choice ${options.id}`, { act: actNow() });
  const { submit, busy, problem } = useSending<OptionSet>(form);
  const { serviceId, act } = form.written;
  return (
    <>
      <p className="lead">{t("choice.lead", { name })}</p>
      <Form
        label={t("choice.heading")}
        send={t("choice.send")}
        busy={busy}
        problem={problem}
        onSend={() => void submit({ to: `/api/option-sets/${options.id}/choice`, body: { ...(serviceId === undefined ? {} : { serviceId }) }, act })}
      >
        <RadioField
          label={t("choice.which", { name })}
          pointer="/serviceId"
          value={serviceId}
          onChange={(serviceId) => form.write({ serviceId })}
          choices={options.services.map((service) => [service.serviceId, service.name, <Presented key={service.serviceId} id={service.serviceId} organization={service.organization} />])}
        />
        <ActFields entry={act} onChange={(act) => form.write({ act })} />
      </Form>
    </>
  );
}

function Chosen({ options, name }: Props) {
  const { t } = useTranslation();
  const chosen = options.services.find((service) => service.serviceId === options.choice?.serviceId);
  return (
    <>
      {options.choice?.act.words && <Quote by={name}>{options.choice.act.words}</Quote>}
      <Section heading={t("choice.chose", { name, service: chosen?.name ?? "" })} tone="calm">
        {chosen && (
          <div className="hint">
            <Presented id={chosen.serviceId} organization={chosen.organization} />
          </div>
        )}
        {options.choice && (
          <p className="small">
            {t(`act.kinds.${options.choice.act.kind}`)} · <When at={options.choice.act.at} brief />
          </p>
        )}
      </Section>
      <Loaded query={useReferrals("out", { clientId: options.clientId })}>
        {({ items }) => <FromHere options={options} underWay={underWayFor({ optionSetId: options.id, organization: chosen?.organization ?? "" }, items)} />}
      </Loaded>
    </>
  );
}

/** What follows from the choice. One referral is enough: whoever wants another one says so. */
function FromHere({ options, underWay }: { options: OptionSet; underWay: Referral | undefined }) {
  const { t } = useTranslation();
  if (underWay === undefined) {
    return (
      <Begins clientId={options.clientId}>
        <NextStep heading={t("draft.heading")}>
          <DraftReferral optionSetId={options.id} need={options.need} />
        </NextStep>
      </Begins>
    );
  }
  const what = { service: underWay.service.name, place: underWay.service.organization };
  return (
    <>
      <NextStep heading={t("underWay.heading")}>
        <p>
          {t(underWay.status === "draft" ? "underWay.draft" : "underWay.sent", what)} <Mark tone={tone(underWay)}>{standing(underWay, t)}</Mark>
        </p>
        <Link to={`/referrals/${underWay.id}`} className="button primary large">
          {t("underWay.open")}
        </Link>
      </NextStep>
      <details className="section card">
        <summary>{t("underWay.another")}</summary>
        <p>{t("underWay.anotherHelp")}</p>
        <DraftReferral optionSetId={options.id} need={options.need} />
      </details>
    </>
  );
}

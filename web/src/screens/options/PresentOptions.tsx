import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient, useSending, useServices } from "../../api/queries";
import type { DirectoryService, OptionSet } from "../../api/types";
import { Form, Fieldset } from "../../parts/Form";
import { SelectField, TextField, Tick } from "../../parts/fields";
import { Loaded } from "../../parts/Loaded";
import { Page } from "../../parts/Page";
import { go } from "../../route/router";
import { needsOf } from "./needs";
import { ServiceFacts } from "./ServiceFacts";

/** Looks for places together and puts several before the client: a choice needs something to choose from. */
export function PresentOptions({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const client = useClient(clientId);
  const { submit, busy, problem } = useSending<OptionSet>();
  const [need, setNeed] = useState("");
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState("");
  const [chosen, setChosen] = useState<readonly DirectoryService[]>([]);
  const needs = needsOf(useServices("", "").data?.items ?? []);
  const found = useServices(asked, need);

  const isChosen = (service: DirectoryService) => chosen.some((other) => other.id === service.id);
  const choose = (service: DirectoryService, on: boolean) => setChosen(on ? [...chosen, service] : chosen.filter((other) => other.id !== service.id));

  async function present() {
    const body = { clientId, ...(need === "" ? {} : { need }), services: chosen.map((service) => service.id) };
    const done = await submit({ to: "/api/option-sets", body });
    if (done) {
      go(`/option-sets/${done.value.id}`);
    }
  }

  return (
    <Page kind={t("options.kind")} heading={t("options.heading")} lead={t("options.lead", { name: client.data?.value.nameToUse ?? "" })} back={[`/clients/${clientId}`, t("client.kind")]}>
      <form
        role="search"
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(words.trim());
        }}
      >
        <TextField label={t("options.search")} type="search" value={words} onChange={setWords} />
        <button type="submit" className="button">
          {t("options.find")}
        </button>
      </form>
      <Form label={t("options.heading")} send={t("options.send", { count: chosen.length })} busy={busy} problem={problem} onSend={() => void present()}>
        <SelectField label={t("options.need")} pointer="/need" value={need} onChange={setNeed} choices={[["", t("consent.choose")], ...needs]} />
        <Fieldset legend={t("options.which")} hint={t("options.whichHint")} pointer="/services">
          {chosen
            .filter((service) => !found.data?.items.some((other) => other.id === service.id))
            .map((service) => (
              <Tick key={service.id} label={service.name} hint={<ServiceFacts service={service} />} checked onChange={(on) => choose(service, on)} />
            ))}
          <Loaded query={found}>
            {({ items }) =>
              items.length === 0 ? (
                <p className="empty">{t("options.none")}</p>
              ) : (
                items.map((service) => (
                  <Tick key={service.id} label={service.name} hint={<ServiceFacts service={service} />} checked={isChosen(service)} onChange={(on) => choose(service, on)} />
                ))
              )
            }
          </Loaded>
        </Fieldset>
      </Form>
    </Page>
  );
}

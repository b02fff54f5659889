import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient, useDirectory, useSending, useServices } from "../../api/queries";
import type { DirectoryService, OptionSet } from "../../api/types";
import { Form, Fieldset } from "../../parts/Form";
import { SelectField, TextField, Tick } from "../../parts/fields";
import { Cut } from "../../parts/Cut";
import { Loaded } from "../../parts/Loaded";
import { Begins } from "../../parts/Merged";
import { Page } from "../../parts/Page";
import { useWritten } from "../../parts/written";
import { useGoOn } from "../../route/router";
import { matching } from "./matching";
import { isForSomethingElse, needsOf } from "./needs";
import { ServiceFacts } from "./ServiceFacts";

/** A text once nobody has typed for a moment: not every letter is worth a question. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 300);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

interface Looking {
  need: string;
  words: string;
  chosen: readonly DirectoryService[];
  named: readonly string[];
}

/** Looks for places together and puts several before the client: a choice needs something to choose from. */
export function PresentOptions({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const goOn = useGoOn();
  const client = useClient(clientId);
  const form = useWritten<Looking>(`options ${clientId}`, { need: "", words: "", chosen: [], named: [] });
  const { submit, busy, problem } = useSending<OptionSet>(form);
  const { need, words, chosen, named } = form.written;
  const asked = useSettled(words.trim());
  const needs = needsOf(useDirectory().data?.items ?? [], t);
  const all = useServices("", need);
  // A directory that came whole is searched here, letter by letter; of a bigger one the service finds whole words.
  const whole = all.data !== undefined && all.data.next === undefined;
  const found = useServices(whole ? "" : asked, need);
  // The whole directory at once helps nobody to choose.
  const looking = need !== "" || words.trim() !== "";
  const shown = (items: readonly DirectoryService[]) => (!looking ? [] : whole ? matching(items, words) : items);

  const isChosen = (service: DirectoryService) => chosen.some((other) => other.id === service.id);
  const choose = (service: DirectoryService, on: boolean) => form.write({ chosen: on ? [...chosen, service] : chosen.filter((other) => other.id !== service.id) });

  const others = chosen.filter((service) => isForSomethingElse(service, need));
  const name = (service: DirectoryService, on: boolean) => form.write({ named: on ? [...named, service.id] : named.filter((id) => id !== service.id) });

  async function present() {
    const wished = others.map((service) => service.id).filter((id) => named.includes(id));
    const body = {
      clientId,
      ...(need === "" ? {} : { need }),
      services: chosen.map((service) => service.id),
      ...(wished.length === 0 ? {} : { wishes: { services: wished } }),
    };
    const done = await submit({ to: "/api/option-sets", body });
    if (done) {
      goOn(`/option-sets/${done.value.id}`);
    }
  }

  return (
    <Page kind={t("options.kind")} heading={t("options.heading")} lead={client.data && t("options.lead", { name: client.data.value.nameToUse })} back={[`/clients/${clientId}`, t("client.kind")]}>
      <Begins clientId={clientId}>
        <Form label={t("options.heading")} send={t("options.send", { count: chosen.length })} busy={busy} problem={problem} onSend={() => void present()}>
          <SelectField label={t("options.need")} pointer="/need" value={need} onChange={(need) => form.write({ need })} choices={[["", t("consent.choose")], ...needs]} />
          <TextField label={t("options.search")} hint={t("options.searchHint")} type="search" optional value={words} onChange={(words) => form.write({ words })} />
          <Fieldset legend={t("options.which")} hint={t("options.whichHint")} pointer="/services" choosing>
            {chosen
              .filter((service) => !shown(found.data?.items ?? []).some((other) => other.id === service.id))
              .map((service) => (
                <Tick key={service.id} label={service.name} hint={<ServiceFacts service={service} />} checked onChange={(on) => choose(service, on)} />
              ))}
            <Loaded query={found}>
              {(places) =>
                shown(places.items).length === 0 ? (
                  <p className="empty">{t(looking ? "options.none" : "options.lookFirst")}</p>
                ) : (
                  <>
                    {shown(places.items).map((service) => (
                      <Tick key={service.id} label={service.name} hint={<ServiceFacts service={service} />} checked={isChosen(service)} onChange={(on) => choose(service, on)} />
                    ))}
                    <Cut list={places} />
                  </>
                )
              }
            </Loaded>
          </Fieldset>
          {others.length > 0 && (
            <Fieldset legend={t("options.others")} hint={t("options.othersHint")} choosing>
              {others.map((service) => (
                <Tick key={service.id} label={t("options.named", { service: service.name })} checked={named.includes(service.id)} onChange={(on) => name(service, on)} />
              ))}
            </Fieldset>
          )}
        </Form>
      </Begins>
    </Page>
  );
}

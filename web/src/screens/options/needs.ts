import type { TFunction } from "i18next";
import type { DirectoryService } from "../../api/types";

const NEEDS = "handrail-need";

// Who takes somebody on one medication takes them, whatever else is said of the others.
const NOBODY_ON_MEDICATION = { "handrail-eligibility": ["no-moud"] };
const SOMEBODY_ON_MEDICATION = {
  "handrail-eligibility": ["methadone", "buprenorphine", "naltrexone"],
  findtreatment: ["meth", "bu", "nu"],
  samhsa: ["meth", "bu", "nu"],
};

// Anything else (food, housing, work, a ride) is support, and says nothing of a treatment.
const treating = ["intensive-outpatient", "outpatient-moud", "primary-care", "residential-treatment", "withdrawal-management"];

/** What somebody is sent for, by the need that was looked for. */
export function purposeOf(need: string): "TREAT" | "COC" {
  return treating.includes(need) ? "TREAT" : "COC";
}

/** Whether the directory says what the place is for, and it is something else; the service says so too. */
export function isForSomethingElse(service: DirectoryService, need: string): boolean {
  const said = service.taxonomies.filter(({ taxonomy }) => taxonomy === NEEDS).map(({ code }) => code);
  return need !== "" && said.length > 0 && !said.includes(need);
}

/** Whether the directory says that the place takes nobody on medication for opioid use. */
export function takesNobodyOnMedication(service: DirectoryService): boolean {
  return says(service, NOBODY_ON_MEDICATION) && !says(service, SOMEBODY_ON_MEDICATION);
}

/** Whether one of these codes, by their taxonomies, stands there. */
function says(service: DirectoryService, codes: Record<string, string[]>): boolean {
  return service.taxonomies.some(({ taxonomy = "", code = "" }) => codes[taxonomy.toLowerCase()]?.includes(code.toLowerCase()));
}

/** The needs that places in the directory answer to, by their codes; those that we have no words for as the directory calls them. */
export function needsOf(services: readonly DirectoryService[], t: TFunction): (readonly [code: string, name: string])[] {
  const needs = new Map<string, string>();
  for (const { taxonomy, code, name } of services.flatMap((service) => service.taxonomies)) {
    if (taxonomy === NEEDS && code !== undefined) {
      needs.set(code, t(`need.${code}`, { defaultValue: name ?? code }));
    }
  }
  return [...needs].sort(([, one], [, other]) => one.localeCompare(other));
}

// @vitest-environment happy-dom
import { expect, it } from "vitest";
import type { DirectoryService } from "../../api/types";
import i18n from "../../i18n/i18n";
import { needsOf, purposeOf, takesNobodyOnMedication } from "./needs";

it("does not call it treatment when somebody needs food or a room", () => {
  expect(purposeOf("food")).toBe("COC");
  expect(purposeOf("recovery-housing")).toBe("COC");
  expect(purposeOf("residential-treatment")).toBe("TREAT");
});

it("calls needs as the reader does, and the others as the directory does", () => {
  const need = (code: string, name: string) => ({ taxonomies: [{ taxonomy: "handrail-need", code, name }] }) as unknown as DirectoryService;
  expect(needsOf([need("food", "Food"), need("boat-repair", "Boat repair")], i18n.getFixedT("es"))).toEqual([
    ["boat-repair", "Boat repair"],
    ["food", "Comida"],
  ]);
});

it("does not say that nobody on medication is taken where some are", () => {
  const place = (...codes: [taxonomy: string, code: string][]) =>
    ({ taxonomies: codes.map(([taxonomy, code]) => ({ taxonomy, code, name: code })) }) as unknown as DirectoryService;
  expect(takesNobodyOnMedication(place(["handrail-eligibility", "no-moud"]))).toBe(true);
  expect(takesNobodyOnMedication(place(["handrail-eligibility", "no-moud"], ["handrail-eligibility", "methadone"]))).toBe(false);
  expect(takesNobodyOnMedication(place(["SAMHSA", "BU"], ["handrail-eligibility", "no-moud"]))).toBe(false);
  expect(takesNobodyOnMedication(place(["handrail-eligibility", "women"]))).toBe(false);
});

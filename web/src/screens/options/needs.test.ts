// @vitest-environment happy-dom
import { expect, it } from "vitest";
import type { DirectoryService } from "../../api/types";
import i18n from "../../i18n/i18n";
import { needsOf, purposeOf } from "./needs";

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

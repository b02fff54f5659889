import { expect, it } from "vitest";
import type { DirectoryService } from "../../api/types";
import { matching } from "./matching";
import { phoneText } from "./ServiceFacts";

const service = (name: string, part: object = {}) => ({ name, organization: { name: "Harborlight" }, languages: [], eligibility: {}, ...part }) as unknown as DirectoryService;
const all = [service("Residential treatment", { languages: [{ name: "Español" }] }), service("Open room", { location: { city: "Castalia" } })];
const found = (words: string) => matching(all, words).map(({ name }) => name);

it("finds by what has been typed so far", () => {
  expect(found("harb")).toHaveLength(2);
  expect(found("RESI harbor")).toEqual(["Residential treatment"]);
  expect(found("espanol")).toEqual(["Residential treatment"]);
  expect(found("castal")).toEqual(["Open room"]);
  expect(found("castal resid")).toEqual([]);
});

it("leaves nothing out while nothing is asked", () => {
  expect(found(" ")).toHaveLength(2);
});

it("writes a number as people here do, and one from elsewhere as it is", () => {
  expect(phoneText("+14195550120")).toBe("(419) 555-0120");
  expect(phoneText("+46 8 123")).toBe("+46 8 123");
});

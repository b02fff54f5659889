import { expect, it } from "vitest";
import en from "./en.json";
import es from "./es.json";

function keys(texts: object, path = ""): string[] {
  return Object.entries(texts).flatMap(([key, text]: [string, unknown]) =>
    typeof text === "object" && text !== null ? keys(text, `${path}${key}.`) : [`${path}${key}`],
  );
}

it("says in Spanish whatever it says in English", () => {
  expect(keys(es).sort()).toEqual(keys(en).sort());
});

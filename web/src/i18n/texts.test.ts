import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import en from "./en.json";
import es from "./es.json";
import { stigma } from "./stigma";

type Texts = ReadonlyMap<string, string>;

function flat(texts: object, path = ""): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]: [string, unknown]): [string, string][] =>
    typeof text === "object" && text !== null ? flat(text, `${path}${key}.`) : [[path + key, String(text)]],
  );
}

const texts: Record<"en" | "es", Texts> = { en: new Map(flat(en)), es: new Map(flat(es)) };
const withoutCount = (key: string) => key.replace(/_(zero|one|many|other)$/, "");
const meanings = (language: "en" | "es") => [...new Set([...texts[language].keys()].map(withoutCount))].sort();

/** The keys that stand more than once in the same object; whoever parses the file sees only the last of each. */
function givenTwice(json: string): string[] {
  const objects: Set<string>[] = [];
  const twice: string[] = [];
  // Texts are looked at too, so that a bracket inside of one is not taken for the file's.
  for (const [token, key] of json.matchAll(/[{}]|("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"/g)) {
    if (token === "{") {
      objects.push(new Set());
    } else if (token === "}") {
      objects.pop();
    } else if (key !== undefined) {
      const keys = objects.at(-1);
      if (keys?.has(key)) {
        twice.push(key);
      }
      keys?.add(key);
    }
  }
  return twice;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : /(?<!\.test)\.tsx?$/.test(entry.name) ? [readFileSync(join(folder, entry.name), "utf8")] : [],
  );
}

/** Keys as the sources name them; a part that is computed becomes a pattern. */
function keysUsed(): RegExp[] {
  const calls = sources(join(import.meta.dirname, "..")).flatMap((source) => [...source.matchAll(/\bt\(\s*\[?\s*(?:"([\w.-]+)"|`([^`]+)`)/g)]);
  return calls.map(([, literal, template]) => new RegExp(`^${(literal ?? template ?? "").replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, ".+")}$`));
}

describe("the texts", () => {
  it.each(["en", "es"])("say nothing twice (%s)", (language) => {
    expect(givenTwice(readFileSync(join(import.meta.dirname, `${language}.json`), "utf8"))).toEqual([]);
  });

  it.each(["en", "es"] as const)("do not say of what nobody can know that it was not done (%s)", (language) => {
    for (const code of ["unknown", "unreachable", "internal", "unavailable", "service-unavailable", "service-timeout"]) {
      expect(texts[language].get(`problem.${code}.help`)).not.toMatch(/nothing was|no cambió nada|no se guardó/i);
    }
  });

  it("say in Spanish whatever they say in English", () => {
    expect(meanings("es")).toEqual(meanings("en"));
  });

  it("know every form that a number can ask for", () => {
    for (const language of ["en", "es"] as const) {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const counted of new Set([...texts[language].keys()].filter((key) => key !== withoutCount(key)).map(withoutCount))) {
        expect([...texts[language].keys()]).toEqual(expect.arrayContaining(forms.map((form) => `${counted}_${form}`)));
      }
    }
  });

  it("fill in the same names and numbers", () => {
    for (const [key, text] of texts.es) {
      const english = texts.en.get(key) ?? texts.en.get(`${withoutCount(key)}_other`) ?? "";
      const places = (of: string) => [...of.matchAll(/\{\{\w+\}\}/g)].map(String).filter((place) => place !== "{{count}}");
      expect(new Set(places(text)), key).toEqual(new Set(places(english)));
    }
  });

  it("are there for every key that the app asks for", () => {
    const known = meanings("en");
    const missing = keysUsed().filter((key) => !known.some((meaning) => key.test(meaning)));
    expect(missing).toEqual([]);
  });

  it.each(["en", "es"] as const)("put no blame on anybody (%s)", (language) => {
    expect([...texts[language]].filter(([, text]) => stigma[language].test(text))).toEqual([]);
  });
});

describe("where a referral stands", () => {
  const standings = (language: "en" | "es") => [...texts[language]].filter(([key]) => /^(status|businessStatus)\./.test(key));

  // A mark stands in one line on a phone (390 pixels).
  it.each(["en", "es"] as const)("is said in a few words (%s)", (language) => {
    expect(standings(language).filter(([, text]) => text.length > 32)).toEqual([]);
  });

  // It stands under the client's name: what only the referral has reached, the client has not.
  it("says of what was received that it is the referral", () => {
    expect(texts.en.get("businessStatus.delivered")).toMatch(/^Referral /);
    expect(texts.es.get("businessStatus.delivered")).toMatch(/^Derivación /);
  });
});

describe("the look at words", () => {
  it.each(["an addict", "get clean", "she relapsed", "failed treatment", "Substance abuse", "homeless people", "my caseload"])("finds “%s”", (text) => {
    expect(stigma.en.test(text)).toBe(true);
  });

  it.each(["un adicto", "estar limpia", "drogadicta", "recaída"])("finds “%s”", (text) => {
    expect(stigma.es.test(text)).toBe(true);
  });

  it.each(["services", "advice", "because", "In recovery"])("leaves “%s” alone", (text) => {
    expect(stigma.en.test(text)).toBe(false);
  });
});

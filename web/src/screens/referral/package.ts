import type { TFunction } from "i18next";
import type { Disclosure } from "../../api/types";
import { instantText } from "../../parts/words";

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

interface Part {
  category: string;
  facts: (readonly [term: string, value: string])[];
}

/** Lays a released package out to be read: the client's words by themselves, everything else as terms and values. */
export function partsOf(released: Disclosure["package"], t: TFunction, language: string): { words: string | undefined; parts: Part[] } {
  const referral = released["referral"] ?? {};
  const words = typeof referral["reason"] === "string" ? referral["reason"] : undefined;
  const parts = Object.entries(released).map(([category, content]) => ({
    category,
    facts: Object.entries(content)
      .filter(([member]) => !(category === "referral" && member === "reason"))
      .map(([member, value]) => [t(`member.${member}`, { defaultValue: spaced(member) }), textOf(value, t, language)] as const)
      .filter(([term, text]) => term !== "" && text !== ""),
  }));
  return { words, parts: parts.filter(({ facts }) => facts.length > 0) };
}

function textOf(value: unknown, t: TFunction, language: string): string {
  if (value === null || value === undefined) {
    return "";
  }
  if (Array.isArray(value)) {
    return value.map((item) => textOf(item, t, language)).join(", ");
  }
  if (typeof value === "boolean") {
    return t(value ? "value.yes" : "value.no");
  }
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([member, inner]) => [t(`member.${member}`, { defaultValue: spaced(member) }), textOf(inner, t, language)] as const)
      .filter(([, text]) => text !== "")
      .map(([member, text]) => `${member}: ${text}`)
      .join("; ");
  }
  if (typeof value === "string" && INSTANT.test(value)) {
    return instantText(value, language);
  }
  return t(`value.${String(value)}`, { defaultValue: String(value) });
}

/** A member that we have no words for: `codeWord` is read as "code word". */
function spaced(member: string): string {
  return member.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

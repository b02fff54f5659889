import type { TFunction } from "i18next";
import type { Disclosure } from "../../api/types";
import { instantText } from "../../parts/words";

/** An instant in UTC. */
export const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

const DAY = /^\d{4}-\d\d-\d\d$/;
const CODE = /^[a-z]+(-[a-z]+)+$/;

const order = ["contact", "demographics", "referral"];

interface Part {
  category: string;
  facts: (readonly [term: string, value: string])[];
}

/** Lays a released package out to be read: the client's words by themselves, everything else as terms and values. */
export function partsOf(released: Disclosure["package"], t: TFunction, language: string): { words: string | undefined; parts: Part[] } {
  const referral = released["referral"] ?? {};
  const words = typeof referral["reason"] === "string" ? referral["reason"] : undefined;
  const parts = Object.entries(released).map(([category, content]) => {
    const members = Object.entries(content)
      .flatMap(([member, value]) => (isObject(value) ? Object.entries(value) : [[member, value] as const]))
      .filter(([member]) => !(category === "referral" && member === "reason"));
    const facts = members
      .filter(([, value]) => typeof value !== "boolean")
      .map(([member, value]) => [term(member, t), textOf(value, t, language)] as const)
      .filter(([name, text]) => name !== "" && text !== "");
    return { category, facts: [...facts, ...waysOf(members, t)] };
  });
  // Who it is comes first, whatever order they came in.
  const place = ({ category }: Part) => (order.includes(category) ? order.indexOf(category) : order.length);
  return { words, parts: parts.filter(({ facts }) => facts.length > 0).sort((one, other) => place(one) - place(other)) };
}

/** Whether the client lets whoever receives this call them. */
export function mayCall(released: Disclosure["package"]): boolean {
  const channels = released["contact"]?.["channels"];
  return isObject(channels) && channels["call"] === true;
}

/** What may be done, in one line: a list of yes and no is hard to take in. */
function waysOf(members: readonly (readonly [string, unknown])[], t: TFunction): Part["facts"] {
  const ways = members.filter(([, value]) => typeof value === "boolean");
  const allowed = ways.filter(([, value]) => value === true).map(([way]) => term(way, t));
  return ways.length === 0 ? [] : [[t("contact.allowed"), allowed.join(", ") || t("contact.noneAllowed")]];
}

function term(member: string, t: TFunction): string {
  return t(`member.${member}`, { defaultValue: spaced(member) });
}

function textOf(value: unknown, t: TFunction, language: string): string {
  if (value === null || value === undefined) {
    return "";
  }
  if (Array.isArray(value)) {
    return value.map((item) => textOf(item, t, language)).join(", ");
  }
  if (isObject(value)) {
    return Object.entries(value)
      .map(([member, inner]) => `${term(member, t)}: ${textOf(inner, t, language)}`)
      .join("; ");
  }
  if (typeof value === "string" && INSTANT.test(value)) {
    return instantText(value, language);
  }
  if (typeof value === "string" && DAY.test(value)) {
    return instantText(`${value}T12:00:00`, language, true);
  }
  return t([`value.${String(value)}`, `need.${String(value)}`], { defaultValue: CODE.test(String(value)) ? String(value).replaceAll("-", " ") : String(value) });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member that we have no words for: `codeWord` is read as "code word". */
function spaced(member: string): string {
  return member.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

import { expect, it } from "vitest";
import { languageText, momentText } from "./words";

const now = new Date("2026-11-27T18:00:00");
// Between hour and AM or PM stands a narrow space.
const text = (at: string, language: string) => momentText(new Date(at), language, now).replace(/\s/g, " ");

it("says of an instant only what is not known anyway", () => {
  expect(text("2026-11-27T09:05:00", "en")).toBe("today, 9:05 AM");
  expect(text("2026-11-20T09:05:00", "en")).toBe("Nov 20, 9:05 AM");
  expect(text("2025-11-20T09:05:00", "en")).toBe("Nov 20, 2025, 9:05 AM");
  expect(text("2026-11-27T09:05:00", "es")).toBe("hoy, 9:05");
});

it("calls a language as the reader does", () => {
  expect(languageText("vi", "es")).toBe("Vietnamita");
  expect(languageText("es", "en")).toBe("Spanish");
  expect(languageText("no language", "en")).toBeUndefined();
  expect(languageText(undefined, "en")).toBeUndefined();
});

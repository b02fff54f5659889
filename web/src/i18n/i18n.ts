import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./en.json";
import es from "./es.json";

export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

const STORED = "handrail.language";

function preferred(): Language {
  const wanted = [localStorage.getItem(STORED), ...navigator.languages];
  return languages.find((language) => wanted.find((tag) => languages.some((known) => tag?.startsWith(known)))?.startsWith(language)) ?? "en";
}

/** Speaks that language from now on, on this device. */
export function speak(language: Language): void {
  localStorage.setItem(STORED, language);
  void i18next.changeLanguage(language);
}

i18next.on("languageChanged", (language) => {
  document.documentElement.lang = language;
});

void i18next.use(initReactI18next).init({
  resources: { en: { translation: en }, es: { translation: es } },
  lng: preferred(),
  fallbackLng: "en",
  // React escapes already.
  interpolation: { escapeValue: false },
});

export default i18next;

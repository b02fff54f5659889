import { useTranslation } from "react-i18next";
import { type Language, languages, speak } from "../i18n/i18n";

const names: Record<Language, string> = { en: "English", es: "Español" };

/** In which language the app speaks. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <div role="group" aria-label={t("language.label")} className="languages">
      {languages.map((language) => (
        <button key={language} type="button" className="link" lang={language} aria-pressed={i18n.language === language} onClick={() => speak(language)}>
          {names[language]}
        </button>
      ))}
    </div>
  );
}

import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { onSignedInAgain } from "../api/http";
import type { Problem } from "../api/problem";
import { Cover } from "./Cover";
import { useSignedIn } from "./me";
import { whetherStill } from "./SignInAgain";

/**
 * Covers a page that nobody has touched for long. What is half written stays under it; with the next touch it is looked who is
 * signed in before anything is shown.
 *
 * @param found called when it is still the page's owner
 */
export function Forgotten({ found }: { found: () => void }) {
  const { t } = useTranslation();
  const { subject } = useSignedIn();
  const looking = useRef(false);
  const [problem, setProblem] = useState<Problem>();

  const look = () => {
    if (!looking.current) {
      looking.current = true;
      whetherStill(subject, found, setProblem).finally(() => (looking.current = false));
    }
  };
  useEffect(() => {
    window.addEventListener("pointerdown", look);
    window.addEventListener("keydown", look);
    const stopHearing = onSignedInAgain(found);
    return () => {
      window.removeEventListener("pointerdown", look);
      window.removeEventListener("keydown", look);
      stopHearing();
    };
  });

  return (
    <Cover heading={t("forgotten.heading")} help={t("forgotten.help")}>
      {problem && (
        <p className="fault" role="alert">
          {t([`problem.${problem.code}.title`, "problem.unknown.title"])}
        </p>
      )}
      <button type="button" className="button primary" onClick={look}>
        {t("forgotten.action")}
      </button>
    </Cover>
  );
}

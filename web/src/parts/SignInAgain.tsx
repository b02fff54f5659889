import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ME, onSignedOut, read, signedInAgain } from "../api/http";
import { type Problem, Refused } from "../api/problem";
import type { Me } from "../api/types";
import { signInAddress } from "../route/router";
import { Cover } from "./Cover";
import { useSignedIn } from "./me";

const LOOK_AGAIN = 3_000;

/** Looks who is signed in by now. For somebody else the page starts anew. */
export async function whetherStill(owner: string, still: () => void, refused: (problem: Problem) => void): Promise<void> {
  try {
    const { subject } = await read<Me>(ME);
    if (subject === owner) {
      still();
    } else {
      location.assign("/");
    }
  } catch (failure) {
    if (!(failure instanceof Refused)) {
      throw failure;
    }
    refused(failure.problem);
  }
}

/**
 * Asks to sign in again when the sign-in has ended. It happens in another tab, so that nothing that was written here is
 * lost; when the person comes back, the work goes on. If somebody else signs in, the page starts anew.
 */
export function SignInAgain() {
  const { t, i18n } = useTranslation();
  const { subject } = useSignedIn();
  const queries = useQueryClient();
  const [ended, setEnded] = useState(false);

  useEffect(() => onSignedOut(() => setEnded(true)), []);

  useEffect(() => {
    if (!ended) {
      return undefined;
    }
    const goOn = () => {
      setEnded(false);
      signedInAgain();
      void queries.invalidateQueries();
    };
    const look = () => void whetherStill(subject, goOn, () => undefined);
    // Phones tell of a tab that is seen again in different ways, some not at all.
    const lookIfSeen = () => document.visibilityState === "visible" && look();
    const timer = setInterval(lookIfSeen, LOOK_AGAIN);
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", lookIfSeen);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", lookIfSeen);
    };
  }, [ended, subject, queries]);

  return (
    ended && (
      <Cover heading={t("signInAgain.heading")} help={t("signInAgain.help")}>
        <a className="button primary" href={signInAddress(i18n.language)} target="_blank" rel="noopener">
          {t("signInAgain.action")}
        </a>
      </Cover>
    )
  );
}

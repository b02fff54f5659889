import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Refused, isNoAnswer, isWithheld, unreachable } from "../api/problem";
import { ProblemNote } from "./ProblemNote";

// One slip is made good before anybody could read of it.
const SLIPS = 2;

interface Props<T> {
  query: UseQueryResult<T>;
  /** In place of the refusal, where it is not for whoever asks. */
  withheld?: ReactNode;
  children: (value: T) => ReactNode;
}

/**
 * Shows what was read, or that it is on its way, or why it did not come. What was read once stays while it is read again, and
 * it is said when that does not succeed: it may be out of date.
 */
export function Loaded<T>({ query, withheld, children }: Props<T>) {
  const { t } = useTranslation();
  if (query.data !== undefined) {
    return (
      <>
        {(query.error || query.failureCount >= SLIPS) && (
          <p className="hint" role="status">
            {t("form.old")}
          </p>
        )}
        {children(query.data)}
      </>
    );
  }
  // Without any connection the browser does not even try; it goes on by itself when there is one.
  if (query.fetchStatus === "paused") {
    return <ProblemNote problem={unreachable} reading />;
  }
  // While it is asked for again people should already know why they wait.
  const failure = query.error ?? query.failureReason;
  if (failure) {
    const problem = failure instanceof Refused ? failure.problem : unreachable;
    if (withheld !== undefined && isWithheld(problem)) {
      return withheld;
    }
    return (
      <>
        <ProblemNote problem={problem} reading />
        {/* A refusal stays one when it is asked for again. */}
        {isNoAnswer(problem) && (
          <button type="button" className="button" onClick={() => void query.refetch()}>
            {t("form.again")}
          </button>
        )}
      </>
    );
  }
  return (
    <p className="waiting" role="status">
      {t("form.loading")}
    </p>
  );
}

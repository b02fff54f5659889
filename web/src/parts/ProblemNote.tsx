import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Problem, faultsElsewhere, isNoAnswer } from "../api/problem";

interface Props {
  problem: Problem;
  /** Where faults are already shown beside their fields. */
  pointers?: Iterable<string>;
  /** Nothing was written: it could not be read. */
  reading?: boolean;
}

/** Says kindly that something was not done, why, and what helps. */
export function ProblemNote({ problem, pointers = [], reading = false }: Props) {
  const { t, i18n } = useTranslation();
  const note = useRef<HTMLDivElement>(null);
  // What cannot be read takes nobody away from where they are: an alert is announced anyway.
  useEffect(() => {
    if (!reading) {
      note.current?.focus();
    }
  }, [problem, reading]);
  // A number helps whoever helps; for what people can mend themselves there is nothing to report.
  const reportable = problem.status >= 500 || !i18n.exists(`problem.${problem.code}.title`);
  const elsewhere = faultsElsewhere(problem, pointers);
  return (
    <div className="note problem" role="alert" tabIndex={-1} ref={note}>
      <p className="strong">{t([`problem.${problem.code}.title`, "problem.unknown.title"])}</p>
      <p>{t(reading && isNoAnswer(problem) ? "problem.notRead" : [`problem.${problem.code}.help`, "problem.unknown.help"])}</p>
      {elsewhere.length > 0 && (
        <ul>
          {elsewhere.map((fault) => (
            <li key={`${fault.pointer} ${fault.code}`}>{t([`fault.${fault.code}`, "fault.unknown"])}</li>
          ))}
        </ul>
      )}
      {reportable && problem.traceId && <p className="trace">{t("problem.trace", { trace: problem.traceId })}</p>}
    </div>
  );
}

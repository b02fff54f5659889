import { type ReactNode, useEffect, useRef } from "react";
import { useFaults, useProblem } from "./Form";

interface Props {
  summary: ReactNode;
  /** Where in the submission the fields stand that are folded away. */
  pointers: readonly [string, string];
  children: ReactNode;
}

/** Fields of a form that few need. It unfolds by itself when something is wrong inside, and never folds by itself. */
export function Folded({ summary, pointers: [one, other], children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const problem = useProblem();
  const faulty = [...useFaults(one), ...useFaults(other)].length > 0;
  useEffect(() => {
    if (faulty) {
      details.current!.open = true;
    }
  }, [faulty, problem]);
  return (
    <details ref={details}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

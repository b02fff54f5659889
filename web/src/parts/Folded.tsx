import type { ReactNode } from "react";
import { useFaults } from "./Form";

interface Props {
  summary: ReactNode;
  /** Where in the submission the fields stand that are folded away. */
  pointers: readonly [string, string];
  children: ReactNode;
}

/** Fields of a form that few need. It unfolds by itself when something is wrong inside. */
export function Folded({ summary, pointers: [one, other], children }: Props) {
  const faulty = [...useFaults(one), ...useFaults(other)].length > 0;
  return (
    <details open={faulty || undefined}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

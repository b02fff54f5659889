import { createContext, useContext, useState } from "react";
import { SubmissionKey } from "../api/submission";

interface Kept {
  written?: object;
  key: SubmissionKey;
}

/** What is half written, by what it is and whom it is about: in the memory of the open page, and nowhere else. */
export type Writings = Map<string, Kept>;

/** Of whoever is signed in; another person begins with none. */
export const WritingsContext = createContext<Writings | undefined>(undefined);

export interface Writing<T> {
  written: T;
  /** Whether something stood there already when the form came up. */
  begun: boolean;
  write: (change: Partial<T> | ((before: T) => Partial<T>)) => void;
  /** Under which it is sent: what got no answer is the same submission after one has been elsewhere, too. */
  key: SubmissionKey;
  /** It was sent: the form is as it was at the start. */
  sent: () => void;
  /** It is kept elsewhere by now: the form stays as it is, and does not come back. */
  forget: () => void;
}

/**
 * What somebody writes into a form. It is still there when they have looked at another screen, until it is sent, the page is
 * closed or they sign out.
 *
 * @param about the form and its subject, such as `goal <id of the client>`
 * @param start what stands there at first
 */
export function useWritten<T extends object>(about: string, start: T | (() => T)): Writing<T> {
  const writings = useContext(WritingsContext);
  const [first] = useState(start);
  const [kept] = useState<Kept>(() => {
    const known = writings?.get(about) ?? { key: new SubmissionKey() };
    writings?.set(about, known);
    return known;
  });
  const [begun] = useState(kept.written !== undefined);
  const [written, setWritten] = useState(() => (kept.written as T | undefined) ?? first);

  const forget = () => {
    delete kept.written;
  };
  return {
    written,
    begun,
    write: (change) =>
      setWritten((before) => {
        const after = { ...before, ...(typeof change === "function" ? change(before) : change) };
        kept.written = after;
        return after;
      }),
    key: kept.key,
    sent: () => {
      forget();
      setWritten(first);
    },
    forget,
  };
}

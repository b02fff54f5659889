import { createContext, useCallback, useContext, useState, useSyncExternalStore } from "react";
import { SubmissionKey } from "../api/submission";

/** A form's content, for whichever of its forms is on the screen when something happens to it. */
class Kept {
  readonly key = new SubmissionKey();
  readonly #listeners = new Set<() => void>();
  #written: object | undefined;
  /** Only for as long as the form stands that it was written into. */
  #passing = false;

  get written(): object | undefined {
    return this.#written;
  }

  /** What is there when a form comes up. */
  begin(): this {
    if (this.#passing) {
      this.#written = undefined;
    }
    return this;
  }

  write(written: object | undefined): void {
    this.#written = written;
    this.#passing = false;
    this.#listeners.forEach((listener) => listener());
  }

  pass(): void {
    this.#passing = true;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
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
  /** What stands there now was sent: it is as it was at the start, but for what was changed since. */
  sent: () => void;
  /** What stands there now is kept elsewhere by now: the form stays as it is, and does not come back unless it was changed since. */
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
    const known = (writings?.get(about) ?? new Kept()).begin();
    writings?.set(about, known);
    return known;
  });
  const [begun] = useState(kept.written !== undefined);
  const now = () => (kept.written as T | undefined) ?? first;
  const written = useSyncExternalStore(
    useCallback((listener) => kept.listen(listener), [kept]),
    now,
  );
  return {
    written,
    begun,
    write: (change) => kept.write({ ...now(), ...(typeof change === "function" ? change(now()) : change) }),
    key: kept.key,
    // A change that was made while it was under way is another's, which nobody has sent.
    sent: () => kept.write(changedSince(written, now(), first)),
    forget: () => {
      if (now() === written) {
        kept.pass();
      }
    },
  };
}

/** The fields that are others now than they were; all else as at the start. */
function changedSince<T extends object>(before: T, now: T, first: T): T | undefined {
  const changed = Object.entries(now).filter(([field, value]) => value !== before[field as keyof T]);
  return changed.length === 0 ? undefined : { ...first, ...Object.fromEntries(changed) };
}

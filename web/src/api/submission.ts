import { useEffect, useRef, useState } from "react";
import { onSignedInAgain } from "./http";
import { type Problem, Refused, isOfEndedSignIn } from "./problem";

/**
 * The Idempotency-Key of a form. What is sent again unchanged (no answer came, a button was touched twice) goes under the
 * same key and takes effect once; what was changed, or sent after a success, is a new submission.
 */
export class SubmissionKey {
  #key: string | undefined;
  #content: string | undefined;

  for(...content: unknown[]): string {
    const now = JSON.stringify(content);
    if (this.#key === undefined || now !== this.#content) {
      this.#key = crypto.randomUUID();
      this.#content = now;
    }
    return this.#key;
  }

  done(): void {
    this.#key = undefined;
  }
}

export interface Submission<C, T> {
  submit: (content: C) => Promise<T | undefined>;
  busy: boolean;
  problem: Problem | undefined;
}

interface Ways<C> {
  /** What of the content must be unchanged for a repetition to be the same submission; everything, if not said. */
  same?: (content: C) => unknown;
  /** Told of each refusal. */
  refused?: ((refusal: Refused) => void) | undefined;
}

/** Sends a form's content at most once at a time and keeps why it was refused. */
export function useSubmission<C, T>(work: (content: C, key: string) => Promise<T>, { same, refused }: Ways<C> = {}): Submission<C, T> {
  const key = useRef(new SubmissionKey());
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  useEffect(() => onSignedInAgain(() => setProblem((before) => (before && isOfEndedSignIn(before) ? undefined : before))), []);

  const submit = async (content: C) => {
    if (running.current) {
      return undefined;
    }
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      const done = await work(content, key.current.for(same ? same(content) : content));
      key.current.done();
      return done;
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      setProblem(failure.problem);
      refused?.(failure);
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { submit, busy, problem };
}

import { useEffect, useRef, useState } from "react";
import { now } from "./clock";
import { onSignedInAgain } from "./http";
import { type Problem, Refused, isOfEndedSignIn } from "./problem";

/**
 * The Idempotency-Key of a form. What is sent again unchanged (no answer came, a button was touched twice) goes under the
 * same key and takes effect once; what was changed, or sent after a success, is a new submission.
 */
export class SubmissionKey {
  #attempt: Attempt | undefined;
  #content: string | undefined;

  for(...content: unknown[]): Attempt {
    const said = JSON.stringify(content);
    if (this.#attempt === undefined || said !== this.#content) {
      this.#attempt = { key: crypto.randomUUID(), since: now() };
      this.#content = said;
    }
    return this.#attempt;
  }

  done(): void {
    this.#attempt = undefined;
  }
}

/** One submission, however often it is tried. */
export interface Attempt {
  key: string;
  /** When it was tried first, by the server's clock. */
  since: Date;
}

export interface Submission<C, T> {
  submit: (content: C) => Promise<T | undefined>;
  busy: boolean;
  problem: Problem | undefined;
}

export interface Ways<C> {
  /** Where the form keeps its key, if it outlives the form. */
  key?: SubmissionKey;
  /** What of the content must be unchanged for a repetition to be the same submission; everything, if not said. */
  same?: (content: C) => unknown;
  /** Told of each refusal. */
  refused?: ((refusal: Refused) => void) | undefined;
  /** Told of each success. */
  sent?: (() => void) | undefined;
}

/** Refused by the rules, which are asked after the key: nothing took effect, and what is sent next is said anew. */
function isForGood({ problem: { status } }: Refused): boolean {
  return status === 400 || status === 412 || status === 422;
}

/** Sends a form's content at most once at a time and keeps why it was refused. */
export function useSubmission<C, T>(work: (content: C, attempt: Attempt) => Promise<T>, { key: kept, same, refused, sent }: Ways<C> = {}): Submission<C, T> {
  const own = useRef(new SubmissionKey());
  const key = kept ?? own.current;
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
      const done = await work(content, key.for(same ? same(content) : content));
      key.done();
      sent?.();
      return done;
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      if (isForGood(failure)) {
        key.done();
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

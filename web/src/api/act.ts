import type { Act, ActKind } from "./types";

/** An act of the client as it is being written down. */
export interface ActEntry {
  kind: ActKind;
  /** Local time as the field has it, once somebody has set one; until then the act happens when it is recorded. */
  at?: string | undefined;
  words: string;
}

export function actNow(kind: ActKind = "in-person"): ActEntry {
  return { kind, words: "" };
}

/**
 * The act as it is sent. A time that was emptied or is none is left out: the server says what is missing.
 *
 * @param recorded when it was recorded, which is when it happened unless another time was set
 */
export function actOf({ kind, at, words }: ActEntry, recorded: Date): Partial<Act> {
  const happened = at === undefined ? recorded : new Date(at);
  return {
    kind,
    ...(Number.isNaN(happened.getTime()) ? {} : { at: happened.toISOString() }),
    ...(words.trim() === "" ? {} : { words: words.trim() }),
  };
}

/** By how many milliseconds the server's clock is ahead of this device's: at least this, and at most that. */
interface Ahead {
  least: number;
  most: number;
}

/** An answer says the second in which it was given, and no more. */
const SECOND = 1_000;

let ahead: Ahead | undefined;

/** What time it is by the server's clock, as well as its answers tell; until one does, by this device's. */
export function now(): Date {
  return new Date(Date.now() + (ahead === undefined ? 0 : (ahead.least + ahead.most) / 2));
}

/**
 * Compares the clocks by an answer that has just come. The server gave it after it was asked and before it was heard: that
 * leaves some room, which each answer makes smaller. One that no longer fits says that a clock was set: it alone counts.
 *
 * @param asked when it was asked for, by this device's clock (milliseconds since the epoch)
 */
export function compareClocks(answer: Headers, asked: number): void {
  const given = Date.parse(answer.get("Date") ?? "");
  const found = { least: given - Date.now(), most: given + SECOND - asked };
  // What some cache on the way answers was given before it was asked for; if this device's clock was set back meanwhile nothing is known.
  if (Number.isNaN(given) || answer.has("Age") || found.least > found.most) {
    return;
  }
  const both = ahead && { least: Math.max(ahead.least, found.least), most: Math.min(ahead.most, found.most) };
  ahead = both && both.least <= both.most ? both : found;
}

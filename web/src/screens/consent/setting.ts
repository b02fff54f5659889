/** A text in its parts, as one sets it on a page. */
export interface Setting {
  heading: string | undefined;
  /** Each the lines that belong together. */
  parts: readonly (readonly string[])[];
}

/** The parts of a text between its blank lines. A single line that stands before all the others is its heading; not a word is left out. */
export function settingOf(text: string): Setting {
  const parts = text
    .split(/\n\s*\n/)
    .map((part) => part.split("\n").filter((line) => line.trim() !== ""))
    .filter((part) => part.length > 0);
  const [first, ...others] = parts;
  return first?.length === 1 && others.length > 0 ? { heading: first[0], parts: others } : { heading: undefined, parts };
}

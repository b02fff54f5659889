import { describe, expect, it } from "vitest";
import { SubmissionKey } from "./submission";

describe("the key of a submission", () => {
  it("stays when the same is sent again", () => {
    const key = new SubmissionKey();
    expect(key.for({ words: "a home" })).toBe(key.for({ words: "a home" }));
  });

  it("is another one when something was changed", () => {
    const key = new SubmissionKey();
    const first = key.for({ words: "a home" });
    expect(key.for({ words: "a home of my own" })).not.toBe(first);
  });

  it("is another one after a success, even for the same content", () => {
    const key = new SubmissionKey();
    const first = key.for({ words: "a home" });
    key.done();
    expect(key.for({ words: "a home" })).not.toBe(first);
  });
});

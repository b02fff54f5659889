// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { signedInAgain } from "./http";
import { Refused, unreachable } from "./problem";
import { type Attempt, SubmissionKey, useSubmission } from "./submission";

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

describe("sending a form", () => {
  it("repeats what got no answer under the same key, whatever version is seen by then", async () => {
    const keys: string[] = [];
    const work = (_: { body: string; etag: string }, { key }: Attempt) => {
      keys.push(key);
      return keys.length === 1 ? Promise.reject(new Refused(unreachable)) : Promise.resolve("done");
    };
    const { result } = renderHook(() => useSubmission(work, { same: ({ body }) => body }));
    await act(() => result.current.submit({ body: "yes", etag: '"1"' }));
    expect(result.current.problem?.code).toBe("unreachable");
    await act(() => result.current.submit({ body: "yes", etag: '"2"' }));
    expect(result.current.problem).toBeUndefined();
    await act(() => result.current.submit({ body: "yes", etag: '"2"' }));
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it.each([
    ["invalid", 400],
    ["version-conflict", 412],
    ["refused-by-a-rule", 422],
  ])("says anew what the rules refused, since nothing took effect (%s)", async (code, status) => {
    const keys: string[] = [];
    const work = (_: string, { key }: Attempt) => {
      keys.push(key);
      return Promise.reject(new Refused({ code, status, errors: [] }));
    };
    const { result } = renderHook(() => useSubmission(work));
    await act(() => result.current.submit("yes"));
    await act(() => result.current.submit("yes"));
    expect(keys[1]).not.toBe(keys[0]);
  });

  it("sends once when a button is touched twice", async () => {
    let answer: (done: string) => void = () => undefined;
    let sent = 0;
    const work = () => {
      sent++;
      return new Promise<string>((resolve) => (answer = resolve));
    };
    const { result } = renderHook(() => useSubmission(work));
    await act(async () => {
      const first = result.current.submit("x");
      const second = result.current.submit("x");
      answer("done");
      expect(await second).toBeUndefined();
      expect(await first).toBe("done");
    });
    expect(sent).toBe(1);
  });

  it("no longer asks to sign in once that is done, and forgets nothing else", async () => {
    const refusals = Object.entries({ unauthenticated: 401, "csrf-token-missing": 403, "version-conflict": 412 }).map(([code, status]) => new Refused({ code, status, errors: [] }));
    const { result } = renderHook(() => useSubmission(() => Promise.reject(refusals.shift())));
    for (const [code, left] of [
      ["unauthenticated", undefined],
      ["csrf-token-missing", undefined],
      ["version-conflict", "version-conflict"],
    ]) {
      await act(() => result.current.submit("x"));
      expect(result.current.problem?.code).toBe(code);
      act(signedInAgain);
      expect(result.current.problem?.code).toBe(left);
    }
  });

  it("does not take a failure of ours for a refusal", async () => {
    const { result } = renderHook(() => useSubmission(() => Promise.reject(new TypeError("a bug"))));
    await expect(act(() => result.current.submit("x"))).rejects.toThrow("a bug");
  });
});

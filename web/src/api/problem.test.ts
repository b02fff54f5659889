import { expect, it } from "vitest";
import { isNoAnswer, isSilence, unreachable } from "./problem";

const problem = (status: number) => ({ code: "any", status, errors: [] });

it("asks again only where nobody answered", () => {
  expect(isSilence(unreachable)).toBe(true);
  expect([502, 503, 504].map((status) => isSilence(problem(status)))).toEqual([true, true, true]);
  expect(isSilence(problem(500)), "it broke, and breaks again").toBe(false);
  expect(isNoAnswer(problem(500)), "people may still try").toBe(true);
  expect(isSilence(problem(404))).toBe(false);
});

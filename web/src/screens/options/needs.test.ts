import { expect, it } from "vitest";
import { purposeOf } from "./needs";

it("does not call it treatment when somebody needs food or a room", () => {
  expect(purposeOf("food")).toBe("COC");
  expect(purposeOf("recovery-housing")).toBe("COC");
  expect(purposeOf("residential-treatment")).toBe("TREAT");
});

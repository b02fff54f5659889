import { expect, it } from "vitest";
import { matches, signInAddress } from "./router";

it("takes the parameters out of a path", () => {
  expect(matches("/clients/:id/plan", "/clients/17/plan")).toEqual({ id: "17" });
  expect(matches("/clients/:id", "/clients/17/")).toEqual({ id: "17" });
});

it("keeps paths apart", () => {
  expect(matches("/clients/:id", "/clients")).toBeUndefined();
  expect(matches("/clients/:id", "/referrals/17")).toBeUndefined();
  expect(matches("/", "/clients")).toBeUndefined();
});

it("signs in where one was, in the language that one reads", () => {
  expect(signInAddress("es")).toBe("/login?language=es");
  expect(signInAddress("en", "/clients/17")).toBe("/login?language=en&return=%2Fclients%2F17");
});

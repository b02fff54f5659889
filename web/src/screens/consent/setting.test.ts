import { expect, it } from "vitest";
import { settingOf } from "./setting";

it("sets the first line as a heading when it stands alone", () => {
  expect(settingOf("Consent\n\nI, Ana, allow: Riverbend\nto: Harborlight\n\nThis consent ends: never\n")).toEqual({
    heading: "Consent",
    parts: [["I, Ana, allow: Riverbend", "to: Harborlight"], ["This consent ends: never"]],
  });
});

it("sets whatever a text is made of, and leaves no word out", () => {
  expect(settingOf("One line.\n")).toEqual({ heading: undefined, parts: [["One line."]] });
  expect(settingOf("One\ntwo\n\n\nthree")).toEqual({ heading: undefined, parts: [["One", "two"], ["three"]] });
  expect(settingOf("")).toEqual({ heading: undefined, parts: [] });
});

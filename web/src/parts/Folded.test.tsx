// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import "../i18n/i18n";
import type { Problem } from "../api/problem";
import { Folded } from "./Folded";
import { Form } from "./Form";
import { TextField } from "./fields";

afterEach(cleanup);

function unfolded(problem: Problem | undefined) {
  render(
    <Form label="A form" send="Send" busy={false} problem={problem} onSend={() => undefined}>
      <Folded summary="More" pointers={["/legalName", "/dateOfBirth"]}>
        <TextField label="Legal name" pointer="/legalName" value="" onChange={() => undefined} />
      </Folded>
    </Form>,
  );
  return screen.getByText("More").closest("details")?.open;
}

it("stays out of the way", () => {
  expect(unfolded(undefined)).toBe(false);
});

it("does not hide what is wrong", () => {
  expect(unfolded({ code: "invalid", status: 400, errors: [{ pointer: "/legalName", code: "size" }] })).toBe(true);
});

it("stays folded when something else is wrong", () => {
  expect(unfolded({ code: "invalid", status: 400, errors: [{ pointer: "/nameToUse", code: "missing" }] })).toBe(false);
});

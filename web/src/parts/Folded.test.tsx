// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, it } from "vitest";
import "../i18n/i18n";
import type { Problem } from "../api/problem";
import { Folded } from "./Folded";
import { Form } from "./Form";
import { TextField } from "./fields";

afterEach(cleanup);

function Page({ problem }: { problem: Problem | undefined }) {
  const [name, setName] = useState("");
  return (
    <Form label="A form" send="Send" busy={false} problem={problem} onSend={() => undefined}>
      <Folded summary="More" pointers={["/legalName", "/dateOfBirth"]}>
        <TextField label="Legal name" pointer="/legalName" value={name} onChange={setName} />
      </Folded>
    </Form>
  );
}

const fold = () => screen.getByText("More").closest("details")!;

function unfolded(problem: Problem | undefined) {
  render(<Page problem={problem} />);
  return fold().open;
}

const tooLong: Problem = { code: "invalid", status: 400, errors: [{ pointer: "/legalName", code: "size" }] };

it("stays out of the way", () => {
  expect(unfolded(undefined)).toBe(false);
});

it("does not hide what is wrong", () => {
  expect(unfolded(tooLong)).toBe(true);
});

it("stays folded when something else is wrong", () => {
  expect(unfolded({ code: "invalid", status: 400, errors: [{ pointer: "/nameToUse", code: "missing" }] })).toBe(false);
});

it("stays open under the hands of whoever mends what is wrong in it", async () => {
  unfolded(tooLong);
  const field = screen.getByLabelText<HTMLInputElement>("Legal name");
  expect(document.activeElement).toBe(field);
  await userEvent.type(field, "Ana");
  expect(field.value).toBe("Ana");
  expect(fold().open).toBe(true);
});

it("can be folded again, and unfolds when it is refused anew", () => {
  const { rerender } = render(<Page problem={tooLong} />);
  fold().open = false;
  rerender(<Page problem={tooLong} />);
  expect(fold().open).toBe(false);
  rerender(<Page problem={{ ...tooLong }} />);
  expect(fold().open).toBe(true);
});

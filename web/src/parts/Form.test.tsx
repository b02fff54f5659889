// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import "../i18n/i18n";
import type { Problem } from "../api/problem";
import { Form } from "./Form";
import { TextField } from "./fields";

afterEach(cleanup);

function form(problem: Problem | undefined) {
  render(
    <Form label="A form" send="Send" busy={false} problem={problem} onSend={() => undefined}>
      <TextField label="What for" pointer="/purposes" value="" onChange={() => undefined} />
      <TextField label="Name" pointer="/patientName" value="" onChange={() => undefined} />
    </Form>,
  );
}

it("shows each fault beside its field, and the rest above the button", () => {
  form({
    code: "consent-deficient",
    status: 422,
    traceId: "abc",
    errors: [
      { pointer: "/purposes/0", code: "purpose-missing" },
      { pointer: "/recipients", code: "recipient-missing" },
    ],
  });
  const field = screen.getByLabelText("What for");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(field.getAttribute("aria-describedby")!)?.textContent).toContain("It does not say what for.");
  expect(screen.getByLabelText("Name").getAttribute("aria-invalid")).toBeNull();
  const note = screen.getByRole("alert");
  expect(within(note).queryByText("It does not say what for.")).toBeNull();
  expect(within(note).getByText("It does not say who may receive it.")).toBeTruthy();
  expect(within(note).getByText("Number abc")).toBeTruthy();
  expect(document.activeElement).toBe(note);
});

it("finds kind words for a code that it has never heard", () => {
  form({ code: "quite-new", status: 409, title: "An internal title", errors: [{ pointer: "/purposes", code: "quite-new-too" }] });
  expect(screen.getByText("That did not work")).toBeTruthy();
  expect(screen.getByText("This does not fit.")).toBeTruthy();
  expect(screen.queryByText("An internal title")).toBeNull();
});

it("is silent when nothing is wrong", () => {
  form(undefined);
  expect(screen.queryByRole("alert")).toBeNull();
});

// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import "../i18n/i18n";
import type { Problem } from "../api/problem";
import { Fieldset, Form } from "./Form";
import { SelectField, TextField } from "./fields";

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
  expect(within(note).queryByText("Number for whoever helps: abc"), "people can mend this themselves").toBeNull();
  expect(document.activeElement, "what can be mended first").toBe(field);
});

it("finds kind words for a code that it has never heard", () => {
  form({ code: "quite-new", status: 409, title: "An internal title", traceId: "abc", errors: [{ pointer: "/purposes", code: "quite-new-too" }] });
  expect(screen.getByText("That did not work")).toBeTruthy();
  expect(screen.getByText("This does not fit.")).toBeTruthy();
  expect(screen.queryByText("An internal title")).toBeNull();
  expect(screen.getByText("Number for whoever helps: abc")).toBeTruthy();
});

it("is silent when nothing is wrong", () => {
  form(undefined);
  expect(screen.queryByRole("alert")).toBeNull();
});

it("leads to the note when no field can mend it", () => {
  form({ code: "service-unavailable", status: 503, traceId: "abc", errors: [] });
  expect(document.activeElement).toBe(screen.getByRole("alert"));
  expect(screen.getByText("Number for whoever helps: abc")).toBeTruthy();
});

it("does not say twice what a field inside says", () => {
  const problem = { code: "invalid", status: 400, errors: [{ pointer: "/contact/email", code: "email" }, { pointer: "/contact", code: "missing" }] };
  render(
    <Form label="A form" send="Send" busy={false} problem={problem} onSend={() => undefined}>
      <Fieldset legend="Contact" pointer="/contact">
        <TextField label="E-mail" pointer="/contact/email" value="" onChange={() => undefined} />
      </Fieldset>
    </Form>,
  );
  expect(screen.getAllByText("This is no e-mail address.")).toHaveLength(1);
  expect(screen.getAllByText("Please fill this in.")).toHaveLength(1);
});

it("asks to choose where there is a choice", () => {
  const problem = { code: "invalid", status: 400, errors: [{ pointer: "/need", code: "missing" }] };
  render(
    <Form label="A form" send="Send" busy={false} problem={problem} onSend={() => undefined}>
      <SelectField label="What for" pointer="/need" value="" onChange={() => undefined} choices={[["", "…"]]} />
    </Form>,
  );
  expect(screen.getByText("Please choose.")).toBeTruthy();
});

it("asks no more for what somebody has answered", async () => {
  const problem = {
    code: "invalid",
    status: 400,
    errors: [
      { pointer: "/need", code: "missing" },
      { pointer: "/words", code: "missing" },
    ],
  };
  const page = (problem: Problem) => (
    <Form label="A form" send="Send" busy={false} problem={problem} onSend={() => undefined}>
      <SelectField label="What for" pointer="/need" value="" onChange={() => undefined} choices={[["", "…"], ["housing", "Housing"]]} />
      <TextField label="In their words" pointer="/words" value="" onChange={() => undefined} />
    </Form>
  );
  const { rerender } = render(page(problem));
  await userEvent.selectOptions(screen.getByLabelText("What for"), "housing");
  expect(screen.queryByText("Please choose.")).toBeNull();
  expect(screen.getByText("Please fill this in."), "what nobody has answered yet").toBeTruthy();
  rerender(page({ ...problem }));
  expect(screen.getByText("Please choose."), "refused again").toBeTruthy();
});

it("asks to choose where something is to be ticked", () => {
  const problem = { code: "invalid", status: 400, errors: [{ pointer: "/services", code: "missing" }] };
  render(
    <Form label="A form" send="Send" busy={false} problem={problem} onSend={() => undefined}>
      <Fieldset legend="Which" pointer="/services" choosing>
        {null}
      </Fieldset>
    </Form>,
  );
  expect(screen.getByText("Please choose.")).toBeTruthy();
});

it("leaves nobody without a place when it is done", async () => {
  const nothing = () => undefined;
  const page = (done: boolean) => (
    <main>
      <h1 tabIndex={-1}>A screen</h1>
      {done ? <p>Done</p> : <Form label="A form" send="Send" busy={false} problem={undefined} onSend={nothing} />}
    </main>
  );
  const { rerender } = render(page(false));
  screen.getByRole("button", { name: "Send" }).focus();
  rerender(page(true));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("heading")));
});

it("sends nothing while a date is only half written", async () => {
  const sent = vi.fn();
  const field = () => screen.getByLabelText<HTMLInputElement>("Born");
  const halfWritten = (is: boolean) => Object.defineProperty(field(), "validity", { configurable: true, value: { badInput: is } });
  render(
    <Form label="A form" send="Send" busy={false} problem={undefined} onSend={sent}>
      <TextField label="Born" type="date" pointer="/dateOfBirth" value="" onChange={() => undefined} />
    </Form>,
  );
  halfWritten(true);
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  expect(sent).not.toHaveBeenCalled();
  expect(document.getElementById(field().getAttribute("aria-describedby")!)?.textContent).toBe("This is only half written. Please complete it, or clear it.");
  expect(document.activeElement).toBe(field());

  halfWritten(false);
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  expect(sent).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("alert")).toBeNull();
});

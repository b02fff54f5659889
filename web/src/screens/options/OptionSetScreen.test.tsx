// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import type { Referral } from "../../api/types";
import "../../i18n/i18n";
import { OptionSetScreen } from "./OptionSetScreen";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const options = {
  id: "o",
  clientId: "c",
  need: "housing",
  services: [{ serviceId: "s", name: "Open room", organization: "Harborlight" }],
  choice: { serviceId: "s", act: { kind: "in-person", at: "2026-11-01T10:00:00Z" } },
};

const referral = (part: Partial<Referral>) =>
  ({ id: "r", status: "draft", optionSetId: "o", service: { id: "s", name: "Open room", organization: "Harborlight" }, history: [], ...part }) as unknown as Referral;

function shown(...referrals: Referral[]) {
  const answers: readonly (readonly [part: string, body: unknown])[] = [
    ["/api/option-sets/", options],
    ["/api/clients/", { id: "c", nameToUse: "Ana" }],
    ["/api/referrals", { items: referrals }],
    ["/api/directory/services/", { id: "s", name: "Open room", organization: { id: "h", name: "Harborlight" }, taxonomies: [] }],
  ];
  vi.stubGlobal("fetch", (path: string) => Promise.resolve(Response.json(answers.find(([part]) => path.includes(part))?.[1])));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <OptionSetScreen id="o" />
    </QueryClientProvider>,
  );
}

const wayOn = () => screen.findByRole("link", { name: "Go to the referral" });

it("leads to the referral that is under way, and makes another one only when that is wanted", async () => {
  shown(referral({}));
  expect((await wayOn()).getAttribute("href")).toBe("/referrals/r");
  expect(screen.getByText(/prepared and not sent yet/)).toBeTruthy();
  expect(screen.getByText("Prepare another one all the same").closest("details")?.open).toBe(false);
});

it("knows one to the same place that came from another choice", async () => {
  shown(referral({ optionSetId: "earlier", status: "requested", businessStatus: "delivered" }));
  expect(await wayOn()).toBeTruthy();
  expect(screen.getByText(/was sent/)).toBeTruthy();
});

it.each([["taken back", { status: "entered-in-error" }], ["ended", { status: "rejected" }], ["elsewhere", { optionSetId: "x", service: { id: "t", name: "T", organization: "Lakeview" } }]] as const)(
  "prepares one where another was %s",
  async (_, part) => {
    shown(referral(part as Partial<Referral>));
    expect(await screen.findByRole("button", { name: "Prepare the referral" })).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Go to the referral" })).toBeNull();
  },
);

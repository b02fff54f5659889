// @vitest-environment happy-dom
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { keptByThisPage } from "../../api/kept";
import "../../i18n/i18n";
import { MeContext } from "../../parts/me";
import { ClientScreen } from "./ClientScreen";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const referral = {
  id: "r",
  clientId: "a",
  direction: "out",
  receiver: "harborlight",
  service: { name: "Residential treatment", organization: "Harborlight" },
  purpose: "TREAT",
  required: ["contact", "referral"],
  categories: [],
  history: [],
  allowed: ["sending"],
};
const consent = { id: "c", status: "active", recipients: { named: ["harborlight"] }, categories: ["contact"], description: "", signature: { at: "2026-11-01T10:00:00Z" } };

/** Ana's page, with a referral that stands like this, the door's word on it, and her consents. */
function shown(standing: object, preview: object, consents: object[] | Response = [consent], record: object = {}) {
  const answers: readonly (readonly [part: string, body: unknown])[] = [
    ["/api/consents/preview", preview],
    ["/api/clients/a", { id: "a", nameToUse: "Ana", status: "active", contact: {}, ...record }],
    ["/api/clients", { items: [{ id: "a", nameToUse: "Ana" }] }],
    ["/api/consents", consents instanceof Response ? consents : { items: consents }],
    ["/api/referrals", { items: [{ ...referral, ...standing }] }],
    ["/api/plans", { items: [] }],
    ["/api/disclosures", { items: [] }],
  ];
  vi.stubGlobal("fetch", (path: string) => {
    const body = answers.find(([part]) => path.includes(part))?.[1];
    return Promise.resolve(body instanceof Response ? body.clone() : Response.json(body ?? { items: [] }));
  });
  render(
    <QueryClientProvider client={keptByThisPage()}>
      <MeContext value={{ subject: "m", agency: "riverbend", roles: ["peer_specialist"], until: "2026-11-01T10:00:00Z" }}>
        <ClientScreen id="a" />
      </MeContext>
    </QueryClientProvider>,
  );
}

it("leads to the consent that a referral lacks, and says what is not in the one there is", async () => {
  shown({ status: "draft" }, { outcome: "denied", code: "consent-category", released: [], withheld: [] });
  expect(await screen.findByText("The consent does not cover all of this")).toBeTruthy();
  expect(await screen.findByText("Not in it yet: What the referral is about.")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Draw up a consent for this" }).getAttribute("href")).toBe("/clients/a/consents/new?referral=r");
  expect(screen.queryByText(/then send it/)).toBeNull();
});

it("says that a referral is ready once the door would let it out", async () => {
  shown({ status: "draft" }, { outcome: "released", released: ["contact", "referral"], withheld: [] });
  expect(await screen.findByText("Look at it once more with Ana, then send it.")).toBeTruthy();
});

it("says that what was held back can leave once a consent covers it", async () => {
  shown({ status: "requested", attention: "consent-missing" }, { outcome: "released", released: ["contact", "referral"], withheld: [] });
  expect(await screen.findByText("A referral can leave now")).toBeTruthy();
});

it("leads to what was drawn up since the last signature, and not to what was tried before it", async () => {
  const draft = (description: string, draftedAt: string) => ({ ...consent, id: description, status: "draft", description, draftedAt, signature: undefined });
  shown({ status: "completed" }, {}, [consent, draft("earlier", "2026-10-31T10:00:00Z"), draft("since", "2026-11-02T10:00:00Z")]);
  expect((await screen.findByRole("link", { name: /since/ })).getAttribute("href")).toBe("/consents/since");
  expect(screen.queryByText("earlier")).toBeNull();
});

it.each([
  [{ merged: true, mergedInto: "b" }, "/clients/b"],
  [{ merged: true }, undefined],
])("begins nothing on a record for which another one stands (%o)", async (record, other) => {
  shown({ status: "draft" }, { outcome: "released", released: ["contact", "referral"], withheld: [] }, [consent], record);
  expect(await screen.findByText("Ana’s other record stands for this one")).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Go to the other record" })?.getAttribute("href")).toBe(other);
  expect(screen.queryByText(/then send it/)).toBeNull();
  expect(screen.queryByRole("link", { name: "Present options" })).toBeNull();
});

it("says whom a consent in force tells nothing any more", async () => {
  shown({ status: "completed" }, {}, [{ ...consent, recipients: { named: ["harborlight", "riverbend"] }, barred: ["harborlight"] }]);
  expect(await screen.findByText("Taken back from: Harborlight. They are told nothing more under it.")).toBeTruthy();
});

it("does not leave consents out that cannot be read", async () => {
  shown({ status: "completed" }, {}, Response.json({ code: "internal" }, { status: 500 }));
  const section = (await screen.findByRole("heading", { name: "Consents" })).closest("section")!;
  expect((await within(section).findByRole("alert")).textContent).toMatch(/^Something went wrong on our side/);
});

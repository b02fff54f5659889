// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import "../../i18n/i18n";
import { PresentOptions } from "./PresentOptions";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const service = (id: string, name: string, need: string) => ({
  id,
  name,
  organization: { id: "o", name: "A place" },
  phones: [],
  languages: [],
  taxonomies: [{ taxonomy: "handrail-need", code: need, name: need }],
});

const answers: readonly (readonly [part: string, body: unknown])[] = [
  ["/api/clients/", { id: "c", nameToUse: "Ana" }],
  ["need=food", { items: [service("1", "Pantry", "food")] }],
  ["/api/directory/", { items: [service("1", "Pantry", "food"), service("2", "Court liaison", "legal")] }],
];

it("shows places once it is known what they are for, and keeps what was ticked", async () => {
  vi.stubGlobal("fetch", (path: string) => Promise.resolve(Response.json(answers.find(([part]) => path.includes(part))?.[1])));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PresentOptions clientId="c" />
    </QueryClientProvider>,
  );
  expect(await screen.findByText(/Say above what it is for/)).toBeTruthy();
  expect(screen.queryByRole("checkbox")).toBeNull();
  await userEvent.selectOptions(screen.getByLabelText("What is it for?"), await screen.findByRole("option", { name: "Food" }));
  await userEvent.click(await screen.findByRole("checkbox", { name: "Pantry" }));
  expect(screen.queryByRole("checkbox", { name: "Court liaison" })).toBeNull();
  await userEvent.selectOptions(screen.getByLabelText("What is it for?"), "");
  expect((screen.getByRole("checkbox", { name: "Pantry" }) as HTMLInputElement).checked).toBe(true);
});

it("says of a place that it takes nobody on medication before it is presented", async () => {
  const strict = { ...service("3", "Dry house", "housing"), taxonomies: [{ taxonomy: "handrail-eligibility", code: "no-moud", name: "Accepts nobody on medication" }] };
  vi.stubGlobal("fetch", (path: string) => Promise.resolve(Response.json(path.includes("/api/directory/") ? { items: [strict, service("1", "Pantry", "food")] } : answers[0]?.[1])));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PresentOptions clientId="c" />
    </QueryClientProvider>,
  );
  await userEvent.type(screen.getByLabelText(/Only places with these words/), "dry");
  expect(await screen.findByRole("checkbox", { name: "Dry house" })).toBeTruthy();
  expect(screen.getByText("Takes nobody on methadone, buprenorphine or naltrexone")).toBeTruthy();
});

it("presents what is for something else only as what the client asked for", async () => {
  const sent: string[] = [];
  vi.stubGlobal("fetch", (path: string, init?: RequestInit) => {
    if (init?.method === "POST") {
      sent.push(String(init.body));
    }
    return Promise.resolve(Response.json(answers.find(([part]) => path.includes(part))?.[1] ?? { id: "s" }));
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PresentOptions clientId="c" />
    </QueryClientProvider>,
  );
  await userEvent.type(screen.getByLabelText(/Only places with these words/), "court");
  await userEvent.click(await screen.findByRole("checkbox", { name: "Court liaison" }));
  expect(screen.queryByRole("checkbox", { name: "They asked for Court liaison" })).toBeNull();
  await userEvent.selectOptions(screen.getByLabelText("What is it for?"), await screen.findByRole("option", { name: "Food" }));
  await userEvent.click(await screen.findByRole("checkbox", { name: "They asked for Court liaison" }));
  await userEvent.click(screen.getByRole("button", { name: /Present these options/ }));
  expect(sent.map((body) => JSON.parse(body) as unknown)).toEqual([{ clientId: "c", need: "food", services: ["2"], wishes: { services: ["2"] } }]);
});

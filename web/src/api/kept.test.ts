import { QueryObserver } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import { keptByThisPage } from "./kept";
import { Refused } from "./problem";

async function readAgain(answer: Refused) {
  const answers = [() => Promise.resolve("Ana"), () => Promise.reject(answer)];
  const page = new QueryObserver(keptByThisPage(), { queryKey: ["/api/clients/1"], queryFn: () => answers.shift()?.() });
  const stopLooking = page.subscribe(() => undefined);
  await vi.waitFor(() => expect(page.getCurrentResult().data).toBe("Ana"));
  const { data, error, status } = await page.refetch();
  stopLooking();
  return { data, error, status, kept: page.getCurrentQuery().state.data };
}

const refused = (code: string, status: number) => new Refused({ code, status, errors: [] });

it.each([refused("not-found", 404), refused("role-not-allowed", 403)])("forgets what somebody may no longer read ($message)", async (error) => {
  expect(await readAgain(error)).toEqual({ data: undefined, error, status: "error", kept: undefined });
});

it("keeps what was read when it only could not be read again", async () => {
  expect((await readAgain(refused("internal", 500))).data).toBe("Ana");
  expect((await readAgain(refused("unauthenticated", 401))).data, "signing in again goes on where one was").toBe("Ana");
});

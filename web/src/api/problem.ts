/** One thing that is wrong with what was sent; `pointer` is a JSON Pointer into it. */
export interface Fault {
  pointer: string;
  code: string;
  detail?: string;
}

/** A refusal as the services tell it (RFC 9457). */
export interface Problem {
  code: string;
  status: number;
  title?: string;
  detail?: string;
  traceId?: string;
  errors: Fault[];
}

/** A request that was not done, with the reason. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = "Refused";
    this.problem = problem;
  }
}

/** What is shown when the server was not reached at all. Nobody knows whether it has done its work: repeating is safe. */
export const unreachable: Problem = { code: "unreachable", status: 0, errors: [] };

/** What is shown when a paper lacks something, before anybody is asked to sign it. */
export function deficient(lacking: Fault[]): Problem {
  return { code: "consent-deficient", status: 422, errors: lacking };
}

/** Whether nobody was there to answer: no signal, or a part that is away. */
export function isSilence(problem: Problem): boolean {
  return problem.status === 0 || (problem.status >= 502 && problem.status <= 504);
}

/** Whether it only says that nobody is signed in, or that the page's proof of where it comes from was an ended sign-in's. */
export function isOfEndedSignIn({ status, code }: Problem): boolean {
  return status === 401 || code === "csrf-token-missing";
}

/** Whether it is not, or no longer, for whoever asked. */
export function isWithheld({ status }: Problem): boolean {
  return status === 403 || status === 404;
}

/** Whether it was not judged at all: asked again later it may well be done. */
export function isNoAnswer(problem: Problem): boolean {
  return problem.status === 0 || problem.status >= 500;
}

/** Reads a refusal; one that is no problem+json (a proxy's page) still becomes one that can be shown. */
export function problemOf(status: number, body: unknown): Problem {
  const said = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const text = (member: string) => (typeof said[member] === "string" ? said[member] : undefined);
  const problem: Problem = {
    code: text("code") ?? (status === 401 ? "unauthenticated" : status === 404 ? "not-found" : status >= 500 ? "unavailable" : "unknown"),
    status,
    errors: Array.isArray(said["errors"]) ? said["errors"].filter(isFault) : [],
  };
  for (const member of ["title", "detail", "traceId"] as const) {
    const value = text(member);
    if (value !== undefined) {
      problem[member] = value;
    }
  }
  return problem;
}

function isFault(value: unknown): value is Fault {
  const fault = value as Partial<Fault> | null;
  return typeof fault?.pointer === "string" && typeof fault.code === "string";
}

/** The faults that belong to the field at `pointer` or to something inside of it. */
export function faultsAt(problem: Problem | undefined, pointer: string): Fault[] {
  return problem?.errors.filter((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`)) ?? [];
}

/** The faults that none of the shown fields takes. */
export function faultsElsewhere(problem: Problem, pointers: Iterable<string>): Fault[] {
  const shown = [...pointers];
  return problem.errors.filter((fault) => !shown.some((pointer) => faultsAt({ ...problem, errors: [fault] }, pointer).length > 0));
}

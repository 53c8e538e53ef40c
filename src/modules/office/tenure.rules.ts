import type { Day } from '../../lib/day.ts';
import { findRepeated } from '../../lib/repeated.ts';
import { TenureRepeatedError } from './tenure.errors.ts';

/** One actor holds one post from one day (or from an unknown one) once. */
export function checkTenures(tenures: readonly { readonly officeId: string; readonly from: Day | null }[]): void {
  const repeated = findRepeated(tenures, ({ officeId, from }) => JSON.stringify([officeId, from]));
  if (repeated) throw new TenureRepeatedError(repeated.officeId);
}

/** Tenures of several records of one person in the order of lists: earliest known first. What is alike keeps its order. */
export function earliestFirst<Tenure extends { readonly from: Day | null }>(tenures: readonly Tenure[]): Tenure[] {
  const time = ({ from }: Tenure) => from?.getTime() ?? Number.POSITIVE_INFINITY;
  return [...tenures].sort((one, other) => (time(one) === time(other) ? 0 : time(one) - time(other)));
}

import type { Day } from '../../lib/day.ts';
import { findRepeated } from '../../lib/repeated.ts';
import { TenureRepeatedError } from './tenure.errors.ts';

/** One actor holds one post from one day (or from an unknown one) once. */
export function checkTenures(tenures: readonly { readonly officeId: string; readonly from: Day | null }[]): void {
  const repeated = findRepeated(tenures, ({ officeId, from }) => JSON.stringify([officeId, from]));
  if (repeated) throw new TenureRepeatedError(repeated.officeId);
}

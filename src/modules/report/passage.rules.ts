import type { PassageKind } from '../../generated/prisma/enums.ts';
import { PassageNumberError, PassageOrderError, PassageSectionError } from './passage.errors.ts';

export interface PassagePlace {
  readonly number: string;
  /** The ordinal of its section. */
  readonly section: number;
}

/** A bullet's number has a point in it. Throws where it is no number of a passage at all. */
export function passageKind(number: string): PassageKind {
  if (!/^[1-9]\d*(\.[1-9]\d*)?$/.test(number)) throw new PassageNumberError(number);
  return number.includes('.') ? 'BULLET' : 'PARAGRAPH';
}

/** Whether a passage may follow another (null: may be the first). Both numbers have been seen to be ones. */
export function checkPassageOrder(previous: PassagePlace | null, { number, section }: PassagePlace): void {
  const expected = nextNumbers(previous?.number ?? '0');
  if (!expected.includes(number)) throw new PassageOrderError(number, expected);
  if (previous && section < previous.section) throw new PassageSectionError();
}

function nextNumbers(number: string): readonly string[] {
  const [paragraph = 0, bullet = 0] = number.split('.').map(Number);
  const next = String(paragraph + 1);
  return paragraph === 0 ? [next] : [next, `${paragraph}.${bullet + 1}`];
}

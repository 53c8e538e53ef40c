import type { EventKind, ParticipationRole } from '../../generated/prisma/enums.ts';
import { DEEDS } from './deeds.ts';
import type { EventRule } from './event-form.ts';

/** What a sentence with a day tells, by its words alone: the last resort, where no form of telling was recognised. */
export const DATED_RULES: readonly EventRule[] = DEEDS.slice(0, -1).map(({ kind, acts, goes, nouns }) => ({
  name: 'event.dated-words',
  kind,
  pattern: new RegExp(`(?<![\\p{L}«-])(?:${acts}|${goes}|${nouns})(?![\\p{L}-])`, 'giu'),
  score: 0.5,
  impersonal: kind !== 'VISIT',
}));

/** Something happened that day, and no word says of what kind it was. */
export const DATED_OTHER: EventRule = {
  name: 'event.dated-other',
  kind: 'OTHER',
  pattern:
    /«\w+»[^.;«]{0,20}? (?=\p{Ll}+(?:ed|ook|ent|ave|ade|ell|an|id|ame|aw|ew|ought|aught|old|ose|oke|ove)\b)|\b(?:was|were|has been|have been) (?:\p{Ll}+ly )?\p{Ll}+(?:ed|en|wn|ld|nt|ade|ught|ung|id|st)\b/gu,
  score: 0.35,
};

/** What those do who stand before the words, and those after. */
export const DATED_ROLES: Readonly<
  Partial<Record<EventKind, readonly [before: ParticipationRole, after: ParticipationRole]>>
> = {
  VISIT: ['VISITOR', 'HOST'],
  INSPECTION: ['INSPECTOR', 'INSPECTED'],
  DETENTION: ['PARTICIPANT', 'SUBJECT'],
  APPOINTMENT: ['SUBJECT', 'PARTICIPANT'],
  DISMISSAL: ['SUBJECT', 'PARTICIPANT'],
  SANCTION: ['PARTICIPANT', 'SUBJECT'],
  CRIMINAL_CASE: ['SUBJECT', 'PARTICIPANT'],
  ACCIDENT: ['SUBJECT', 'SUBJECT'],
  REPORTING: ['SPEAKER', 'PARTICIPANT'],
};

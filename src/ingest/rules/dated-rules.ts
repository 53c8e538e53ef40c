import type { EventKind, ParticipationRole } from '../../generated/prisma/enums.ts';
import type { EventRule } from './event-form.ts';

/** What a sentence with a day tells, by its words alone: the last resort, where no form of telling was recognised. */
const WORDS: readonly (readonly [EventKind, string])[] = [
  [
    'ACCIDENT',
    'crash(?:ed)?|died|killed|dead|injured|wounded|drowned|explosions?|exploded|accidents?|collided|collision|derailed|caught fire|burn(?:ed|t) down|capsized|sank',
  ],
  [
    'CRIMINAL_CASE',
    'sentenced|convicted|acquitted|charged|indicted|trial|court|criminal case|investigation|verdict|suspected of',
  ],
  ['DETENTION', 'detained|detention|arrest(?:ed)?|taken into custody'],
  ['SEIZURE', 'seized|confiscated|intercepted|smuggl\\w+'],
  [
    'BORDER_INCIDENT',
    '(?:entered|violated|crossed|left) [^.;]{0,30}(?:airspace|border|territorial waters)|airspace violation|shot at|opened fire|shelling|gunfire|shoot-?outs?|shootings?|exchange of fire|skirmish(?:es)?|clashes',
  ],
  [
    'DISMISSAL',
    'dismiss(?:ed|al)|resign(?:ed|ation)|relieved of|removed from (?:his|her|the) (?:post|office)|stepped down|retired|left office',
  ],
  [
    'APPOINTMENT',
    'appoint(?:ed|ment)|took over|takes over|assumed (?:the )?(?:command|office|duties|post)|took office|sworn in|took the oath|became (?:the )?(?:new )?(?:head|chief|commander|minister|director|secretary)|elected|introduced (?:the )?new',
  ],
  ['SANCTION', 'sanctions?|embargo|blacklist(?:ed)?'],
  ['EQUIPMENT_TEST', 'test(?:s|ed|ing)?|trials|test[- ]fir\\w+|launch(?:ed)? (?:of )?(?:an? |the )?(?:missile|rocket)'],
  [
    'DELIVERY',
    'deliver(?:y|ies|ed)|handed over|hand-over|shipment|transferred|arrived from|put into service|entered service|adopted for service|donated|took delivery|received (?:the first|new|\\d+|two|three|four|five|six|a batch)',
  ],
  [
    'INSPECTION',
    'inspect(?:ed|ion|ions|ors?)|audit(?:ed)?|check(?:ed|s)?|verification|observation flight|evaluation visit',
  ],
  ['EXERCISE', 'exercises?|drills?|manoeuvres|maneuvers|war games?|alert'],
  ['TRAINING', 'trainings?|training (?:camp|course)|musters?|courses?'],
  ['COMMITTEE_SESSION', '(?:session|meeting|sitting) of the [^.;]{0,60}(?:commission|committee|working group)'],
  ['BOARD_MEETING', 'board meeting|meeting of the (?:board|collegium)'],
  ['CONFERENCE', 'conference|forum|summit|symposium|seminar|congress|round table|briefing'],
  [
    'AGREEMENT_STEP',
    'agreements?|memorand(?:um|a)|contracts?|treat(?:y|ies)|protocol|letter of intent|roadmap|the sale of|the purchase of|deal|ratif(?:ied|ication)|denounced|withdrew from',
  ],
  [
    'LEGAL_ACT',
    'laws?|decrees?|bills?|resolution|edict|doctrine|strategy|concept|regulations?|amendments?|passed|legislation|state of emergency|martial law|curfew|declared war',
  ],
  ['ORDER', 'ordered to|orders?|instruct(?:ed|ions)?|tasked|commanded'],
  [
    'EXHIBITION',
    'exhibition|air show|parade|demonstrat(?:ed|ion)|displayed|showcased|unveiled|presented (?:the |an? )?(?:new|prototype|model)',
  ],
  ['REPORTING', '(?:annual )?report|statistics|data|figures|results of'],
  ['VISIT', 'visit(?:s|ed|ing)?|arrived|trip|travell?ed|toured|tour'],
  [
    'MEETING',
    'met|meetings?|talks|negotiations|consultations|received|hosted|discuss(?:ed|ions?)|conversation|dialogue|session',
  ],
];

export const DATED_RULES: readonly EventRule[] = WORDS.map(([kind, words]) => ({
  name: 'event.dated-words',
  kind,
  pattern: new RegExp(`(?<![\\p{L}«-])(?:${words})(?![\\p{L}-])`, 'giu'),
  score: 0.5,
  impersonal: kind !== 'VISIT',
}));

/** Something happened that day, and no word says of what kind it was. */
export const DATED_OTHER: EventRule = {
  name: 'event.dated-other',
  kind: 'OTHER',
  pattern:
    /«\w+»[^.;«]{0,20}? (?=\p{Ll}+(?:ed|ook|ent|ave|ade|ell|an|id)\b)|\b(?:was|were|has been|have been) (?:\p{Ll}+ly )?\p{Ll}+(?:ed|en|wn|ld|nt|ade|ught|ung|id|st)\b/gu,
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

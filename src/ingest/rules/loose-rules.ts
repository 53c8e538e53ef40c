import { ACTOR, type EventRule, rule, SIDES } from './event-form.ts';

/** What plans, promises and goes on, or was done in the passive without any of the names above. */
/** Deeds that somebody only tells of, by their nouns: "announced the detention of". */
const NEWS: readonly (readonly [EventRule['kind'], string])[] = [
  ['DETENTION', 'detention|arrest'],
  ['SEIZURE', 'seizure|confiscation'],
  ['DELIVERY', 'delivery|deliveries|arrival|receipt|hand-?over|shipment|supply'],
  ['ACCIDENT', 'death|deaths|crash|explosion|drowning|accident'],
  ['APPOINTMENT', 'appointment'],
  ['DISMISSAL', 'dismissal|resignation'],
  ['EQUIPMENT_TEST', 'tests?|testing|trials'],
  ['CRIMINAL_CASE', 'conviction|sentencing'],
];

export const LOOSE_RULES: readonly EventRule[] = [
  ...NEWS.map(([kind, nouns]) =>
    rule(
      'news-of',
      kind,
      `(?:announced|reported|confirmed|disclosed|(?:informed|known|reported|told) (?:about|of|on)) (?:the |an? )?(?:[\\w-]+ ){0,2}?(?:${nouns}) of (?:the |an? )?(?<o>${SIDES})?`,
      {
        o: kind === 'DELIVERY' || kind === 'EQUIPMENT_TEST' ? 'PARTICIPANT' : 'SUBJECT',
        score: 0.55,
        undated: true,
        impersonal: true,
      },
    ),
  ),
  rule(
    'will-hold',
    'OTHER',
    `(?<s>${SIDES}) (?:will|is going to|plans? to|intends? to) (?:hold|organi[sz]e|host|conduct) (?:an? )?(?:series of )?(?<o>events|presentations|[\\w-]+)`,
    { s: 'ORGANISER', score: 0.55, undated: true, modality: 'PLANNED' },
  ),
  rule(
    'intends',
    'OTHER',
    `(?<s>${SIDES}|[Tt]he (?:agency|department|ministry|committee)) (?:intends?|plans?|is going|are going|is planning|are planning|is preparing|prepares?) to (?!focus|concentrate|be\\b)`,
    { s: 'PARTICIPANT', score: 0.5, undated: true, modality: 'PLANNED' },
  ),
  rule(
    'will-be',
    'ORDER',
    `(?:system|procedure|rules?|requirements?|standards?|criteria) [^.;«]{3,60}? will be (?:developed|introduced|changed|revised|adopted|established)`,
    { score: 0.45, undated: true, modality: 'PLANNED' },
  ),
  rule(
    'expected',
    'OTHER',
    `(?:completion|delivery|launch|start|commissioning|adoption) of [^.;]{3,80}? is (?:expected|planned|scheduled) (?:by|in|for|before)`,
    { score: 0.5, undated: true, modality: 'PLANNED', impersonal: true },
  ),
  rule(
    'measures',
    'OTHER',
    `(?:[\\w-]+ )?[Mm]easures\\b[^.;]{0,110}? (?:were|was) (?:also )?taken(?: at (?:the )?(?<o>${SIDES}))?`,
    { o: 'SUBJECT', score: 0.55 },
  ),
  rule('continued', 'OTHER', `(?<s>${SIDES}) (?:continued|continues) to (?!declare|state|claim|say|insist)`, {
    s: 'PARTICIPANT',
    score: 0.5,
  }),
  rule(
    'was-organised',
    'OTHER',
    `(?:refuelling|refueling|march|crossing|redeployment|relocation|landing|evacuation|competition|transfer)\\b[^.;]{0,60}? (?:was|were) (?:also )?(?:organi[sz]ed|conducted|carried out|held|performed)`,
    { score: 0.55, part: true, impersonal: true },
  ),
  rule(
    'was-launched',
    'OTHER',
    `(?:production|construction|development|modernisation|modernization|assembly|supply) of [^.;]{3,70}? (?:has|have|was|were) (?:already )?(?:been )?(?:launched|started|begun|completed|finished)`,
    { score: 0.5, undated: true, impersonal: true },
  ),
  rule(
    'possible-to',
    'OTHER',
    `it was possible to (?:ensure|achieve|complete|reach|restore) (?<o>[^.;]{3,120}?)(?=[,.;]|$)`,
    { score: 0.4, undated: true, o: 'SUBJECT' },
  ),
  rule(
    'was-proposed',
    'OTHER',
    `(?:procedure|algorithm|mechanism|scheme|concept|measures?|amendments?|project|plan)\\b[^.;«]{3,110}? (?:was|were) proposed`,
    {
      score: 0.4,
      undated: true,
      impersonal: true,
    },
  ),
  rule('opened', 'OTHER', `${ACTOR}(?:opened|inaugurated|unveiled|laid the) (?:an? |the )`, {
    s: 'PARTICIPANT',
    score: 0.5,
    part: true,
  }),
  rule('projects-done', 'OTHER', `(?:projects|works?|tasks) (?:have|has) been (?:completed|implemented|finished)`, {
    score: 0.4,
    undated: true,
    impersonal: true,
  }),
  rule(
    'collapse',
    'OTHER',
    `(?:collapse|expiry|expiration|termination|destruction) of (?:the )?«A\\d+»|expired «A\\d+»`,
    { score: 0.55, undated: true, impersonal: true },
  ),
];

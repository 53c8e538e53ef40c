import type { DraftEvent, DraftStatement, Side } from './drafts.ts';
import { SIDES } from './event-form.ts';
import { sidesIn } from './event-sides.ts';
import { datesOf, dayIn, isSameSideList, relativeDates, undated } from './story.ts';
import type { Telling } from './telling.ts';
import { slotsIn } from './template.ts';
import { COUNTS } from './verbs.ts';

/** Verbs of saying. "some states" and "the claims" are none: in the present such a verb wants what is said after it. */
const SAY =
  '(?:states|claims|notes|reports|demands|calls|promises|warns)(?= that|,|:)|said|says|stated|claimed|declared|declares|noted|emphasi[sz]e[sd]|stressed|stresses|underlined|underlines|added|adds|told|tells|confirmed|confirms|denied|denies|warned|insisted|insists|admitted|admits|acknowledged|recogni[sz]ed|assured|assures|explained|explains that|repeated|reiterated|expressed|commented|made (?:it )?clear|called (?:on|for|upon)|calls (?:on|for|upon)|called (?:the|this|these|such|it|them) [^.,;«]{0,40}?(?:groundless|unfounded|baseless|unacceptable|false|absurd|illegal|unlawful|provocation|untrue)|demanded|urged|urges|accused|accuses|proposed|welcomed|welcomes|outlined|announced|announces|reported|informed|informs|pointed out|complained|promised|recalled|argued|argues|believes|considers|wrote|writes|instructed|protested|rejected|rejects|voiced|summed up|spoke (?:of|about|highly|out|in favour|against)|touched (?:up)?on|dwelt (?:up)?on|dwelled (?:up)?on|elaborated on|intends to';

/** Verbs by which figures and lists are given out. */
const GIVE = `${SAY}|made|released|published|presented|unveiled|cited|gave|listed|set out|shared|disclosed`;

/** What is said elsewhere and only called up again: "Latvia's calls for a ban". */
const SAYINGS =
  'calls? for|claims? (?:that|of|about|to)|statements? (?:that|on|about|of)|accusations?|demands? (?:for|that|to)|assertions?|promises?|assurances?|protests? (?:against|over)';

const PUBLIC =
  '(?:has |have |had |also |then |later |once again |again |traditionally |publicly |repeatedly |once more |earlier |immediately |officially )*';

/** Whoever speaks; "he" is no part of "the", and in a capital somebody else does. */
const WHO = `(?<!\\p{L}|\\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom) (?=«[KCL]))${SIDES}`;

/** Nobody in particular: what "they" or "the parties" say has no speaker. */
const NOBODY = /^(?:[Tt]hey|[Tt]he (?:parties|sides)|[Bb]oth sides)$/;

interface StatementRule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly score: number;
}

const RULES: readonly StatementRule[] = [
  {
    name: 'statement.continues',
    pattern: new RegExp(
      `(?<s>${WHO}) (?:continues?|continued) to (?<verb>declare|state|claim|say|insist|maintain)`,
      'gu',
    ),
    score: 0.7,
  },
  {
    name: 'statement.said',
    pattern: new RegExp(
      `(?<s>${WHO}|[Tt]he (?:agency|department|ministry|head of the department))(?:,? (?:in|on|at|during|following|visiting) [^,.;«]{2,60}?,|,)? ?${PUBLIC}(?<verb>${SAY})(?=[ ,:.;]|$)`,
      'gu',
    ),
    score: 0.8,
  },
  {
    name: 'statement.said-by',
    pattern: new RegExp(
      `\\b(?:was|were|has been|have been|[Aa]s) (?:also |officially )?(?<verb>announced|reported|stated|said|noted|voiced|told|confirmed|made public|published|released|declared|explained|informed|emphasi[sz]ed|stressed) by (?<s>${WHO})`,
      'gu',
    ),
    score: 0.75,
  },
  {
    name: 'statement.passive',
    pattern:
      /\b(?:[Ii]t (?:is|was|has been|became) (?:also |once again |officially )?(?<verb>stated|noted|announced|reported|emphasi[sz]ed|stressed|declared|said|known|public|claimed|acknowledged|revealed|alleged|pointed out)(?: that)?|(?:importance|need|necessity|readiness|significance)\b[^.;]{0,160}? (?:was|were) (?:also )?(?<verb2>noted|ascertained|emphasi[sz]ed|stressed|confirmed|stated|underlined))/gu,
    score: 0.65,
  },
  { name: 'statement.noting', pattern: /, (?<verb>noting|stressing|emphasi[sz]ing|stating|adding) that/gu, score: 0.6 },
  {
    name: 'statement.according',
    pattern: new RegExp(
      `(?:[Aa]ccording to|[Ii]n the (?:words|opinion|view) of|[Aa]s stated by|[Aa]s follows from) (?:(?:the )?(?:data|information|estimates?|results|report|statement|press service|calculations) (?:of|by|from) )?(?<s>${WHO})(?:'s? (?:statements?|words|data|estimates?|information))?|(?<s2>${WHO})'s? (?:opinion|view)\\b`,
      'gu',
    ),
    score: 0.65,
  },
  {
    name: 'statement.recalled',
    pattern: new RegExp(`(?<s>${WHO})'s? (?:repeated |recent |public |earlier |latest )*(?<verb>${SAYINGS})`, 'gu'),
    score: 0.55,
  },
];

/** What is said in a sentence. Where nothing else was the occasion, the saying is an event of its own. */
export function findStatements(telling: Telling): readonly DraftStatement[] {
  const { template, passage, paragraph } = telling;
  const isItem = passage.includes('.') && paragraph.isListOfStatements;
  // A list introduced with a speaker gives it to its items, whatever these say of others.
  const found = isItem && paragraph.speaker ? [] : RULES.flatMap((rule) => findByRule(telling, rule));
  const [first] = found;
  const own = found.filter(
    (one, index) => found.findIndex((other) => isSameSideList(sideList(other), one.speaker)) === index,
  );
  if (first) return own;
  const quoted = isItem ? null : QUOTED.exec(template.text);
  if (!isItem && !quoted) return [];
  const [start, end] = quoted ? [quoted.index, quoted.index + quoted[0].length] : [0, template.text.length];
  return [
    {
      rule: quoted ? 'statement.quoted' : 'statement.list-item',
      anchor: { passage, start: template.toPassage(start), end: template.toPassage(end) },
      score: quoted ? 0.5 : 0.75,
      speaker: quoted ? null : paragraph.speaker,
      event: paragraph.lead,
      about: aboutOf(telling, null, paragraph.speaker),
    },
  ];
}

/** Words in quotation marks that go on for a while and begin small are somebody's, and no title. */
const QUOTED = /[“"](?:\p{Ll}[^\s“”"]* )(?:[^\s“”"]+ ){4,}[^“”"]{1,400}[”"]/u;

const sideList = ({ speaker }: DraftStatement): readonly Side[] => (speaker ? [speaker] : []);

function findByRule(telling: Telling, { name, pattern, score }: StatementRule): readonly DraftStatement[] {
  const { template, passage, section } = telling;
  const found: DraftStatement[] = [];
  for (const match of template.text.matchAll(pattern)) {
    const { groups = {} } = match;
    const who = groups.s ?? groups.s2;
    if (/\b(?:not|never)\b/.test(match[0])) continue;
    const participants = sidesIn(telling, who, 'SPEAKER');
    const speaker = NOBODY.test(who ?? '') ? null : (participants[0]?.side ?? null);
    if (who && participants.length === 0) continue;
    const anchor = {
      passage,
      start: template.toPassage(match.index),
      end: template.toPassage(match.index + match[0].length),
    };
    const verb = groups.verb ?? groups.verb2 ?? 'said';
    const event =
      name === 'statement.recalled' ? telling.paragraph.lead : occasionOf(telling, match, participants, verb);
    found.push({
      rule: name,
      anchor,
      score: section === 'CONCLUSIONS' ? score - 0.2 : score,
      speaker,
      event,
      about: aboutOf(telling, match, speaker),
    });
  }
  return found;
}

/** Whether a sentence introduces bullets that are what somebody said or published. */
export function introducesStatements({ template }: Telling): boolean {
  return INTRODUCTION.test(template.text);
}

const INTRODUCTION = new RegExp(`\\b(?:statements?|points|figures|data|${GIVE})\\b[^:]*:$`, 'u');

const SPEAKER = new RegExp(`(?<s>${WHO})(?:,[^,.;«]{2,60},)?[^.«]{0,60}? ?\\b(?:${GIVE})\\b[^:]*:$`, 'u');

/** By whom the bullets are said: the one who "made a number of statements", and nobody where they "were made". */
export function speakerOfList(telling: Telling): Side | null {
  const match = SPEAKER.exec(telling.template.text);
  if (!match || NOBODY.test(match.groups?.s ?? '')) return null;
  return sidesIn(telling, match.groups?.s, 'SPEAKER')[0]?.side ?? null;
}

function aboutOf({ template }: Telling, match: RegExpExecArray | null, speaker: Side | null): readonly Side[] {
  const rest = match ? template.text.slice(match.index + match[0].length) : template.text;
  const sides = slotsIn(template, rest).flatMap((slot): readonly Side[] => {
    if (!('mention' in slot) || slot.letter === 'A' || slot.letter === 'L') return [];
    if (slot.mention.entity) return [{ entity: slot.mention.entity }];
    return slot.mention.country ? [{ country: slot.mention.country }] : [];
  });
  return sides
    .filter(
      (side, index) =>
        !isSameSideList([side], speaker) && sides.findIndex((other) => isSameSideList([other], side)) === index,
    )
    .slice(0, 6);
}

/** Where people speak; of anything else somebody speaks elsewhere, and we are not told when. */
const OCCASIONS: ReadonlySet<string> = new Set([
  'MEETING',
  'VISIT',
  'CONFERENCE',
  'BOARD_MEETING',
  'COMMITTEE_SESSION',
  'REPORTING',
  'STATEMENT',
  'AGREEMENT_STEP',
  'EXHIBITION',
  'APPOINTMENT',
]);

const ANNOUNCED =
  /^(?:announced|known|revealed|declare|declared|claimed|claims|denies|denied|informed|wrote|writes|said|says|stated|told|state|claim|reported)$/;

function occasionOf(
  telling: Telling,
  match: RegExpExecArray,
  speakers: ReturnType<typeof sidesIn>,
  verb: string,
): DraftEvent | null {
  const { story, paragraph, passage, template, section } = telling;
  const { lead } = paragraph;
  const continued = /\bcontinue/.test(match[0]);
  const isAccording = /ccording to|n the words of|\bs \w+ by/.test(match[0]);
  // What has become known on a day is told first by this sentence, whatever it tells of.
  const dated = template.slots.find(
    (slot) =>
      slot.letter === 'D' &&
      slot.date.from <= story.period.end &&
      slot.date.precision !== 'SEASON' &&
      slot.date.precision !== 'YEAR',
  );
  const disclosed =
    speakers.length === 0 &&
    (/^(?:announced|known|revealed|public)$/.test(verb) || (verb === 'reported' && dated !== undefined));
  // Said on another day than that of the occasion, it was not said there.
  const otherDay =
    dated !== undefined &&
    'date' in dated &&
    lead !== null &&
    lead.dates.start !== null &&
    dated.date.from !== lead.dates.start &&
    dated.date.precision === 'DAY';
  const newHere =
    lead !== null &&
    lead.anchor.passage === passage &&
    lead.anchor.start >= template.sentence.start &&
    lead.anchor.start >= template.toPassage(match.index);
  const onOccasion =
    lead !== null &&
    OCCASIONS.has(lead.kind) &&
    !(disclosed && newHere) &&
    !otherDay &&
    lead.kind !== 'STATEMENT' &&
    section !== 'CONCLUSIONS' &&
    !continued;
  if (onOccasion) {
    if (lead.kind === 'MEETING' && /accused|spoke/.test(verb))
      for (const speaker of speakers)
        if (!lead.participations.some(({ side }) => isSameSideList([side], speaker.side)))
          lead.participations.push(speaker);
    return lead;
  }
  if (
    !isAccording &&
    ((!ANNOUNCED.test(verb) && !otherDay && !(lead === null && dated !== undefined && speakers.length > 0)) ||
      (speakers.length === 0 && !disclosed))
  )
    return lead;
  // "On the same day": as it stands before the verb, the day is that of the saying.
  const before = template.text.slice(0, match.index + match[0].length);
  const relative = template.slots.find((slot, index) => slot.letter === 'R' && before.includes(`«R${index}»`));
  const days =
    section !== 'CONCLUSIONS' && relative && 'relative' in relative && telling.anchor
      ? relativeDates(telling.anchor, relative.relative)
      : null;
  const dates =
    days ??
    (dated && 'date' in dated
      ? datesOf(dated.date)
      : section === 'CONCLUSIONS' || passage.includes('.')
        ? { ...undated(), notAfter: (lead && dayIn(lead.dates)) ?? story.period.end }
        : lead && OCCASIONS.has(lead.kind) && !continued
          ? lead.dates
          : {
              start: story.period.start,
              end: story.period.end,
              notBefore: null,
              notAfter: null,
              precision: 'MONTH' as const,
              basis: 'INFERRED' as const,
            });
  const anchor = {
    passage,
    start: template.toPassage(match.index),
    end: template.toPassage(match.index + match[0].length),
  };
  // A body that counts its own work publishes figures.
  const isReporting =
    isAccording &&
    lead === null &&
    section !== 'CONCLUSIONS' &&
    speakers.some(({ side }) => 'entity' in side && side.entity.noun === 'organisations') &&
    COUNTS.test(template.text);
  const event = story.add({
    kind: isReporting ? 'REPORTING' : 'STATEMENT',
    rule: 'event.statement',
    anchor,
    score: 0.65,
    modality: 'HELD',
    dates,
    place: null,
    participations: speakers.map((speaker) => ({ ...speaker, role: 'SPEAKER' })),
    parent: null,
    name: null,
    ordinal: null,
    topic: null,
    cites: [anchor],
  });
  if (newHere) paragraph.lead = event;
  paragraph.lead ??= event;
  paragraph.last ??= event;
  return event;
}

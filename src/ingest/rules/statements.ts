import type { DraftEvent, DraftStatement, Side } from './drafts.ts';
import { SIDES } from './event-form.ts';
import { sidesIn, type Telling } from './events.ts';
import { datesOf, dayIn, isSameSideList, undated } from './story.ts';
import { slotsIn } from './template.ts';

const SAY =
  'said|says|stated|states|claimed|claims|declared|declares|noted|notes|emphasi[sz]ed|stressed|underlined|added|told|confirmed|denied|warned|insisted|admitted|acknowledged|recogni[sz]ed|assured|explained|repeated|reiterated|expressed|commented|made (?:it )?clear|called (?:on|for|upon)|demanded|urged|accused|proposed|welcomed|outlined|announced|reported|pointed out|complained|promised|recalled|argued|believes|spoke of|spoke about|intends to';
const PUBLIC =
  '(?:has |have |had |also |then |later |once again |again |traditionally |publicly |repeatedly |once more )*';

interface StatementRule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly score: number;
}

const RULES: readonly StatementRule[] = [
  {
    name: 'statement.continues',
    pattern: new RegExp(
      `(?<s>${SIDES}) (?:continues?|continued) to (?<verb>declare|state|claim|say|insist|maintain)`,
      'gu',
    ),
    score: 0.7,
  },
  {
    name: 'statement.said',
    pattern: new RegExp(
      `(?<s>${SIDES}|[Tt]he (?:agency|department|ministry|head of the department))(?:,? (?:in|on|at|during|following|visiting) [^,.;«]{2,60}?,|,)? ?${PUBLIC}(?<verb>${SAY})(?=[ ,:])`,
      'gu',
    ),
    score: 0.8,
  },
  {
    name: 'statement.passive',
    pattern:
      /\b(?:[Ii]t (?:is|was|has been|became) (?:also |once again )?(?<verb>stated|noted|announced|reported|emphasi[sz]ed|stressed|declared|said|known|claimed|acknowledged|revealed)(?: that)?|(?:importance|need|necessity|readiness|significance)\b[^.;]{0,160}? (?:was|were) (?:also )?(?<verb2>noted|ascertained|emphasi[sz]ed|stressed|confirmed|stated|underlined))/gu,
    score: 0.65,
  },
  { name: 'statement.noting', pattern: /, (?<verb>noting|stressing|emphasi[sz]ing|stating|adding) that/gu, score: 0.6 },
  {
    name: 'statement.according',
    pattern: new RegExp(`(?:[Aa]ccording to|[Ii]n the words of) (?<s>${SIDES})(?:'s? (?:statements?|words))?`, 'gu'),
    score: 0.65,
  },
];

/** What is said in a sentence. Where nothing else was the occasion, the saying is an event of its own. */
export function findStatements(telling: Telling): readonly DraftStatement[] {
  const { template, passage, paragraph, section } = telling;
  const found: DraftStatement[] = [];
  for (const { name, pattern, score } of RULES) {
    for (const match of template.text.matchAll(pattern)) {
      const { groups = {} } = match;
      if (
        /\b(?:not|never)\b/.test(match[0]) ||
        found.some(
          (other) => other.anchor.passage === passage && isSameSideList(speakersOf(telling, groups.s), other.speaker),
        )
      )
        continue;
      const participants = sidesIn(telling, groups.s, 'SPEAKER');
      const [speaker] = participants;
      if (groups.s && !speaker) continue;
      const start = template.toPassage(match.index);
      const anchor = { passage, start, end: template.toPassage(match.index + match[0].length) };
      const verb = groups.verb ?? groups.verb2 ?? 'said';
      const event = occasionOf(telling, match, participants[0] ? participants : [], verb);
      found.push({
        rule: name,
        anchor,
        score: section === 'CONCLUSIONS' ? score - 0.2 : score,
        verb,
        speaker: speaker?.side ?? null,
        event,
        about: aboutOf(telling, match, speaker?.side ?? null),
      });
    }
  }
  if (found.length === 0 && passage.includes('.') && paragraph.isListOfStatements) {
    const anchor = { passage, start: template.toPassage(0), end: template.toPassage(template.text.length) };
    found.push({
      rule: 'statement.list-item',
      anchor,
      score: 0.75,
      verb: 'said',
      speaker: paragraph.speaker,
      event: paragraph.lead,
      about: aboutOf(telling, null, paragraph.speaker),
    });
  }
  return found;
}

const speakersOf = (telling: Telling, text: string | undefined): readonly Side[] =>
  sidesIn(telling, text, 'SPEAKER').map(({ side }) => side);

/** Whether a sentence introduces bullets that are what somebody said or published. */
export function introducesStatements({ template }: Telling): boolean {
  return /(?:statements?|said|noted|stated|following|reported|announced|data|results|figures|emphasi[sz]ed|stressed|points)\b[^:]*:$/.test(
    template.text,
  );
}

/** By whom the bullets are said: the one who "made a number of statements", and nobody where they "were made". */
export function speakerOfList(telling: Telling): Side | null {
  const match = new RegExp(
    `(?<s>${SIDES})[^.«]{0,60}? ?(?:made|said|noted|stated|released|published|reported|announced|emphasi[sz]ed|stressed)\\b[^:]*:$`,
    'u',
  ).exec(telling.template.text);
  return sidesIn(telling, match?.groups?.s, 'SPEAKER')[0]?.side ?? null;
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

const ANNOUNCED = /^(?:announced|known|revealed|declare|declared|claimed|said|stated|told|state|claim|reported)$/;

function occasionOf(
  telling: Telling,
  match: RegExpExecArray,
  speakers: ReturnType<typeof sidesIn>,
  verb: string,
): DraftEvent | null {
  const { story, paragraph, passage, template, section } = telling;
  const { lead } = paragraph;
  const continued = /\bcontinue/.test(match[0]);
  const isAccording = /ccording to|In the words of/.test(match[0]);
  // What has become known on a day is told first by this sentence, whatever it tells of.
  const dated = template.slots.find(
    (slot) => slot.letter === 'D' && slot.date.from <= story.period.end && slot.date.precision !== 'SEASON',
  );
  const disclosed =
    speakers.length === 0 &&
    (/^(?:announced|known|revealed)$/.test(verb) || (verb === 'reported' && dated !== undefined));
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
  if (!isAccording && ((!ANNOUNCED.test(verb) && !otherDay) || (speakers.length === 0 && !disclosed))) return lead;
  const date = dated;
  const dates =
    date && 'date' in date
      ? datesOf(date.date)
      : section === 'CONCLUSIONS' || passage.includes('.')
        ? { ...undated(), notAfter: (lead && dayIn(lead.dates)) ?? story.period.end }
        : lead && !continued
          ? lead.dates
          : {
              start: story.period.start,
              end: story.period.end,
              notBefore: null,
              notAfter: null,
              precision: 'MONTH' as const,
              basis: 'INFERRED' as const,
            };
  const anchor = {
    passage,
    start: template.toPassage(match.index),
    end: template.toPassage(match.index + match[0].length),
  };
  const event = story.add({
    kind: 'STATEMENT',
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

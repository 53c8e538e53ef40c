import type { DraftEvent } from './drafts.ts';
import { placeOf } from './event-places.ts';
import { addParticipation, datesOf, type Paragraph, sidesOf } from './story.ts';
import type { Telling } from './telling.ts';

const ITEM =
  /\b(?<exercise>exercises?|drills?|manoeuvres|maneuvers|check of (?:combat|mobili[sz]ation)|check|inspection|alert|firing)\b|\b(?<training>trainings?|training session|musters?)\b/;

/** An item of a list of exercises is one, without any verb. */
export function tellListItem(telling: Telling): void {
  const { paragraph, passage, template, story } = telling;
  const { list } = paragraph;
  if (!list || !passage.includes('.') || paragraph.last?.anchor.passage === passage) return;
  const match = ITEM.exec(template.text);
  if (!match) return;
  const dated = template.slots.find((slot) => slot.letter === 'D');
  const own = dated && 'date' in dated ? dated.date : null;
  const inspected = /\bcheck\b/.test(match[0]);
  const title = template.slots.find(({ letter }) => letter === 'X');
  const event: DraftEvent = {
    kind: match.groups?.training ? 'TRAINING' : inspected && list.kind === 'TRAINING' ? 'INSPECTION' : list.kind,
    rule: 'event.list-item',
    anchor: { passage, start: template.toPassage(0), end: template.toPassage(template.text.length) },
    score: 0.75,
    modality: 'HELD',
    dates: own
      ? datesOf(own)
      : list.date
        ? datesOf(list.date)
        : {
            start: story.period.start,
            end: story.period.end,
            notBefore: null,
            notAfter: null,
            precision: 'MONTH',
            basis: 'INFERRED',
          },
    place: placeOf(telling, match) ?? list.place,
    participations: list.sides.map((side) => ({ side, role: 'PARTICIPANT', office: null, body: null })),
    parent: null,
    name: title && 'title' in title ? title.title : null,
    ordinal: null,
    topic: null,
    cites: [
      { passage, start: template.toPassage(match.index), end: template.toPassage(match.index + match[0].length) },
      { passage: list.passage, start: 0, end: 0 },
    ],
  };
  for (const slot of template.slots.filter(({ letter }) => letter === 'O' || letter === 'G')) {
    for (const { side } of sidesOf(slot))
      addParticipation(event, {
        side,
        role: inspected && slot.letter === 'O' ? 'INSPECTED' : 'PARTICIPANT',
        office: null,
        body: null,
      });
  }
  const added = story.add(event);
  paragraph.last = added;
  telling.taken.push({ start: match.index, end: match.index + match[0].length, event: added });
}

/** Whether a sentence introduces bullets that are exercises: the plural, with a colon at the end. */
export function readList(telling: Telling): Paragraph['list'] {
  const { template, passage } = telling;
  const match =
    /\b(?:(?<exercise>exercises|drills|manoeuvres)|(?<training>trainings|combat training|training))\b[^:]*:$/i.exec(
      template.text,
    );
  if (!match) return null;
  const date = template.slots.find((slot) => slot.letter === 'D');
  const sides = template.slots
    .filter(({ letter }) => letter === 'O')
    .flatMap((slot) => sidesOf(slot).map(({ side }) => side));
  const place = placeOf(telling, match);
  return {
    kind: match.groups?.training ? 'TRAINING' : 'EXERCISE',
    date: date && 'date' in date ? date.date : null,
    sides,
    place,
    passage,
  };
}

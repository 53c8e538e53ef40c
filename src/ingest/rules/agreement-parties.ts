import type { DraftAgreement, DraftEvent, Side } from './drafts.ts';
import { isSameSide } from './drafts.ts';
import { sidesIn } from './event-sides.ts';
import type { Telling } from './telling.ts';
import { slotsIn } from './template.ts';

/** Bodies before states: those of the signatories, those that the agreement is between, else the states of the occasion. */
export function partiesOf(
  telling: Telling,
  groups: Readonly<Record<string, string | undefined>>,
  proposed: boolean,
  signatories: ReturnType<typeof sidesIn>,
): DraftAgreement['parties'] {
  const { paragraph, story, template } = telling;
  const parties: (Side & { proposer?: boolean })[] = [];
  const push = (side: Side | null, proposer = false) => {
    if (
      !side ||
      ('entity' in side && side.entity.noun !== 'organisations') ||
      parties.some((other) => isSameSide(other, side))
    )
      return;
    parties.push(proposer ? { ...side, proposer: true } : side);
  };
  for (const { body, side } of signatories) push(body ? { entity: body } : side);
  const between = groups.what?.match(/\b(?:between|of|with) .*/)?.[0];
  if (between) {
    for (const slot of slotsIn(template, between)) {
      if ('mention' in slot && slot.letter === 'O')
        for (const entity of slot.mention.entities ?? [slot.mention.entity]) if (entity) push({ entity });
      if ('mention' in slot && slot.letter === 'C' && /\b(?:between|with)\b/.test(between) && slot.mention.country)
        push({ country: slot.mention.country });
    }
  }
  if (parties.length > 1 && !proposed) return parties;
  if (groups.s && signatories.length === 0)
    for (const { side } of sidesIn(telling, groups.s, 'PARTICIPANT')) push(stateOf(side), proposed);
  if (proposed && !groups.s) push(story.book.home ? { country: story.book.home } : null, true);
  if (groups.o) for (const { side } of sidesIn(telling, groups.o, 'PARTICIPANT')) push(stateOf(side));
  if (parties.length > 0) return parties;
  const { lead, last } = paragraph;
  const states = statesOf(lead, telling);
  return states.length > 1 ? states : statesOf(last ?? lead, telling);
}

/** Whoever speaks for a state offers for it. */
function stateOf(side: Side): Side | null {
  if ('country' in side || side.entity.noun === 'organisations') return side;
  return side.entity.country ? { country: side.entity.country } : null;
}

function statesOf(event: DraftEvent | null, { story, template }: Telling): DraftAgreement['parties'] {
  const sides = (event?.participations ?? []).flatMap(({ side, body }) => {
    if ('country' in side) return [side.country];
    return [side.entity.country ?? body?.country ?? null].filter((country) => country !== null);
  });
  const named = [...(event?.participations ?? [])].flatMap(({ side }) =>
    'entity' in side && side.entity.noun === 'organisations' ? countriesIn(side.entity.name, story) : [],
  );
  // Who visits concludes with whom he visits.
  const { place } = event ?? {};
  const host = event?.kind === 'VISIT' && place ? ('country' in place ? place.country : place.entity.country) : null;
  const here = template.slots.flatMap((slot) =>
    'mention' in slot && slot.letter === 'C' && slot.mention.country ? [slot.mention.country] : [],
  );
  const all = [
    ...new Set([...sides, ...(host ? [host] : []), ...named, ...(sides.length + named.length < 2 ? here : [])]),
  ];
  const states =
    all.length === 1 && story.book.home && !all.includes(story.book.home) ? [story.book.home, ...all] : all;
  return states.slice(0, 4).map((country) => ({ country }));
}

/** "Belarus-China Committee" is of two states. */
function countriesIn(name: string, { book }: Telling['story']): readonly string[] {
  return [...book.countries.values()]
    .filter(({ names, adjectives }) =>
      [...names, ...adjectives].some((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(name)),
    )
    .map(({ code }) => code);
}

/** Of what only its noun tells: the states and bodies of its sentence that act, else those of the occasion. */
export function partiesAround(telling: Telling, text: string): DraftAgreement['parties'] {
  const { story, paragraph, template } = telling;
  const here = slotsIn(template, text.replaceAll(/\b(?:in|at|near|from|into|over|under)(?: the)? «[CKL]\d+»/g, ''));
  const states = new Set(
    here.flatMap((slot) =>
      'mention' in slot && 'CKJ'.includes(slot.letter) && slot.mention.country ? [slot.mention.country] : [],
    ),
  );
  for (const slot of here) {
    if (!('mention' in slot) || slot.letter !== 'P' || !slot.mention.entity) continue;
    const country = slot.mention.entity.country ?? slot.mention.officeBody?.country;
    if (country) states.add(country);
  }
  const { home } = story.book;
  const bodies = here.flatMap((slot) =>
    'mention' in slot && slot.letter === 'O' && slot.mention.entity ? [slot.mention.entity] : [],
  );
  // A firm at home concludes for itself.
  if ([...states].every((country) => country === home) && bodies.length > 0)
    return bodies.slice(0, 4).map((entity) => ({ entity }));
  if (states.size > 1 || (states.size === 1 && home && !states.has(home)))
    return [...new Set([...(states.size === 1 && home ? [home] : []), ...states])]
      .slice(0, 4)
      .map((country) => ({ country }));
  const told = partiesOf(telling, {}, false, []);
  if (told.length > 0) return told;
  const { lastBody } = paragraph;
  return lastBody?.entity ? [{ entity: lastBody.entity }] : [...states].map((country) => ({ country }));
}

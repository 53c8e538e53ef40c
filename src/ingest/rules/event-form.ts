import type { EventKind, EventModality, ParticipationRole } from '../../generated/prisma/enums.ts';

/** Somebody who acts or is acted on, as templates write it. */
export const SIDE =
  '(?:(?:[Tt]he |[Aa]n? |[Ii]ts? |[Hh]is |[Hh]er |[Tt]heir )?(?:(?:«J\\d+» )?(?:counterpart |colleague |representative ))?(?:«[PGUOCK]\\d+»)|[Tt]he (?:parties|sides|guests|delegation|delegations|visitors|delegates)|[Bb]oth sides|[Tt]he (?:two |three )?(?:presidents|ministers|interlocutors|negotiators)|[Tt]he heads of (?:the )?(?:two |both |defence )*(?:departments|ministries|agencies|delegations|states|countries|bodies)|[Tt]he «J\\d+» (?:minister|president|side|official|guest|general|ambassador|delegation|party)\\b|[Tt]he (?:ambassador|minister|[Pp]resident|commander|general|secretary|chairman|speaker|director|prime minister|head of (?:the )?(?:state|department|ministry|government|agency|delegation))\\b|[Hh]e\\b|[Ss]he\\b|[Tt]hey\\b)';
export const SIDES = `${SIDE}(?:(?:,? and | as well as |, )${SIDE})*`;
export const PLACE = '(?:the )?«[KCLO]\\d+»';
export const PUBLIC =
  '(?:has |have |had |was |were |also |then |later |personally |separately |again |recently |twice )*';
export const INSERT =
  '(?:,? (?:during|on|at|in|within|following|after) (?![^,.«;]*\\b(?:which|whom|where|who)\\b)[^,.«;]{2,60}?,? )?';

/** Whoever acts, with what may stand before the verb. */
export const SUBJECT = `(?<!\\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom) (?=«[KCL]))(?<s>${SIDES})${INSERT},? ?${PUBLIC}`;

/** The same, of whom the verb is not passive. */
export const ACTOR = `(?<!\\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom) (?=«[KCL]))(?<s>${SIDES})${INSERT},? ?(?:has |have |had |also |then |later |personally |recently )*`;

/** The same, in the passive. */
export const PASSIVE = `(?<o>${SIDES})${INSERT},? ?(?:was|were|has been|have been|had been) (?:\\w+ly |also |earlier )?`;

/** A form of telling an event. Named groups: `s` who acts, `o` who is acted on or joins, `h` the head, `p` where. */
export interface EventRule {
  readonly name: string;
  readonly kind: EventKind;
  readonly pattern: RegExp;
  readonly s?: ParticipationRole;
  readonly o?: ParticipationRole;
  readonly modality?: EventModality;
  /** How far it is to be trusted. */
  readonly score: number;
  /** What is told only as part of something else: it takes the days of that, if the sentence has none. */
  readonly part?: boolean;
  /** Without a date it is not of this month for certain: a thing recalled or planned. */
  readonly undated?: boolean;
  /** Told as news, it has the whole month where it has no day. */
  readonly news?: boolean;
  readonly topic?: string;
  /** Also in passages that only conclude. */
  readonly everywhere?: boolean;
  /** Nobody takes part where nobody is told. */
  readonly impersonal?: boolean;
  /** Whoever did what the sentence tells first. */
  readonly carry?: boolean;
}

export const rule = (
  name: string,
  kind: EventKind,
  pattern: string,
  rest: Omit<EventRule, 'name' | 'kind' | 'pattern' | 'score'> & { score?: number } = {},
): EventRule => ({
  score: 0.7,
  part: !rest.undated && kind !== 'APPOINTMENT' && kind !== 'DISMISSAL',
  ...rest,
  name: `event.${name}`,
  kind,
  pattern: new RegExp(pattern, 'gu'),
});

/** Read by its verb alone, not by a form of telling. */
export const isDeed = ({ name }: EventRule): boolean => name.startsWith('event.deed');

export const HELD =
  '(?:was|were|has been|have been|is|are|being)?\\s?(?:also )?(?:held|took place|taking place|opened|started|began|begun|launched|conducted|carried out|organi[sz]ed|completed|ended|concluded|continued|finished)';
export const ORDINAL =
  '(?:(?<ord>\\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) )?';
export const EXERCISE = '(?:exercises?|drills?|manoeuv(?:re|er)s?|maneuvers?|war games?|field training)';
export const TRAINING = '(?:training(?: session| camp| course)?s?|muster|training assembly)';

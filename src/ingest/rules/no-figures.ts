import { MONTH_PATTERN } from './months.ts';

const AFTER_MONTH = new RegExp(
  `(?<!\\d(?:st|nd|rd|th)?\\s(?:of\\s)?)\\b(?:${MONTH_PATTERN})\\.?\\s+(?:\\d+\\s*[-–—]\\s*)?$`,
  'u',
);
const BEFORE_MONTH = new RegExp(`^\\s+(?:of\\s+)?(?:${MONTH_PATTERN})\\b`, 'u');

/** A year, a day, an ordinal, a unit's number and a model's name are no quantities. */
export function isModelOrDate(
  before: string,
  printed: string,
  rest: string,
  groups: Readonly<Record<string, string | undefined>>,
): boolean {
  if (
    /[\p{L}\p{N}][-–/]$|[“"«]\s?$|\b(?:No|Nr|Article|Resolution|Decree|Order|paragraph|item|Section|Protocol)\.?\s*$/iu.test(
      before,
    )
  ) {
    if (!/-$/.test(before) || !groups.comparator) return true;
  }
  // "From January to September 58 weapons": no month has so many days.
  if (/^\d+$/.test(printed) && Number(printed) <= 31 && AFTER_MONTH.test(before)) return true;
  if (BEFORE_MONTH.test(rest) || /^(?: (?:and|to|or) \d+| ?[-–—] ?\d+)? ?(?:[ap]\.? ?m\b|o'clock)/.test(rest))
    return true;
  if (/^\d{4}$/.test(printed) && isYear(Number(printed), printed)) {
    if (
      groups.second ||
      /\b(?:in|by|of|for|since|until|from|to|year|during|before|after|early|late|end of|spring|summer|autumn|winter)\s+$|[-–—]\s*$|,\s+$/i.test(
        before,
      )
    )
      return true;
    if (!/^\s+\p{Ll}/u.test(rest) || /\b(?:the|a|an|this|its|their)\s+$/i.test(before)) return true;
  }
  return false;
}

export const isYear = (value: number, printed: string) => /^\d{4}$/.test(printed) && value >= 1900 && value <= 2100;

/** Whoever acts in pairs without being counted: "the two sides", "the three presidents". */
const ACTING =
  /^ (?:[\p{L}-]+ ){0,2}?(?:sides|parties|states|nations|peoples|countries|governments|departments|ministr(?:ies|s)|ministers|presidents|premiers|leaders|heads|chiefs|commanders|armies|capitals|neighbours|republics|bodies|committees|agencies|services|delegations|organi[sz]ations|councils|structures|allies|partners|negotiators|interlocutors|diplomats|politicians|colleagues|men|women|days|months|years|weeks|hours|decades|quarters|halves|documents?|events?|meetings?)\b/iu;

/** A number in words is a figure only where things are counted: not "the two countries", "one of the leaders". */
export function isMereWord(before: string, value: number, rest: string, comparator: string | undefined): boolean {
  if (comparator) return false;
  if (value === 1) return !/\b(?:including|only) $/.test(before);
  if (/\b(?:these|those|both|its|their|his|her|our|next|past|any|every|between)\s+$/i.test(before)) return true;
  if (/\b(?:the|all|(?:the|its|their) (?:first|last|other|remaining|latter))\s+$/i.test(before))
    return ACTING.test(rest);
  if (/\b(?:first|last|other)\s+$/i.test(before)) return true;
  if (/^\s+of\s+(?:(?:its|their|his|her|our)\s+\p{Ll}|(?:them|these|those|which|whom)\b)/u.test(rest)) return false;
  return /^\s+(?:of|sides?|parties|more|other|ways?|states|nations|peoples)\b/i.test(rest);
}

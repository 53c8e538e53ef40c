import { z } from 'zod';
import { NameKind } from '../generated/prisma/enums.ts';
import { parseDay } from '../lib/day.ts';
import { isLanguage } from '../lib/language.ts';

const EMPTY = 'is empty: leave the key out where there is nothing to say';

/** As printed, spaces and all. PostgreSQL stores every character but NUL; half a surrogate pair is none. */
export const quote = z
  .string()
  .min(1, EMPTY)
  .refine((value) => !value.includes('\0'), 'holds a NUL character')
  .refine((value) => value.isWellFormed(), 'holds half a surrogate pair, which is no character');

/** Lines are folded for people, and the fold is no part of the text. */
export const text = z
  .string()
  .overwrite((value) => value.trim().replaceAll(/\s+/g, ' '))
  .pipe(quote);

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case ASCII letters, digits and single hyphens');

export const day = z.string().transform((value, context) => {
  const parsed = parseDay(value);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: 'must be a day of the calendar, as in "2019-09-11"' });
  return z.NEVER;
});

/** Of latitude or longitude, WGS 84. */
export const degrees = (most: number) => {
  const error = `must be degrees from -${most} to ${most}`;
  return z.number().min(-most, { error }).max(most, { error });
};

export const language = z.string().refine(isLanguage, 'must be a language tag of BCP 47, as in "en"');

/** Unicode's list of regions holds codes that ISO 3166-1 gives to no country. */
const NO_COUNTRIES = ['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ'];

const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

export const countryCode = z.string().refine(isCountryCode, 'must be a country code of ISO 3166-1, as in "BY"');

export const names = z.array(
  z.strictObject({
    text,
    kind: z.enum(NameKind),
    language: language.optional(),
    inSource: z.boolean().optional(),
  }),
);

/** A list that says nothing twice. */
export function uniqueList<Item extends z.ZodType<string>>(item: Item) {
  return z.array(item).superRefine((items, context) => {
    for (const [index, value] of items.entries()) {
      if (items.indexOf(value) < index) {
        context.addIssue({ code: 'custom', path: [index], message: `repeats "${value}"` });
      }
    }
  });
}

/** `{actor: ...}` or `{organisation: ...}`, as a pair of kind and key. */
export function oneKey<Shape extends Record<string, z.ZodType<string>>>(shape: Shape) {
  const kinds = Object.keys(shape);
  return z
    .strictObject(shape)
    .partial()
    .transform((value, context) => {
      const [[kind, key] = [], ...others] = Object.entries(value);
      if (kind !== undefined && others.length === 0) {
        return { kind: kind as Extract<keyof Shape, string>, key: key as string };
      }
      // An unknown key has been told already.
      if (context.issues.length === 0) {
        context.addIssue({ code: 'custom', message: `must have exactly one of ${kinds.join(', ')}` });
      }
      return z.NEVER;
    });
}

function isCountryCode(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || NO_COUNTRIES.includes(code)) return false;
  // An alias is told by its canonical form: UK becomes GB.
  return (
    isLanguage(`und-${code}`) &&
    Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` &&
    REGIONS.of(code) !== undefined
  );
}

import { periodOf } from '../../lib/calendar.ts';
import { type Day, parseDay } from '../../lib/day.ts';
import { isLanguage } from '../../lib/language.ts';
import { EditionInputError } from './draft.errors.ts';

/** What an editor says of a text that is to become an edition. */
export interface EditionInput {
  readonly series: string;
  readonly period: string;
  readonly language?: string | null;
  readonly sourceUrl?: string | null;
  readonly title?: string | null;
  readonly seriesTitle?: string | null;
}

/** The head of an edition that is being prepared. */
export interface EditionHeading {
  readonly series: string;
  readonly seriesTitle: string | null;
  /** The report's slug. */
  readonly report: string;
  readonly title: string | null;
  readonly periodStart: Day;
  readonly periodEnd: Day;
  readonly language: string;
  readonly sourceUrl: string | null;
  /** For titles: "October 2019". */
  readonly periodName: string;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The one place that says which edition a text is to become. */
export function normaliseEditionInput(input: EditionInput): EditionHeading {
  const { series, period } = input;
  if (!SLUG.test(series)) {
    throw new EditionInputError(
      'INVALID_SERIES',
      `"${series}" is no slug of a series: write lower-case letters, digits and single hyphens, as in belarus-security.`,
    );
  }
  const periodStart = /^\d{4}-\d{2}$/.test(period) ? parseDay(`${period}-01`) : undefined;
  if (!periodStart || periodStart.getUTCFullYear() < 1900) {
    throw new EditionInputError('INVALID_PERIOD', `"${period}" is no month: write it as in 2019-10.`);
  }
  const language = input.language ?? 'en';
  if (!isLanguage(language)) {
    throw new EditionInputError('INVALID_LANGUAGE', `"${language}" is no language tag of BCP 47: write it as in en.`);
  }
  const sourceUrl = input.sourceUrl ?? null;
  if (sourceUrl !== null && !/^https?:$/.test(URL.parse(sourceUrl)?.protocol ?? '')) {
    throw new EditionInputError(
      'INVALID_SOURCE_URL',
      `"${sourceUrl}" is no address that starts with http:// or https://.`,
    );
  }
  return {
    series,
    seriesTitle: titleOf(input.seriesTitle),
    report: `${series}-${period}`,
    title: titleOf(input.title),
    periodStart,
    periodEnd: periodOf(periodStart, 'MONTH').to,
    language,
    sourceUrl,
    periodName: periodStart.toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  };
}

/** A title for a series that nobody has named: "Harbour watch". */
export function nameSeries(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function titleOf(title: string | null | undefined): string | null {
  if (title == null) return null;
  const tidied = title.trim().replaceAll(/\s+/g, ' ');
  if (tidied === '' || tidied.includes('\0')) {
    throw new EditionInputError('INVALID_TITLE', 'A title has words: leave it out where there is none.');
  }
  return tidied;
}

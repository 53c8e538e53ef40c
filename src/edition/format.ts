import { z } from 'zod';
import * as enums from '../generated/prisma/enums.ts';
import type { NounName } from './nouns.ts';
import { countryCode, day, degrees, language, names, oneKey, quote, slug, text, uniqueList } from './values.ts';

/** Says what is wrong with a reference to a record of that noun, or undefined when it is there. */
export type CheckReference = (noun: NounName, key: string) => string | undefined;

/** The nouns with a file of their own; report.yaml holds the series, the report and its sections. */
export type ListedNoun = Exclude<NounName, 'series' | 'reports' | 'sections'>;

/** The nouns whose records are corrected one at a time. */
export type EditableNoun = Exclude<ListedNoun, 'countries' | 'passages'>;

export type Formats = ReturnType<typeof createFormats>;
export type EditionHead = z.output<Formats['head']>;
export type Records = { readonly [Noun in ListedNoun]: readonly z.output<Formats['records'][Noun]>[] };
export type RecordOf<Noun extends ListedNoun> = Records[Noun][number];

/**
 * The format of every file, keyed by noun: seed/README.md tells it in words. References are looked up as they are read, so
 * that a wrong one is a mistake at its own place like any other.
 */
export function createFormats(checkReference: CheckReference) {
  const to = (noun: NounName) =>
    z.string().superRefine((key, context) => {
      const reason = checkReference(noun, key);
      if (reason) context.addIssue({ code: 'custom', message: reason });
    });
  const actor = to('actors');
  const organisation = to('organisations');
  const country = to('countries');
  const event = to('events');
  const place = to('places');
  const topics = uniqueList(to('topics'));

  const passage = to('passages');
  const cites = z.array(
    z.preprocess(
      (value) => (typeof value === 'string' ? { passage: value } : value),
      z.strictObject(
        { passage, quote: quote.optional() },
        { error: ({ code }) => (code === 'invalid_type' ? CITE : undefined) },
      ),
    ),
  );

  const participant = oneKey({ actor, organisation, country });
  const target = oneKey({
    actor,
    organisation,
    country,
    event,
    agreement: to('agreements'),
    statistic: to('statistics'),
    statement: to('statements'),
  });

  return {
    head: z.strictObject({
      series: z.strictObject({ slug, title: text, publisher: organisation.optional() }),
      report: z.strictObject({
        slug,
        title: text,
        periodStart: day,
        periodEnd: day,
        publishedOn: day.optional(),
        language,
        sourceUrl: z
          .url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
          .optional(),
      }),
      sections: z
        .array(z.strictObject({ kind: z.enum(enums.SectionKind), heading: text.optional() }))
        .refine((sections) => new Set(sections.map(({ kind }) => kind)).size === sections.length, {
          error: 'has two sections of one kind, and passages name their section by its kind',
        }),
    }),
    records: {
      countries: z.strictObject({ code: countryCode, name: text }),
      places: z
        .strictObject({
          slug,
          name: text,
          country: country.optional(),
          within: place.optional(),
          latitude: degrees(90).optional(),
          longitude: degrees(180).optional(),
        })
        .superRefine(({ latitude, longitude }, context) => {
          if ((latitude === undefined) === (longitude === undefined)) return;
          const path = [latitude === undefined ? 'latitude' : 'longitude'];
          context.addIssue({ code: 'custom', path, message: 'is missing: coordinates are two, or none' });
        }),
      topics: z.strictObject({
        slug,
        name: text,
        kind: z.enum(enums.TopicKind),
        parent: to('topics').optional(),
        summary: text.optional(),
        validFrom: day.optional(),
        validTo: day.optional(),
      }),
      organisations: z.strictObject({
        slug,
        name: text,
        nameInSource: z.boolean().optional(),
        kind: z.enum(enums.OrganisationKind),
        country: country.optional(),
        parent: organisation.optional(),
        names: names.optional(),
      }),
      offices: z.strictObject({
        slug,
        title: text,
        titleInSource: z.boolean().optional(),
        organisation: organisation.optional(),
      }),
      passages: z.strictObject({
        number: z.string(),
        section: z.enum(enums.SectionKind),
        gist: text,
        countries: uniqueList(country).optional(),
        topics: topics.optional(),
      }),
      actors: z.strictObject({
        slug,
        name: text,
        nameInSource: z.boolean().optional(),
        kind: z.enum(enums.ActorKind),
        country: country.optional(),
        names: names.optional(),
        tenures: z
          .array(
            z.strictObject({
              office: to('offices'),
              /** Of the title beside this tenure, where it differs from what the office says. */
              titleInSource: z.boolean().optional(),
              rank: text.optional(),
              from: day.optional(),
              to: day.optional(),
              names: names.optional(),
              cites,
            }),
          )
          .optional(),
      }),
      events: z.strictObject({
        slug,
        kind: z.enum(enums.EventKind),
        title: text,
        nameInSource: z.boolean().optional(),
        names: names.optional(),
        ordinal: z.int().min(1, 'must be 1 or more').optional(),
        summary: text,
        start: day.optional(),
        end: day.optional(),
        notBefore: day.optional(),
        notAfter: day.optional(),
        basis: z.enum(enums.DateBasis).optional(),
        precision: z.enum(enums.DatePrecision),
        modality: z.enum(enums.EventModality),
        place: place.optional(),
        places: uniqueList(place).optional(),
        parent: event.optional(),
        topics: topics.optional(),
        cites,
        participations: z
          .array(
            z.strictObject({
              actor: actor.optional(),
              organisation: organisation.optional(),
              country: country.optional(),
              role: z.enum(enums.ParticipationRole),
              statedOffice: text.optional(),
              onBehalfOf: organisation.optional(),
              cites: cites.optional(),
            }),
          )
          .optional(),
      }),
      agreements: z.strictObject({
        slug,
        title: text,
        nameInSource: z.boolean().optional(),
        kind: z.enum(enums.AgreementKind),
        status: z.enum(enums.AgreementStatus),
        names: names.optional(),
        parties: z.array(
          z.strictObject({
            organisation: organisation.optional(),
            country: country.optional(),
            proposer: z.literal(true, { error: 'is true, or left out' }).optional(),
          }),
        ),
        signatories: uniqueList(actor).optional(),
        signedOn: day.optional(),
        validFrom: day.optional(),
        validTo: day.optional(),
        events: uniqueList(event).optional(),
        summary: text,
        cites,
      }),
      indicators: z.strictObject({ slug, name: text, definition: text, unit: text }),
      statistics: z.strictObject({
        slug,
        indicator: to('indicators'),
        label: text,
        value: z.number().optional(),
        lower: z.number().optional(),
        upper: z.number().optional(),
        comparator: z.enum(enums.Comparator),
        nature: z.enum(enums.StatisticNature),
        periodStart: day.optional(),
        periodEnd: day.optional(),
        area: country.optional(),
        attributedTo: participant.optional(),
        event: event.optional(),
        baseline: to('statistics').optional(),
        partOf: to('statistics').optional(),
        cites,
      }),
      statements: z.strictObject({
        slug,
        gist: text,
        speaker: participant.optional(),
        event: event.optional(),
        about: z.array(target).optional(),
        topics: topics.optional(),
        cites,
      }),
      assessments: z.strictObject({
        slug,
        gist: text,
        kind: z.enum(enums.AssessmentKind),
        hedge: text.optional(),
        likelihood: z.enum(enums.Likelihood).optional(),
        about: z.array(target),
        cites,
      }),
    } satisfies Record<ListedNoun, z.ZodType>,
  };
}

/** What a cite looks like, for whoever wrote another. */
const CITE = 'must be the number of a passage in quotes, or {passage: "12", quote: "..."}';

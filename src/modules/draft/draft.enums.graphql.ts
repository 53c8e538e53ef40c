import { builder } from '../../graphql/builder.ts';

export const DraftState = builder.enumType('DraftState', {
  description: 'Where the making of an edition stands.',
  values: {
    OPEN: { description: 'It is being prepared.' },
    PUBLISHED: { description: 'It is in the graph; it can be withdrawn.' },
    WITHDRAWN: { description: 'It was in the graph and is not any more; it can be corrected and published again.' },
  } as const,
});

export const SuggestionNoun = builder.enumType('SuggestionNoun', {
  description:
    "What sort of record it is: as the files of an edition are named (the dataset's guide tells their form).",
  values: {
    COUNTRIES: { description: 'A country, by its code.' },
    PLACES: { description: 'A place.' },
    TOPICS: { description: 'A topic.' },
    ORGANISATIONS: { description: 'A body.' },
    OFFICES: { description: 'A post at a body.' },
    PASSAGES: { description: 'A paragraph or bullet with its gist, by its number; every passage has one.' },
    ACTORS: { description: 'A person, an unnamed office holder or a group, with tenures.' },
    EVENTS: { description: 'An event with those who took part.' },
    AGREEMENTS: { description: 'An agreement with its parties.' },
    INDICATORS: { description: 'What a figure measures.' },
    STATISTICS: { description: 'A published figure.' },
    STATEMENTS: { description: 'What somebody said.' },
    ASSESSMENTS: { description: 'What the authors think.' },
  } as const,
});

export const SuggestionState = builder.enumType('SuggestionState', {
  description: 'What has been decided about a suggestion.',
  values: {
    PROPOSED: { description: 'Nothing yet.' },
    ACCEPTED: { description: 'It goes into the edition as it was proposed.' },
    EDITED: { description: 'It goes into the edition as an editor put it, or was added by one.' },
    REJECTED: { description: 'It does not go into the edition.' },
    OBSOLETE: { description: 'Nobody had decided when a corrected text came, which does not suggest it any more.' },
  } as const,
});

export const SuggestionRecognition = builder.enumType('SuggestionRecognition', {
  description: 'How a name met in the text stands to what the graph knows.',
  values: {
    KNOWN: { description: 'The graph has the record under this name.' },
    VARIANT: { description: 'Near to a name that the graph has: a spelling of it, if the evidence holds.' },
    NEW: { description: 'The graph has nothing like it.' },
  } as const,
});

export const SuggestionAttention = builder.enumType('SuggestionAttention', {
  description: 'Why something decided has to be decided again: the text was corrected since.',
  values: {
    ANCHOR_LOST: { description: 'The words on which it stood are gone, or some that it cites.' },
    EXTRACTION_DIFFERS: { description: 'From the corrected text something else would be suggested: see `extracted`.' },
  } as const,
});

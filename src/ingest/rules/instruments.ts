import type { AgreementStatus } from '../../generated/prisma/enums.ts';
import type { Range } from './sentences.ts';

/** An agreement by the noun that it is called, with where it stands as the words around it say. */
export interface Instrument extends Range {
  readonly what: string;
  readonly status: AgreementStatus;
}

const NOUN = String.raw`(?:(?:statements?|letters?|protocols?) of intent|agreements?|memorand(?:um|a)|protocols?|contracts?|treat(?:y|ies)|conventions?|pacts?|accords?|road ?maps?|deals?|declarations?|(?:plans?|programmes?) (?:of|for|on) (?:[\w-]+ ){0,2}?(?:joint|bilateral|cooperation|interaction|partnership|exchanges?|action)|(?:plans?|programmes?)(?= (?:was|were|has been|have been) signed))`;

/** "contract servicemen", "the deal of the year", "under the agreement": there nothing is told of where it stands. */
const INSTRUMENT = new RegExp(
  String.raw`(?<![\w«-])(?<what>(?:(?!(?:and|or|but|with|which|that|of|by|to|in|on|for|from|at|no|not|never|neither|it|they|he|she|who|the|an?|struck|won|put|sign|signs|conclude|\w+(?:ed|ing))\b)[\w-]+ ){0,4}?(?<noun>${NOUN})\b)(?! (?:soldiers?|service|servicemen|basis|officers?|sergeants?|personnel|army|system|workers?|price|value|work)\b)(?<more>(?:[^.;:]|\.(?=\d)){0,140})`,
  'giu',
);

const DONE =
  '(?:signed|concluded|initiall?ed|sealed|struck|clinched|inked|ratified|reached|entered into|finali[sz]ed|exchanged|adopted|prolonged|extended|renewed)';
const BE = '(?:was|were|has been|have been|had been|is|are|being|be|been)';

interface Sign {
  readonly status: AgreementStatus | null;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

const words = (pattern: string) => new RegExp(pattern, 'iu');

/** In the order in which they count: an end outweighs the signing that it ends, a thing to come what it is. */
const SIGNS: readonly Sign[] = [
  {
    status: 'EXPIRED',
    after: words(String.raw`^(?:[^.;,]|\.(?=\d)){0,110}?\b(?:expired|lapsed|ran out|came to an end|ceased to apply)\b`),
  },
  {
    status: 'TERMINATED',
    before: words(
      String.raw`(?<!\b(?:would|will|may|might|could|to|not) )\b(?:terminat\w+|denounc\w+|annul\w+|cancel\w+|tore up|scrapped|withdr[ae]w\w*|withdrawal|break\w*|broke)(?: from| of)?(?: (?:the|an?|its|their))?(?: [\w-]+){0,3} $`,
    ),
    after: words(
      String.raw`^(?:[^.;,]|\.(?=\d)){0,90}?\b${BE} (?:terminated|denounced|annulled|cancell?ed|scrapped)\b`,
    ),
  },
  {
    status: 'IN_FORCE',
    after: words(
      String.raw`^(?:[^;.]|\.(?=\d)){0,110}?\b(?:(?:remains?|is|are|stays?|still) (?:still )?in (?:force|effect)|(?:entered|came|comes|enters) into (?:force|effect)|took effect|is (?:still )?valid)\b`,
    ),
  },
  { status: null, before: words(String.raw`\b(?:refus\w+|declin\w+|fail\w+) to [^.;]{0,40}$`) },
  {
    status: 'PLANNED',
    before: words(
      String.raw`\b(?:will|to|shall|should|may|might|could|would|going to|about to|ready to) (?:be )?(?:sign|conclude|initial|seal|strike|finali[sz]e|prolong|extend|renew)(?:ed)?(?: (?:the|an?))?(?: [\w-]+){0,4} $|\b(?:signing|conclusion|extension|renewal|prolongation) of (?:the |an? )?(?:[\w-]+ )*$(?<=\b(?:planned|expected|intended|scheduled|possible|coming|prepare\w*|preparations? for|plan\w*)\b.{0,60})`,
    ),
    after: words(
      String.raw`^(?:[^;.]|\.(?=\d)){0,90}?\b(?:(?:will|is to|are to|should|may|is expected to|are expected to|is due to|is planned to) be ${DONE}|(?:is|are) (?:planned|expected|scheduled|due)(?: to be| for| by| in| soon| next|$)|agreed upon but not|agreed but not)\b`,
    ),
  },
  // What was not concluded is no agreement.
  {
    status: null,
    before: words(String.raw`\b(?:no|not|never|without|refus\w+|declin\w+|fail\w+|neither) [^.;]{0,40}$`),
    after: words(String.raw`^(?:[^;.]|\.(?=\d)){0,90}?\b(?:not|never|nor) (?:yet )?(?:been )?${DONE}\b`),
  },
  {
    status: 'UNDER_NEGOTIATION',
    before: words(
      String.raw`\b(?:negotiat\w+|talks|bargain\w*|haggl\w+|consultations|work(?:ing)? (?:on|out|over)|preparing|drafting|prepare\w*|drafts? of)\b[^.;«]{0,60}$`,
    ),
    after: words(
      String.raw`^(?:[^;.]|\.(?=\d)){0,90}?\b(?:under (?:discussion|negotiation|consideration|preparation|way)|being (?:discussed|negotiated|considered|prepared|drafted|worked out)|in preparation|on the table|[\d.]+ ?% ready|(?:is|are) (?:almost )?ready for signing)`,
    ),
  },
  {
    status: 'PROPOSED',
    before: words(
      String.raw`\b(?:propos\w+|offer\w*|suggest\w*|call(?:s|ed|ing)? for|initiative of|idea of)\b[^.;]{0,50}$`,
    ),
    after: words(String.raw`^(?:[^;.]|\.(?=\d)){0,90}?\b${BE} (?:proposed|offered|suggested)\b`),
  },
  {
    status: 'SIGNED',
    before: words(
      String.raw`\b(?:${DONE}|sign|signs|signing of|signatures? (?:to|under|on)|conclusion of|conclude|concludes|concluding|won|landed|secured|awarded|put (?:their|his|its) signatures? to)(?: (?:in|on|at|with|also|then|by) [^.;]{0,40}?)?(?: (?:the|an?|its|their|two|three|four|five|several|another|\d+))?(?: [\w-]+){0,4} $`,
    ),
    after: words(
      String.raw`^(?:[^;.]|\.(?=\d)){0,130}?(?:\b${BE} (?:also |then |already |finally |solemnly )?${DONE}|\bbears? the signatures?|, ${DONE}\b|^ ${DONE}\b| (?:signed|concluded|struck|initialled) (?:in|on|by|with|between|back|last|earlier|a |at)\b)`,
    ),
  },
];

/** The agreements of a stretch of a template that the words around say something of. */
export function findInstruments(text: string): readonly Instrument[] {
  return [...text.matchAll(INSTRUMENT)].flatMap((match): readonly Instrument[] => {
    const { what = '', more = '' } = match.groups ?? {};
    const end = match.index + what.length;
    const before = text.slice(Math.max(0, match.index - 120), match.index).replace(/^.*[.;:] /s, '');
    // "implementation of the agreement", "under the contract" go on with what was concluded before.
    if (
      /\b(?:under|according to|in accordance with|implement\w*|implementation of|terms of|within|framework of|provided for by|execution of) (?:the |an? |its )?$/iu.test(
        before,
      )
    )
      return [];
    // A law on a treaty is another thing.
    if (
      /\b(?:laws?|decrees?|bills?|acts?|resolutions?|orders?|amendments?) (?:on|of|to|about) (?:\S+ ){0,6}$/iu.test(
        before,
      )
    )
      return [];
    const sign = SIGNS.find((sign) => sign.after?.test(more) || sign.before?.test(`${before}`));
    if (!sign?.status) return [];
    return [{ start: match.index, end: end + more.length, what: `${what}${more}`, status: sign.status }];
  });
}

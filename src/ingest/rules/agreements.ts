import type { AgreementKind, AgreementStatus } from '../../generated/prisma/enums.ts';
import { agreementKindOf } from './agreement-kinds.ts';
import { partiesAround, partiesOf } from './agreement-parties.ts';
import type { DraftAgreement, DraftEvent } from './drafts.ts';
import type { Entity } from './entities.ts';
import { SIDE, SIDES } from './event-form.ts';
import { sidesIn } from './event-sides.ts';
import { findInstruments } from './instruments.ts';
import type { Telling } from './telling.ts';

interface AgreementRule {
  readonly name: string;
  readonly status: AgreementStatus;
  readonly pattern: RegExp;
  readonly score: number;
  /** Whoever `s` is has put it forward. */
  readonly proposed?: boolean;
  readonly kind?: AgreementKind;
}

const NOUN =
  '(?:plans?|agreements?|contracts?|memorand(?:um|a)|protocols?|treat(?:y|ies)|declarations?|road ?maps?|programmes?|deals?|convention|pact|accords?|documents?|letters? of intent)';

const rule = (
  name: string,
  status: AgreementStatus,
  pattern: string,
  rest: Partial<AgreementRule> = {},
): AgreementRule => ({
  score: 0.7,
  ...rest,
  name: `agreement.${name}`,
  status,
  pattern: new RegExp(pattern, 'giu'),
});

const RULES: readonly AgreementRule[] = [
  rule(
    'signed',
    'SIGNED',
    `(?<s>${SIDES})(?: (?:has|have|had|also|then))* (?:signed|concluded|initialled|ratified)(?<what> (?:[^.;«]|«\\w+»){0,60}?\\b${NOUN}\\b[^.;]*)`,
    { score: 0.85 },
  ),
  rule(
    'was-signed',
    'SIGNED',
    `(?<what>(?:[\\w-]+ ){0,5}?${NOUN}\\b[^.;,]{0,140}?) (?:was|were|has been|have been) (?:also )?(?:signed|concluded|initialled)`,
    { score: 0.85 },
  ),
  rule(
    'and-signed',
    'SIGNED',
    `\\band (?:also |then )?signed(?<what> (?:an? |the )?(?:[\\w-]+ ){0,4}?${NOUN}\\b[^.;]*)`,
    { score: 0.8 },
  ),
  rule(
    'was-adopted',
    'SIGNED',
    `(?<what>(?:declaration|joint statement|communiqu[eé])\\b[^.;]{0,80}?) (?:was|were) (?:adopted|agreed)`,
    {},
  ),
  rule(
    'earlier',
    'SIGNED',
    `(?:results|implementation|fulfil?lment|execution|progress) (?:of|in) (?:the )?(?:results of )?(?:the )?(?:implementation of )?(?:the )?(?:previous|previously|earlier|existing|bilateral|reached|signed)(?: \\w+){0,2}? (?<what>agreements|contracts|accords)`,
    { score: 0.75, kind: 'OTHER' },
  ),
  rule(
    'initiative',
    'PROPOSED',
    `(?<s>${SIDE}) (?:has |have |had |began |started |continues? |continued )*(?:promoting|promotes?|to promote|proposed|put forward|advancing)(?: the| an?)? (?:initiative|idea|proposal) (?:of|for|on|to) [^.;]{0,30}?(?<what>(?:declaration|agreement|treaty|convention|pact|moratorium)\\b[^.;]*)`,
    { proposed: true },
  ),
  rule(
    'calls-for',
    'PROPOSED',
    `(?<s>${SIDE})(?:'s?)? (?:calls?|called|calling) for (?:an? |the )?(?<what>new (?:[\\w-]+ ){0,3}?(?:deal|treaty|agreement|declaration|pact|convention|mechanism)\\b)`,
    { proposed: true, kind: 'OTHER', score: 0.65 },
  ),
  rule(
    'offered',
    'PROPOSED',
    `(?<s>${SIDE}) (?:has |have |had |also )*(?:proposed|offered|suggested) (?:to )?(?<o>${SIDE}) (?<what>(?:an? )?(?:number of )?[^.;]{3,120})`,
    { proposed: true, kind: 'OTHER' },
  ),
  rule(
    'offered-to',
    'PROPOSED',
    `(?:[Tt]o (?<o>«[CKO]\\d+»), )?(?<s>(?:the )?«[CKO]\\d+»(?: side)?) (?:has |have |had |also )*(?:proposed|offered|suggested) (?<what>(?:the |an? |\\d+ |to )?(?!that\\b)[^.;]{3,100})`,
    { proposed: true, score: 0.6 },
  ),
  rule(
    'ready-with',
    'PROPOSED',
    `(?:ready|prepared|willing) to (?<what>[^.;«]{2,50}?(?:in cooperation|together|jointly)) with (?<o>${SIDE})`,
    { proposed: true, kind: 'OTHER', score: 0.6 },
  ),
  rule(
    'intend',
    'PLANNED',
    `(?<s>(?:the )?«[CKO]\\d+» and (?:the )?«[CKO]\\d+») (?:intend|plan|agreed|have agreed|are going|are planning|decided) to (?<what>[^.;]{3,100})`,
    { kind: 'OTHER' },
  ),
  rule(
    'talks',
    'UNDER_NEGOTIATION',
    `(?:[Nn]egotiations|[Tt]alks)(?: with (?:the )?(?<o>${SIDES}))? (?:to|on|about|over|regarding) (?<what>[^.;]{3,100}? (?:are|is) (?:underway|under way|ongoing|continuing|being held|in progress)|(?:the |an? )?(?:[\\w-]+ ){0,4}?(?:prices?|supply|supplies|purchase|sale|deliver\\w+|loans?|contracts?|agreements?|road ?maps?|joint production)\\b[^.;]{0,60})`,
    {},
  ),
  rule(
    'talks-go-on',
    'UNDER_NEGOTIATION',
    `(?:[Nn]egotiations|[Tt]alks|[Cc]onsultations)(?: between (?<s>${SIDES}))?(?: with (?:the )?(?<o>${SIDES}))? (?:on|about|over|regarding) (?<what>[^.;]{3,100}?) (?:drag|go|went|continue|continued|are|have|has|proceed|began|started|stalled|resumed|were)\\b`,
    { kind: 'OTHER' },
  ),
  rule(
    'bargaining',
    'UNDER_NEGOTIATION',
    `(?<s>${SIDES}) (?:keep|keeps|kept|continues?|continued|are|is|went on|go on) (?:bargaining|negotiating|haggling|talking|to negotiate|to bargain) (?:with (?:the )?(?<o>${SIDES}) )?(?:over|on|about|for) (?<what>[^.;]{3,100})`,
  ),
  rule(
    'under-discussion',
    'UNDER_NEGOTIATION',
    `(?<what>(?:[\\w-]+ )?(?:suppl(?:y|ies)|deliver(?:y|ies)|purchases?|sales?|loans?|production|repairs?|moderni[sz]ation|leas(?:e|ing)) of [^.;]{3,80}?) (?:is|are|was|were|remains?) (?:still |also )?(?:under (?:discussion|negotiation|consideration)|being (?:discussed|negotiated))`,
    { kind: 'CONTRACT' },
  ),
  rule(
    'agreed-on',
    'PLANNED',
    `(?<s>${SIDES}) (?:have |has |had |also )*agreed (?:on|upon) (?<what>(?!that\\b|how\\b|the need)[^.;]{3,100})`,
    {
      kind: 'OTHER',
      score: 0.6,
    },
  ),
  rule(
    'extension',
    'PLANNED',
    `\\b(?<what>(?:extension|prolongation|renewal)\\b[^.;]{0,60}?) (?:has been|have been|was|is|are) (?:agreed|planned|expected|discussed|prepared)`,
    { kind: 'OTHER' },
  ),
  rule(
    'ordered',
    'SIGNED',
    `(?<s>«[CKO]\\d+») (?:has |had |have )?(?<what>(?:ordered|bought|purchased|acquired|leased)(?: [^.;«]{1,60}?)?) from (?:the )?(?<o>«[CKO]\\d+»)`,
    { kind: 'CONTRACT', score: 0.6 },
  ),
  rule(
    'approved',
    'SIGNED',
    `(?<what>(?:[\\w-]+ ){0,3}?(?:plans?|programmes?|protocols?) (?:of|for|on) (?:joint|bilateral|cooperation|interaction)\\b[^.;]{0,80}?) (?:was|were) (?:also )?(?:approved|agreed|adopted)`,
  ),
  rule(
    'signed',
    'SIGNED',
    `(?:enterprises|companies|firms|plants)\\b[^.;«]{0,30}? (?:signed|concluded)(?<what> (?:[\\w-]+ ){0,3}?${NOUN}\\b[^.;]*)`,
  ),
  rule(
    'ratified',
    'IN_FORCE',
    `(?<what>${NOUN} (?:between|with|of|on|for) [^.;]{3,100}?) (?:entered into force|came into force|took effect)`,
    {},
  ),
];

/** What several sides conclude, negotiate, intend or are offered. */
export function findAgreements(telling: Telling): readonly DraftAgreement[] {
  const { template, passage } = telling;
  const found: DraftAgreement[] = [];
  for (const { name, status, pattern, score, proposed, kind } of RULES) {
    for (const match of template.text.matchAll(pattern)) {
      const { groups = {} } = match;
      const what = groups.what ?? '';
      // A law is signed too, but by one side.
      if (/^ (?:an? |the )?(?:[\w-]+ ){0,2}(?:decree|law|order|bill|resolution)\b/.test(what)) continue;
      const anchor = {
        passage,
        start: template.toPassage(match.index),
        end: template.toPassage(match.index + match[0].length),
      };
      // "The document" has been told of already.
      if (/^(?:the|this) (?:document|agreement|memorandum|contract|protocol|plan)$/i.test(what.trim())) continue;
      if (isDenied(status, match, template.text)) continue;
      if (found.some((other) => other.anchor.start < anchor.end && other.anchor.end > anchor.start)) continue;
      const signatories = /\.(?:signed|agreed-on)$/.test(name) ? sidesIn(telling, groups.s, 'SIGNATORY') : [];
      const years = yearsOf(template.text.slice(match.index, match.index + match[0].length + 30));
      const failed =
        status === 'PROPOSED' &&
        /\b(?:not|never) (?:been )?(?:implemented|carried out|realised|realized)|rejected|came to nothing/.test(
          template.text,
        );
      const start = template.text.indexOf(what, match.index);
      const at = { passage, start: template.toPassage(Math.max(start, match.index)), end: anchor.end };
      found.push({
        kind: kind ?? agreementKindOf(what),
        status: failed ? 'ABANDONED' : status,
        rule: name,
        anchor,
        score,
        known: null,
        parties: partiesOf(telling, groups, proposed ?? false, signatories),
        signatories: signatories.flatMap(({ side }) =>
          status === 'SIGNED' && 'entity' in side && side.entity.noun === 'actors' ? [side.entity] : [],
        ),
        validFrom: years?.from ?? null,
        validTo: years?.to ?? null,
        event: eventAt(telling, { index: match.index, length: match[0].length }),
        cites: [name.endsWith('signed') ? anchor : at],
      });
    }
  }
  // Conclusions speak of what has been told.
  const instruments = telling.section === 'CONCLUSIONS' ? [] : findInstruments(template.text);
  for (const { start, end, what, status } of instruments) {
    const anchor = { passage, start: template.toPassage(start), end: template.toPassage(end) };
    if (
      /^(?:the|this) \w+$/i.test(what.trim()) ||
      found.some((other) => other.anchor.start < anchor.end && other.anchor.end > anchor.start)
    )
      continue;
    const years = yearsOf(what);
    found.push({
      kind: agreementKindOf(what),
      status,
      rule: 'agreement.instrument',
      anchor,
      score: 0.65,
      known: null,
      parties: partiesAround(telling, template.text),
      signatories: [],
      validFrom: years?.from ?? null,
      validTo: years?.to ?? null,
      event: eventAt(telling, { index: start, length: end - start }),
      cites: [anchor],
    });
  }
  return found;
}

/** What was not concluded is no agreement; what was proposed is one, though nothing came of it. */
const isDenied = (status: AgreementStatus, { 0: words, index }: RegExpExecArray, text: string) =>
  /\b[Nn]o $/.test(text.slice(0, index)) || (status !== 'PROPOSED' && /\b(?:no|not|never)\b/i.test(words));

/** Agreements told by name: "the Treaty on ...", once for each, with where it stands as far as the text says it. */
export function findNamedAgreements(telling: Telling): readonly {
  readonly entity: Entity;
  readonly status: AgreementStatus;
  readonly passage: string;
  readonly start: number;
  readonly end: number;
}[] {
  const { template, passage } = telling;
  return template.slots.flatMap((slot) => {
    if (slot.letter !== 'A' || !slot.mention.entity) return [];
    const sign = `«A${template.slots.indexOf(slot)}»`;
    const ended = new RegExp(
      `(?:expired|defunct|collapse of(?: the)?|end of(?: the)?|expiry of(?: the)?|termination of(?: the)?|destruction of(?: the)?) ${sign}|${sign} (?:has )?(?:expired|collapsed|ended)`,
    ).test(template.text);
    const left = new RegExp(`withdr[ae]w\\w* from (?:the )?${sign}`).test(template.text);
    return [
      {
        entity: slot.mention.entity,
        status: ended ? ('EXPIRED' as const) : left ? ('TERMINATED' as const) : ('IN_FORCE' as const),
        passage,
        start: slot.start,
        end: slot.end,
      },
    ];
  });
}

function eventAt(
  { taken, paragraph }: Telling,
  match: { readonly index: number; readonly length: number },
): DraftEvent | null {
  const end = match.index + match.length;
  return (
    taken.find((other) => other.start < end && other.end > match.index && other.event.kind === 'AGREEMENT_STEP')
      ?.event ??
    taken.find((other) => other.start < end && other.end > match.index)?.event ??
    paragraph.lead
  );
}

function yearsOf(text: string): { from: string; to: string } | null {
  const match = /\bfor (?<from>20\d\d)(?:\s*[-–—]\s*(?<to>20\d\d))?/.exec(text);
  const { from, to = from } = match?.groups ?? {};
  return from && to ? { from: `${from}-01-01`, to: `${to}-12-31` } : null;
}

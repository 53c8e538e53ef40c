import type { AssessmentKind, Likelihood } from '../../generated/prisma/enums.ts';
import { type DraftAssessment, isSameSide, type Side } from './drafts.ts';
import type { Telling } from './telling.ts';

/** The surest first. What stands with null is a hedge without a likelihood. */
const HEDGES: readonly (readonly [RegExp, Likelihood | null])[] = [
  [
    /\b(?:judging by|according to (?!«)|as far as (?:is|can be)|in our (?:opinion|view)|in the authors' (?:opinion|view)|if there was one|not necessarily|allegedly|supposedly|ostensibly)\b(?: (?!that\b)[^,.;:]{1,60}(?=,))?/i,
    null,
  ],
  [
    /\b(?:certainly|undoubtedly|without (?:a )?doubt|no doubt|beyond doubt|(?:is|are) sure to|(?:is|are) bound to|inevitably)\b/i,
    'ALMOST_CERTAIN',
  ],
  [
    /\b(?:(?:very|most|highly|quite|more) likely|obviously|apparently|evidently|probably|likely|(?:it )?(?:seems|appears)(?= that| to|,)|presumably|in all (?:likelihood|probability))\b/i,
    'LIKELY',
  ],
  [/\b(?:unlikely|hardly|doubtful|improbable)\b/i, 'UNLIKELY'],
  [
    /\b(?:it (?:can|may|could|might) be (?:assumed|supposed|expected)|(?:it )?(?:cannot|can not|can't) be (?:ruled out|excluded)|not excluded|possibly|perhaps|maybe|might|may(?! \d)|could|can|possible)\b/i,
    'POSSIBLE',
  ],
];

/** Of what is in the open it is said that it is. */
const UNKNOWNS =
  /\b(?:not (?:been )?(?:yet )?(?:reported|known|disclosed|specified|named|mentioned|indicated|called|made public|(?:entirely |completely |quite )?clear)|no (?:information|data|details|reports|clarity)|nothing (?:has been|was|is) (?:reported|known|said)|unknown|unclear|unspecified|(?:has|have) not been (?:announced|published)|did not (?:specify|disclose|name|say (?:who|what|when|where|how|why)))\b/i;

const NOT_DONE =
  'met|received|accepted|invited|held|visited|implemented|signed|carried out|admitted|let in|allowed|found|adopted|approved|ratified|concluded|completed|achieved|injured|hurt|included|paid|delivered|resolved|agreed';
const NON_EVENTS = new RegExp(
  String.raw`\b(?:(?:was|were|has|have|had) (?:not|never) (?:been )?(?:yet )?(?:${NOT_DONE})|(?:did|does) not (?:take place|happen|visit|meet|attend|come|comment|arrive|appear|answer|respond|react|sign|agree to|materiali[sz]e)|(?:was|were|has been|have been|had been) (?:called off|cancell?ed|postponed|put off|suspended indefinitely)|(?:nobody|no one|none of (?:them|the \w+)) (?:was|were|has|had)|there (?:was|were|has been|have been) no (?!information|data|details|reports|clarity)|neither (?:side|party|of)|no (?:\p{Ll}+ ){1,3}(?:was|were|has been|have been) (?:\p{Ll}+ed|made|held|met|taken|given))\b`,
  'iu',
);
const TENSIONS =
  /\b(?:despite the fact|in spite of|contradicts?|contrary to|a different figure|at odds|does not correspond|nevertheless|on the contrary|has no (?:material |financial |real )?(?:base|basis|grounds)|while (?:declaring|claiming)|declared[^.]*but)\b/i;
const FORECASTS =
  /\b(?:will|is going to|should (?:not )?(?:be )?expect(?:ed)?|expected to|predicted|(?:un)?likely to|sure to|bound to|in the (?:near )?future|probability of|unattainable)\b/i;
const DOUBTS =
  /\b(?:doubt|doubtful|questionable|surprising|dubious|hardly|not convincing|propagandist|(?:do|does|did) not confirm|unconfirmed|not (?:been )?confirmed|if there was one)/i;
const REASONING =
  /\b(?:explains?|indicates?|means that|is (?:related|connected|linked|aimed)|are (?:related|aimed|linked)|because of|due to|in light of|seeks? to|is caused|was caused|reason|testif(?:y|ies)|shows? that|implies|suggests?|so significant|in fact|disappointed|dissatisfaction)\b/i;
/** A sentence that goes on about the one before it is the authors' own word. */
const COMMENTS =
  /^(?:(?:And|But|At the same time|Moreover|However|Nevertheless|Rather|Thus|So|Therefore),? )?(?:Which|This|It|That) (?:is|was|means|meant|indicates|shows|suggests|explains|implies|does not mean|may|might|could)\b|^For the first time\b/;

/** What opens another claim within a sentence. */
const CLAIMS =
  / ?(?:;|, (?:but|while|which|although|though|whereas|however|and|as|because|since|so|nor) | (?:but also|because|due to|given that|in light of) )/g;

/** A claim of fewer words is the end of another. */
const LEAST_WORDS = 4;

interface Claim {
  readonly text: string;
  readonly start: number;
}

/** What the authors think: every claim of the conclusions, and elsewhere what they hedge, doubt or do not know. */
export function findAssessments(telling: Telling, hasStatement: boolean): readonly DraftAssessment[] {
  const { template, section, paragraph, story, passage } = telling;
  const concluding = section === 'CONCLUSIONS';
  // What is quoted is nobody's claim here; every place stays where it is.
  const text = template.text.replaceAll(/"[^"]*"|“[^”]*”/g, (quoted) => ' '.repeat(quoted.length));
  const claims = concluding ? listClaims(text) : [{ text, start: 0 }];
  const sides = sidesOf(telling);
  const events = paragraph.lead && !concluding ? [{ event: paragraph.lead }] : [];
  const home: readonly Side[] = story.book.home ? [{ country: story.book.home }] : [];
  const about = [...events, ...(sides.length + events.length > 0 ? sides : home)];
  if (about.length === 0) return [];
  return claims.flatMap((claim) => {
    const own = claim.text.replaceAll(/«\w+»/g, (sign) => ' '.repeat(sign.length));
    const kind = kindOf(own);
    const hedge = hedgeOf(own);
    if (!concluding && !isOpinion(telling, own, kind, hedge, hasStatement)) return [];
    return [
      {
        rule: ruleOf(kind, hedge),
        anchor: {
          passage,
          start: template.toPassage(claim.start),
          end: template.toPassage(claim.start + claim.text.length),
        },
        score: concluding ? (kind || hedge ? 0.7 : 0.55) : 0.5,
        kind: kind ?? 'INTERPRETATION',
        hedge: hedge?.word ?? null,
        likelihood: hedge?.likelihood ?? null,
        about,
      },
    ];
  });
}

const ruleOf = (kind: AssessmentKind | null, hedge: FoundHedge | null) =>
  kind ? `assessment.${kind.toLowerCase().replaceAll('_', '-')}` : hedge ? 'assessment.hedge' : 'assessment.conclusion';

/** Outside of the conclusions most of what is told is no opinion. */
function isOpinion(
  { passage, template, taken, paragraph }: Telling,
  text: string,
  kind: AssessmentKind | null,
  hedge: FoundHedge | null,
  hasStatement: boolean,
): boolean {
  // What an item says, its speaker says.
  if (passage.includes('.') && paragraph.isListOfStatements && paragraph.speaker) return false;
  if (COMMENTS.test(template.text) && (kind !== null || hedge !== null) && !hasStatement) return true;
  if (kind === 'FORECAST') {
    // What will be, told by nobody and as nobody's plan, is what the authors expect.
    return !hasStatement && !passage.includes('.') && (hedge !== null || taken.length === 0);
  }
  if (kind !== null) return true;
  if (hasStatement || passage.includes('.') || !hedge) return false;
  return hedge.likelihood !== null && HEDGED.test(text);
}

/** "Can" and "possible" are of what may be done as often as of what may be so. */
const HEDGED =
  /\b(?:obviously|apparently|evidently|probably|presumably|likely|seems|appears|assumed|perhaps|possibly|may be|might|could)\b/i;

function listClaims(text: string): readonly Claim[] {
  const claims: Claim[] = [];
  let start = 0;
  const keep = (end: number) => {
    const claim = text.slice(start, end);
    if (wordCount(claim) < LEAST_WORDS) return;
    const lead = claim.length - claim.trimStart().length;
    claims.push({ text: claim.trim(), start: start + lead });
    start = end;
  };
  for (const match of text.matchAll(CLAIMS)) {
    if (wordCount(text.slice(match.index + match[0].length)) >= LEAST_WORDS) keep(match.index);
  }
  keep(text.length);
  return claims;
}

const wordCount = (text: string) => text.match(/[\p{L}\p{N}«»'-]+/gu)?.length ?? 0;

interface FoundHedge {
  readonly word: string;
  readonly likelihood: Likelihood | null;
}

function hedgeOf(text: string): FoundHedge | null {
  for (const [pattern, likelihood] of HEDGES) {
    const word = pattern.exec(text)?.[0].trim();
    // A name in it is a sign by now, and no more as printed.
    if (word && !/ {2}/.test(word)) return { word, likelihood };
  }
  return null;
}

function kindOf(text: string): AssessmentKind | null {
  if (UNKNOWNS.test(text)) return 'KNOWN_UNKNOWN';
  if (NON_EVENTS.test(text)) return 'NON_EVENT';
  if (TENSIONS.test(text)) return 'TENSION';
  if (DOUBTS.test(text)) return 'DOUBT';
  if (FORECASTS.test(text)) return 'FORECAST';
  return REASONING.test(text) ? 'INTERPRETATION' : null;
}

function sidesOf({ template }: Telling): readonly Side[] {
  const sides: Side[] = [];
  for (const slot of template.slots) {
    if (!('mention' in slot) || slot.letter === 'A' || slot.letter === 'L') continue;
    const { entity, country } = slot.mention;
    const side: Side | null = entity ? { entity } : country ? { country } : null;
    if (side && !sides.some((other) => isSameSide(other, side))) sides.push(side);
  }
  return sides.slice(0, 6);
}

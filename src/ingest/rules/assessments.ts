import type { AssessmentKind, Likelihood } from '../../generated/prisma/enums.ts';
import type { DraftAssessment, Side } from './drafts.ts';
import type { Telling } from './events.ts';

const HEDGES: readonly (readonly [RegExp, Likelihood | null])[] = [
  [/\b(?:certainly|undoubtedly|without doubt|no doubt|beyond doubt)\b/i, 'ALMOST_CERTAIN'],
  [
    /\b(?:very likely|most likely|highly likely|obviously|apparently|evidently|probably|likely|(?:it )?seems|presumably|in all likelihood)\b/i,
    'LIKELY',
  ],
  [/\b(?:unlikely|hardly|doubtful|improbable)\b/i, 'UNLIKELY'],
  [
    /\b(?:may|might|could|can|possibly|perhaps|possible|cannot be ruled out|not excluded|not necessarily)\b/i,
    'POSSIBLE',
  ],
  [/\b(?:judging by|according to available|as far as|in our opinion|in our view|rather)\b[^,.]*/i, null],
];

const UNKNOWNS =
  /\b(?:not (?:been )?(?:reported|known|disclosed|specified|clear|entirely clear)|no (?:information|data|details|reports)|nothing (?:has been|was|is) (?:reported|known)|unknown|unclear|remains? unclear|did not (?:specify|disclose))\b/i;
const NON_EVENTS =
  /\b(?:was|were|has|have) not (?:been )?(?:met|received|accepted|invited|held|visited|implemented|signed|carried out)|\bdid not (?:take place|happen|visit|meet|attend|come)\b/i;
const TENSIONS =
  /\b(?:despite the fact|in spite of|contradicts?|a different figure|at odds|does not correspond|nevertheless|on the contrary|declared[^.]*but)\b/i;
const FORECASTS =
  /\b(?:will|is going to|should (?:not )?expect|expected to|predicted|is likely to|in the (?:near )?future|probability of)\b/i;
const DOUBTS = /\b(?:doubt|questionable|surprising|dubious|hardly|not convincing|propagandist)/i;
const REASONING =
  /\b(?:explains?|indicates?|means that|is (?:related|connected|linked|aimed)|are (?:related|aimed|linked)|because of|due to|in light of|seeks? to|is caused|reason|testif(?:y|ies)|shows? that|implies|so significant|in fact|disappointed|dissatisfaction)\b/i;

/** What the authors think: every sentence of the conclusions, and elsewhere what they hedge, doubt or do not know. */
export function findAssessments(telling: Telling, hasStatement: boolean): readonly DraftAssessment[] {
  const { template, passage, section, paragraph } = telling;
  const { text } = template;
  const own = text.replaceAll(/«\w+»/g, ' ').replaceAll(/"[^"]*"|“[^”]*”/g, ' ');
  const hedge = HEDGES.flatMap(([pattern, likelihood]) => {
    const match = pattern.exec(own);
    return match ? [{ word: match[0].trim(), likelihood }] : [];
  })[0];
  const cue = kindOf(own);
  const concluding = section === 'CONCLUSIONS';
  if (!concluding && (hasStatement || passage.includes('.')) && !(cue && cue !== 'FORECAST')) return [];
  if (
    !concluding &&
    !cue &&
    !(
      hedge &&
      hedge.likelihood !== null &&
      /\b(?:obviously|apparently|evidently|probably|likely|seems|may be|could)\b/i.test(hedge.word)
    )
  )
    return [];
  if (!concluding && cue === 'FORECAST' && !hedge) return [];
  const about = aboutOf(telling);
  const events = paragraph.lead && !concluding ? [{ event: paragraph.lead }] : [];
  if (about.length + events.length === 0) return [];
  return [
    {
      rule: cue
        ? `assessment.${cue.toLowerCase().replaceAll('_', '-')}`
        : hedge
          ? 'assessment.hedge'
          : 'assessment.conclusion',
      anchor: { passage, start: template.toPassage(0), end: template.toPassage(text.length) },
      score: concluding ? (cue || hedge ? 0.7 : 0.55) : 0.5,
      kind: cue ?? 'INTERPRETATION',
      hedge: hedge && text.includes(hedge.word) ? hedge.word : null,
      likelihood: hedge?.likelihood ?? null,
      about: [...events, ...about],
    },
  ];
}

function kindOf(text: string): AssessmentKind | null {
  if (UNKNOWNS.test(text)) return 'KNOWN_UNKNOWN';
  if (NON_EVENTS.test(text)) return 'NON_EVENT';
  if (TENSIONS.test(text)) return 'TENSION';
  if (DOUBTS.test(text)) return 'DOUBT';
  if (FORECASTS.test(text)) return 'FORECAST';
  return REASONING.test(text) ? 'INTERPRETATION' : null;
}

function aboutOf({ template, story, section }: Telling): readonly Side[] {
  const sides: Side[] = [];
  for (const slot of template.slots) {
    if (!('mention' in slot) || slot.letter === 'A' || slot.letter === 'L') continue;
    const side: Side | null = slot.mention.entity
      ? { entity: slot.mention.entity }
      : slot.mention.country
        ? { country: slot.mention.country }
        : null;
    if (side && !sides.some((other) => JSON.stringify(keyOf(other)) === JSON.stringify(keyOf(side)))) sides.push(side);
  }
  if (sides.length === 0 && section === 'CONCLUSIONS' && story.book.home) return [{ country: story.book.home }];
  return sides.slice(0, 6);
}

const keyOf = (side: Side) => ('entity' in side ? side.entity.name : side.country);

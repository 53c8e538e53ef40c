import type { DraftParticipation } from './drafts.ts';
import type { Telling } from './telling.ts';

const COUNT = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|unknown|unidentified';
const PEOPLE =
  'residents|citizens|nationals|persons|people|men|women|officers|soldiers|servicemen|conscripts|reservists|employees|workers|officials|militants|paratroopers|cadets|students|migrants|foreigners|smugglers|customers|pilots|sailors|civilians|specialists|instructors|policemen|violators|poachers|protesters|prisoners|volunteers|draftees|guards|activists|teenagers|children|managers|engineers|sappers|crew members|peacekeepers';

/** People without a name, as print has them: "two residents of Brest", "unknown persons", "reserve officers". */
const GROUP = new RegExp(
  `(?<![\\p{L}\\d«-])(?<group>(?:(?:${COUNT}) )?(?:(?:former|young|military|reserve|contract|foreign|local|other|armed) )*(?:${PEOPLE})(?: of (?:«[CKL]\\d+»|\\p{Lu}[\\p{L}’'-]+)(?:(?:, | and )(?:«[CKL]\\d+»|\\p{Lu}[\\p{L}’'-]+))*)?)(?![\\p{L}-])`,
  'u',
);

/** Whoever in a stretch of the template acts or is acted on without being named. */
export function groupIn(
  telling: Telling,
  range: { readonly start: number; readonly end: number },
  role: DraftParticipation['role'],
): readonly DraftParticipation[] {
  const { story, template, passage, paragraph } = telling;
  const match = GROUP.exec(template.text.slice(range.start, range.end));
  const group = match?.groups?.group;
  if (!match || !group) return [];
  const start = template.toPassage(range.start + match.index);
  const end = template.toPassage(range.start + match.index + group.length);
  const text = paragraph.passage.number === passage ? paragraph.passage.text.slice(start, end) : null;
  if (!text) return [];
  const entity = story.book.recogniseGroup(text, null, { passage, start, end });
  return [{ side: { entity }, role, office: null, body: null }];
}

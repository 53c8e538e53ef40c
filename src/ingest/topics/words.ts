import { foldText } from '../../lib/fold.ts';
import { singular } from '../rules/plurals.ts';

/** Words that stand in a text on anything. */
const COMMON = new Set(
  `about above accord according across act actions activities after again against ahead all along already also although among
  and another any are area around aspects based basis became because been before began begin being below between both but
  can case certain city come conduct conducted connection continue continued could countries country course current day days
  december did different discuss discussed does done during each earlier eight eighth end especially etc even event events ever
  example fact february first five focus following for forms four framework from further general give given goal good ground had
  half has have head held her here him his hold how however important including increase instead international interest interested
  issues item its january july june largest last late least less level line made main make many march may means meet
  meeting members met might million month months more most much must namely national near nearly need new next nine not note noted
  november now number october offer old one only order other our out over own part participate particular parties past period
  place plan planned plans possible present prospects provide purpose put question questions said same say says second section see september
  series set seven several she should side sides since six some special stage state stated statement states step still such
  take taken talk talked talks ten than that the their them then there therefore these they thing things third this those
  though three through thus time together told too took topic total towards two under until upon use used various very via view
  visit visited want was way well went were what when where whether which while who whom whose why will with within without
  work worked would year years yet you april august`
    .split(/\s+/)
    .map((word) => stemOf(word)),
);

/** Cut so that "trained", "training" and "trainings" are one word; what is cut is not shown to anybody. */
export function stemOf(word: string): string {
  // "gas" is no plural.
  const base = word.length > 3 ? singular(word) : word;
  const cut = base.replace(/(?:isations?|izations?|ations?|ments?|ings?|ed|ers?|ors?|ions?|ian?|al|ive|ity|ly|e)$/, '');
  return cut.length >= 4 ? cut : base;
}

/** The stems of a text's words, in their order, without those that stand anywhere. */
export function wordsOf(text: string): readonly string[] {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length > 2 && !/^\d+$/.test(word))
    .map(stemOf)
    .filter((word) => !COMMON.has(word));
}

import type { EventKind } from '../../generated/prisma/enums.ts';
import type { Predicate } from './predicates.ts';
import type { Telling } from './telling.ts';
import { slotsIn } from './template.ts';
import { isPerson } from './units.ts';

/** What a verb is about says more of its kind than the verb: by the words of both, the first that fits holds. */
interface Vote {
  readonly kind: EventKind;
  readonly verb: RegExp;
  /** In what is done to: the object, or the subject of a passive. */
  readonly theme: RegExp;
  /** In what follows as well. */
  readonly anywhere?: boolean;
}

const GOODS =
  /\b(?:batch|batches|consignments?|shipments?|deliver(?:y|ies)|cargo|equipment|weapons?|armaments?|systems?|aircraft|helicopters?|tanks?|vehicles?|missiles?|trucks?|fighters?|jets?|launchers?|drones?|UAVs?|radars?|sights?|rifles?|pistols?|guns?|howitzers?|stations?|complex(?:es)?|sets?|units|rounds|ammunition|carriers?|engines?|simulators?|kits?|machines?|products?|samples?|gifts?|donations?|present|aid|parts|tons|tonnes|uniforms?|modules?|devices?|[A-Z][a-z]+-\d+)\b/;

const CONTRABAND =
  /\b(?:weapons?|arms|firearms?|pistols?|revolvers?|rifles?|carbines?|guns?|cartridges|ammunition|rounds|grenades?|explosives|TNT|mines?|shells?|detonators?|cache|drugs?|narcotics?|hashish|cocaine|heroin|cannabis|marijuana|opium|amphetamine|methadone|spice|contraband|cigarettes|tobacco|alcohol|spirits|vodka|amber|caviar|counterfeit|smuggled|fur|antiques|banknotes|currency|cash)\b/;

const ORDER = /\b(?:orders?|directives?|instructions?)\b/;
const ACT =
  /\b(?:decrees?|edicts?|laws?|bills?|resolutions?|regulations?|ordinances?|doctrine|concept|budget|code|amendments?|charter|statutes?|act)\b/i;
const PACT =
  /\b(?:agreements?|memorand(?:um|a)|contracts?|treat(?:y|ies)|protocols?|conventions?|letters? of intent|road ?maps?|deals?|pacts?|programmes? of (?:\w+ )?cooperation)\b/i;
const SIGNING =
  /\b(?:signed|signatures?|initial?led|approved|adopted|passed|issued|endorsed|ratified|concluded|enacted|sealed|put|affixed|reached|struck|clinched|okayed|cleared)\b/;

const VOTES: readonly Vote[] = [
  { kind: 'MEETING', verb: /\breported\b/, theme: /^[^.;«]{0,80} to (?:the )?«[PU]\d+»/ },
  { kind: 'ORDER', verb: SIGNING, theme: ORDER },
  { kind: 'LEGAL_ACT', verb: /\b(?:signed|approved|adopted|passed|issued|endorsed|enacted|voted)\b/, theme: ACT },
  { kind: 'AGREEMENT_STEP', verb: SIGNING, theme: PACT },
  {
    kind: 'SEIZURE',
    verb: /\b(?:found|discovered|uncovered|detected|revealed|came across|come across|stumbled|unearthed|withdrawn|withdrew|recovered|taken|took|hidden|intercepted|stopped)\b/,
    theme: CONTRABAND,
  },
  {
    kind: 'BORDER_INCIDENT',
    verb: /\b(?:strayed|drifted|crossed|entered|flew|flown|penetrated|violated|intruded|breached|crept|slipped|swam|drifted|broke|wandered|landed)\b/,
    theme: /\b(?:border|airspace|(?:territorial|foreign) waters)\b/,
    anywhere: true,
  },
  {
    kind: 'TRAINING',
    verb: /\b(?:called|summoned|gathered|drafted|assembled|mustered|brought)\b/,
    theme: /\bfor (?:\w+ ){0,2}?(?:trainings?|musters?|retraining|refresher|gatherings?)\b/,
    anywhere: true,
  },
  {
    kind: 'APPOINTMENT',
    verb: /\b(?:put|placed|took|taken|became|come|came|succeeded|stepped|moved)\b/,
    theme:
      /\b(?:in (?:his|her|their) (?:place|stead)|(?:his|her) (?:place|post|chair|seat|duties)|in charge of|at the head of|as (?:the )?(?:new )?(?:head|commander|chief|minister))\b/,
    anywhere: true,
  },
  {
    kind: 'DISMISSAL',
    verb: /\b(?:transferred|sent|discharged|retired|placed|dismissed|removed|relieved|left|stripped|deprived)\b/,
    theme:
      /\b(?:(?:to|into) (?:the )?(?:reserve|retirement)|(?:his|her) (?:posts?|office|command|position|duties)|from (?:military )?service)\b/,
    anywhere: true,
  },
  {
    kind: 'EQUIPMENT_TEST',
    verb: /\b(?:hit|flew|fired|showed|covered|launched|destroyed|failed|took)\b/,
    theme: /\bduring (?:[\w-]+ ){0,2}?(?:trials|tests)\b/,
    anywhere: true,
  },
  {
    kind: 'SEIZURE',
    verb: /\p{L}/u,
    theme: /\b(?:hashish|cocaine|heroin|cannabis|marijuana|narcotics?|contraband|smuggled)\b/,
  },
  {
    kind: 'CRIMINAL_CASE',
    verb: /\b(?:gave|given|handed|got|received)\b/,
    theme: /\b(?:years?|months)(?: (?:of|in|behind|for)\b|[.,;]|$)/,
  },
  {
    kind: 'MEETING',
    verb: /\b(?:hosted|received|welcomed|greeted|accepted|admitted|invited)$/,
    theme: /^ (?:the |his |her )?(?:«J\d+» )?(?:colleague |counterpart )?«[PU]\d+»/,
  },
];

/** An agreement that runs out is no step towards one. */
const ENDED = /\b(?:expired|lapsed|terminated|ran out|collapsed)\b/;

/** People travel to where they are guests. */
const TRAVEL = /\b(?:flew|went|came|travell?ed|sailed|set (?:off|out)|headed|drove|journeyed|departed)\b/;
const TOWARDS = /^(?: off)?(?: \w+ly)? (?:to|for) (?:the )?«[KCL]\d+»/;

const LIKEWISE = /\bin kind\b|\bfollowed suit\b|\bdid the same\b|\bretaliated\b/;
const ANOTHER = /\b[Tt]he (?:previous|last|next|earlier|preceding) (?:one|such \w+)\b/;

/** Verbs by which goods change hands; people who do are no goods. */
const HANDING =
  /\b(?:handed over|transferred|delivered|sent|dispatched|received|supplied|shipped|commissioned|accepted|came|come|reached|arrived|unloaded|moved|brought|obtained)\b/;

const DETAINED = /«[PGU]\d+»|\b(?:guests?|visitors?|detainees?|wounded|remains|bod(?:y|ies))\b/i;

/** Whether a stretch speaks of people. */
export const isOfPeople = (stretch: string) =>
  DETAINED.test(stretch) || (stretch.match(/\p{Ll}+/gu) ?? []).some((word) => isPerson(word));

/** The kind of a deed, by its verb together with what the verb is about. */
export function kindTold(telling: Telling, predicate: Predicate): EventKind {
  const { deed, noun, before, after, start, end, passive } = predicate;
  const { text } = telling.template;
  const verb = text.slice(start, end);
  const rest = text.slice(end, after.end);
  const subject = text.slice(before.start, start);
  const theme = passive || !/\S/.test(rest) ? subject : rest.slice(0, 90);
  const sitting = sittingOf(telling, predicate);
  if (sitting) return sitting;
  if (ENDED.test(verb) && PACT.test(subject)) return 'OTHER';
  const vote = VOTES.find(
    (one) => one.verb.test(verb) && (one.theme.test(theme) || (one.anywhere && one.theme.test(rest.slice(0, 90)))),
  );
  if (vote && (noun === null || vote.kind !== 'SEIZURE')) return vote.kind;
  // "The previous one" is one of what the paragraph is about.
  const { lead } = telling.paragraph;
  if (deed.kind === 'OTHER' && noun === null && lead && (ANOTHER.test(subject) || LIKEWISE.test(verb)))
    return lead.kind;
  if (/\boath\b/.test(verb) && !/«[PU]\d+»/.test(subject)) return 'OTHER';
  if (TRAVEL.test(verb) && /«[PG]\d+»/.test(subject) && TOWARDS.test(rest)) return 'VISIT';
  if (/\bcommissioned\b|\bhanded$/.test(verb) && !GOODS.test(subject)) return 'OTHER';
  if (deed.kind === 'SEIZURE' && passive && isOfPeople(lastOf(subject))) return 'OTHER';
  // Guests are shown round.
  if (/\bshown\b/.test(verb) && passive && isOfPeople(subject)) return 'VISIT';
  if (deed.kind === 'DELIVERY' && noun === null && (passive ? isOfPeople(lastOf(subject)) : false)) return 'OTHER';
  if ((deed.kind === 'VISIT' || deed.kind === 'OTHER') && noun === null && isOfGoods(verb, subject, rest, passive))
    return 'DELIVERY';
  return deed.kind;
}

const lastOf = (subject: string) => subject.slice(-60);

/** Goods do not travel as guests do, nor are they merely sent: "a batch of aircraft arrived". */
function isOfGoods(verb: string, subject: string, rest: string, passive: boolean): boolean {
  if (!HANDING.test(verb)) return false;
  const moves = /\b(?:arrived?|reached|came|come)\b/.test(verb);
  const what = passive || moves ? subject : rest.slice(0, 60);
  return GOODS.test(what) && !isOfPeople(passive || moves ? lastOf(subject) : rest.slice(0, 40));
}

/** A committee sits and a board meets, be it "a meeting of" it or the body itself that does. */
function sittingOf({ template }: Telling, { deed, noun, before, after, start, end }: Predicate): EventKind | null {
  const { text } = template;
  const sits =
    deed.kind === 'MEETING' ||
    deed.kind === 'COMMITTEE_SESSION' ||
    (deed.kind === 'OTHER' && noun === null && SITS.test(text.slice(start, end)));
  if (!sits) return null;
  const of = noun ? /^ of (?:the )?(?<s>«O\d+»)/.exec(text.slice(noun.end))?.groups?.s : undefined;
  const subject = /(?<s>«O\d+»)[^«]*$/.exec(text.slice(before.start, before.end))?.groups?.s;
  const [slot] = slotsIn(template, of ?? subject);
  const words = text.slice(before.start, before.end);
  const name =
    slot && 'mention' in slot ? (slot.mention.entity?.name ?? '') : /\bcommission\b/.test(words) ? 'Commission' : '';
  if (/\b(?:[Bb]oard|[Cc]ollegium)\b/.test(`${name} ${BOARD.exec(noun ? text.slice(noun.start) : words)?.[0] ?? ''}`))
    return 'BOARD_MEETING';
  const alone = noun !== null || deed.kind === 'OTHER' || !/«[PUG]\d+»/.test(`${words}${text.slice(end, after.end)}`);
  return alone && /\b(?:Committee|Commission|Working Group)\b/.test(name) ? 'COMMITTEE_SESSION' : null;
}

/** "the SMIC board", "a meeting of the committee's board". */
const BOARD =
  /^(?:off-site |regular |enlarged )*(?:meetings?|sessions?|sittings?) of (?:the )?(?:[^\s;,]+ ){0,2}(?:board|collegium)\b|\b(?:board|collegium)\b[^.;]{0,20}$/i;

const SITS = /\b(?:held|took place|gathered|convened|met|sat|assembled)$/i;

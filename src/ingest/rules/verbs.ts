/**
 * Closed classes of verbs, so that any other finite verb may tell a deed. Alternatives of lower-case words, for the `i`
 * flag.
 */

/** Pasts and participles that do not end in -ed. */
const IRREGULAR =
  'arose|arisen|became|began|begun|bent|bound|bought|broke|broken|brought|built|burnt|burst|came|come|cast|caught|chose|chosen|cut|dealt|drew|drawn|drove|driven|fell|fallen|fed|fought|fled|flew|flown|forbade|forbidden|froze|frozen|gave|given|went|gone|grown|hidden|hid|hit|held|hurt|kept|laid|landed|left|lent|lit|lost|made|met|overcame|overthrown|overthrew|paid|put|ran|rung|rose|risen|sank|sunk|sent|set|shook|shaken|shot|shown|shut|sold|sought|spent|split|spread|stole|stolen|struck|swept|swore|sworn|taken|took|taught|threw|thrown|undergone|undertook|undertaken|underwent|withdrew|withdrawn|withheld|won|wrote|written';

/** What is so rather than done; what is wanted, thought or tried; how much something is, and how it changes. */
export const STATES =
  '(?:weigh|measur|consist|compris|contain|amount|totall?|number|exceed|belong|remain|includ|involv|cover|reach(?!ed (?:the )?(?:«[LKCO]|\\p{Ll}+ (?:base|port|station|airfield)))|increas|decreas|dropp|declin|doubl|halv|averag|account|concern|relat|correspond|depend|differ|resembl|seem|appear|look|show|prov|testifi|indicat|suggest|impli|need|lack|deserv|want|wish|hop|intend|expect|fear|believ|regard|interest|aim|bas|devot|dedicat|locat|situat|station|design|connect|caus|result|allow|enabl|help|tri|attempt|manag|us|serv|last|wait|suppos|plann|schedul|assum|estimat|suspect|unnam|unidentifi|mention|limit|liv|work|train|own|requir|link|coincid|contradict|influenc|affect|play|matter|ow|exist|tend|seek|enjoy|suffer|compar|associat|motivat|explain|envisag|oblig|specifi|touch|dwell|focus|represent|dat|head|chair|attend|replac|accompani|compos|equipp|arm|armour|mechani[sz]|motori[sz]|unmann|guid|wheel|track|combin|unifi|advanc|experienc|pre-?dat|rais|speciali[sz]|qualifi|order|decid|call(?= (?:the|it|this|these|such|them)))ed|cost|knew|known|thought|understood|meant|felt|grew|rose|risen|grown|fell|fallen|kept|spent|sought|stood|lay|bore|let|saw|seen|came|come|led|went|gone|shown|worn|said|told|spoke|spoken|became';

/** What is only said, asked or promised. */
export const SAYINGS =
  '(?:stat|claim|declar|not|emphasi[sz]|stress|underlin|add|confirm|deni|warn|insist|admitt|acknowledg|recogni[sz]|assur|explain|repeat|reiterat|express|comment|call|demand|urg|accus|propos|welcom|outlin|announc|report|inform|point|complain|promis|recall|argu|protest|reject|voic|ask|answer|repli|respond|critici[sz]|prais|thank|congratulat|remark|observ|assert|alleg|disclos|reveal|describ|quot|cit|publish|predict|conclud|judg|suggest|threaten|vow|pledg|hint|joke|appeal|request|offer|invit|advis|recommend)(?:e)?d|said|told|spoke|spoken|wrote|written|sworn|thought|heard';

const WORD = `(?!(?:${STATES}|${SAYINGS})\\b)(?:\\p{Ll}{2,}ed|${IRREGULAR})(?![\\p{L}-])(?: (?:up|out|off|down|over|away|back)\\b)?`;

/** A past or a participle of a verb that is in none of the classes. */
export const ANY_VERB = WORD;

/** "12 boats were seized": so many of a deed, as whoever counts his own work has it. */
export const COUNTS =
  /\d[^;]*\b(?:were|was|have been|has been) (?:\w+ )?(?:seized|detained|confiscated|registered|opened|initiated|instituted|revealed|found|committed|recorded|withdrawn|prevented|suppressed|thwarted|detected|convicted|intercepted|called up|drafted)\b/;

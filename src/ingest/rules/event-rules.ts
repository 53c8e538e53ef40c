import type { EventKind, EventModality, ParticipationRole } from '../../generated/prisma/enums.ts';

/** Somebody who acts or is acted on, as templates write it. */
export const SIDE =
  '(?:(?:[Tt]he |[Aa]n? |[Ii]ts? )?(?:«[PGUOCK]\\d+»)|[Tt]he (?:parties|sides|guests|delegation|delegations|visitors|delegates)|[Bb]oth sides|[Hh]e\\b|[Ss]he\\b|[Tt]hey\\b)';
export const SIDES = `${SIDE}(?:(?:,? and | as well as |, )${SIDE})*`;
const PLACE = '(?:the )?«[KCLO]\\d+»';
const PUBLIC = '(?:has |have |had |was |were |also |then |later |personally |separately |again |recently |twice )*';
const INSERT = '(?:,? (?:during|on|at|in|within|following|after) [^,.«;]{2,60}?,? )?';

/** A form of telling an event. Named groups: `s` who acts, `o` who is acted on or joins, `h` the head, `p` where. */
export interface EventRule {
  readonly name: string;
  readonly kind: EventKind;
  readonly pattern: RegExp;
  readonly s?: ParticipationRole;
  readonly o?: ParticipationRole;
  readonly modality?: EventModality;
  /** How far it is to be trusted. */
  readonly score: number;
  /** What is told only as part of something else: it takes the days of that, if the sentence has none. */
  readonly part?: boolean;
  /** Without a date it is not of this month for certain: a thing recalled or planned. */
  readonly undated?: boolean;
  readonly topic?: string;
  /** Also in passages that only conclude. */
  readonly everywhere?: boolean;
  /** Nobody takes part where nobody is told. */
  readonly impersonal?: boolean;
}

const rule = (
  name: string,
  kind: EventKind,
  pattern: string,
  rest: Omit<EventRule, 'name' | 'kind' | 'pattern' | 'score'> & { score?: number } = {},
): EventRule => ({ score: 0.7, ...rest, name: `event.${name}`, kind, pattern: new RegExp(pattern, 'gu') });

const HELD =
  '(?:was|were|has been|have been|is|are|being)?\\s?(?:also )?(?:held|took place|taking place|opened|started|began|begun|launched|conducted|carried out|organi[sz]ed|completed|ended|concluded|continued|finished)';
const ORDINAL = '(?:(?<ord>\\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) )?';
const EXERCISE =
  '(?:exercises?|drills?|manoeuv(?:re|er)s?|maneuvers?|war games?|combat readiness (?:check|inspection)|readiness check|field training)';
const TRAINING = '(?:training(?: session| camp| course)?s?|muster|training assembly)';

/** Of rules that fit the same words the first one holds. */
export const EVENT_RULES: readonly EventRule[] = [
  rule(
    'board',
    'BOARD_MEETING',
    `(?:meeting|session) of the (?:enlarged |extended )?(?:board|collegium|collegial body)(?: of)?(?: the)?(?: (?<s>${SIDE})| department| ministry| committee| agency)?`,
    { s: 'PARTICIPANT', score: 0.85 },
  ),
  rule('board', 'BOARD_MEETING', `(?:board|collegium) (?:meeting|session)(?: of(?: the)? (?<s>${SIDE}))?`, {
    s: 'PARTICIPANT',
    score: 0.8,
  }),
  rule(
    'session',
    'COMMITTEE_SESSION',
    `${ORDINAL}(?:regular |joint |annual |extraordinary |plenary |next |scheduled )*(?:meeting|session|sitting) of (?:the )?(?<s>«O\\d+»)`,
    { s: 'PARTICIPANT', score: 0.85, part: true },
  ),
  rule(
    'meeting-of',
    'MEETING',
    `(?:[Mm]eeting|[Cc]onsultations|[Nn]egotiations|[Tt]alks) (?:in (?<p>${PLACE}) )?(?:of|between) (?<s>${SIDES})(?: (?:with|and) (?<o>${SIDES}))?(?: in (?<p2>${PLACE}))?`,
    { s: 'PARTICIPANT', o: 'PARTICIPANT', score: 0.75, undated: true, everywhere: true },
  ),
  rule(
    'met',
    'MEETING',
    `(?<s>${SIDES})${INSERT},? ?${PUBLIC}(?:met|(?:held|had) (?:an? |the |\\w+ )*?(?:meetings?|talks|negotiations|conversations?|consultations))(?: with)? (?<o>${SIDES})(?: (?:in|at) (?<p>${PLACE}))?`,
    { s: 'PARTICIPANT', o: 'PARTICIPANT', score: 0.9, part: true },
  ),
  rule(
    'received',
    'MEETING',
    `(?<s>${SIDES})${INSERT},? ?${PUBLIC}received (?<o>(?:the |an? )?«[PU]\\d+»|(?:the |an? )?«G\\d+»)`,
    { s: 'HOST', o: 'VISITOR', score: 0.85, part: true },
  ),
  rule(
    'receiving',
    'MEETING',
    `(?:Accepting|Receiving|Hosting) (?<o>${SIDES}|(?:the|an?) (?:«J\\d+» )?(?:\\w+ )?(?:official|guest|diplomat|general|minister|visitor)s?), (?<s>${SIDES})`,
    { s: 'HOST', o: 'VISITOR', score: 0.8, part: true },
  ),
  rule('was-received', 'MEETING', `(?<o>${SIDES}) (?:was|were) (?:also )?received by (?<s>${SIDES})`, {
    s: 'HOST',
    o: 'VISITOR',
    score: 0.85,
    part: true,
  }),
  rule(
    'meeting-held',
    'MEETING',
    `(?:[Mm]eeting|[Cc]onsultations|[Nn]egotiations|[Tt]alks) with (?<o>${SIDES})[^.;]{0,40}? (?:was|were) held`,
    { o: 'PARTICIPANT', score: 0.7, part: true },
  ),
  rule(
    'negotiations',
    'MEETING',
    `(?:[Dd]uring|[Ii]n the course of|[Aa]t|[Ww]ithin) (?:the |their |these )?(?:negotiations|talks|consultations|meeting) (?:in|at) (?:the )?(?<h>«O\\d+»)`,
    { score: 0.75, part: true },
  ),
  rule(
    'negotiations',
    'MEETING',
    `(?:[Dd]uring|[Ii]n the course of|[Aa]t|[Ww]ithin) (?:the |their |these )?(?:negotiations|talks|consultations|meetings?) with (?<o>${SIDES})`,
    { o: 'PARTICIPANT', score: 0.75, part: true },
  ),
  rule('discussed', 'MEETING', `(?<s>(?:[Tt]he )?«G\\d+») (?:also )?(?:discussed|considered|exchanged)`, {
    s: 'PARTICIPANT',
    score: 0.6,
    part: true,
  }),
  rule(
    'hosted',
    'VISIT',
    `(?<h2>«[CK]\\d+») (?:hosted|received|welcomed) (?<s>(?:the |an? )?(?:[\\w-]+ ){0,3}«[GP]\\d+»)`,
    { s: 'VISITOR', score: 0.85 },
  ),
  rule(
    'tour',
    'VISIT',
    `(?<s>${SIDES})${INSERT},? ?${PUBLIC}(?:visited|toured|inspected|got acquainted with|familiari[sz]ed (?:himself|herself|themselves) with)(?: an?| the)? (?:number of |several |some |many |various |leading |\\w+ )?(?:(?:defence|military|industrial) )?(?:«[OJ]\\d+» )?(?:defence |military )?(?:enterprises?|plants?|facilit(?:y|ies)|factor(?:y|ies)|units?|compan(?:y|ies)|institutions?|sites?)(?: (?:of|in) [^.;]{3,60})?`,
    { s: 'VISITOR', score: 0.8, part: true, topic: 'tour' },
  ),
  rule(
    'tour',
    'VISIT',
    `(?<s>[Tt]he (?:guests|delegation|delegates|visitors)|«G\\d+»)${INSERT},? ?${PUBLIC}(?:visited|toured)(?: the)? (?<h>«O\\d+»)`,
    { s: 'VISITOR', score: 0.8, part: true, topic: 'tour' },
  ),
  rule(
    'visited',
    'VISIT',
    `(?<s>${SIDES})${INSERT},? ?${PUBLIC}(?:visited|paid (?:an? )?(?:\\w+ )*?visit to|arrived (?:in|at)|travell?ed to|came to|went to|flew to|left for)(?: on [^.«]{3,30} to)? (?<p>${PLACE})(?: and (?<p2>${PLACE}))?`,
    { s: 'VISITOR', score: 0.9 },
  ),
  rule(
    'visiting',
    'VISIT',
    `(?:[Vv]isiting|[Dd]uring (?:his|her|a|the) (?:\\w+ )?(?:visit|trip) to) (?<p>${PLACE})[^,.;]*, (?<s>${SIDES})`,
    { s: 'VISITOR', score: 0.8 },
  ),
  rule('visit-of', 'VISIT', `(?:[Vv]isit|[Tt]rip) (?:of|by) (?<s>${SIDES}) to (?<p>${PLACE})`, {
    s: 'VISITOR',
    score: 0.75,
    undated: true,
    everywhere: true,
  }),
  rule('visit-of', 'VISIT', `(?<s>«[PG]\\d+»)'s? (?:\\w+ )?(?:visit|trip) to (?<p>${PLACE})`, {
    s: 'VISITOR',
    score: 0.75,
    undated: true,
    everywhere: true,
  }),
  rule(
    'conference',
    'CONFERENCE',
    `(?:[Cc]onference|[Ff]orum|[Ss]ummit|[Ss]ymposium|[Ss]eminar|[Rr]ound table|[Cc]ongress)\\b[^.;]{0,80}? ${HELD}`,
    { score: 0.7 },
  ),
  rule(
    'conference',
    'CONFERENCE',
    `(?<s>${SIDES}) (?:hosted|held|took part in|participated in|attended) (?:an? |the )?(?:[\\w-]+ ){0,4}(?:conference|forum|summit|symposium|seminar|congress)\\b`,
    { s: 'PARTICIPANT', score: 0.7 },
  ),
  rule(
    'exercise',
    'EXERCISE',
    `(?:active phase of the |main phase of the |final stage of the )?(?:[\\w-]+ ){0,4}?${EXERCISE}(?: of (?:the )?(?<s>${SIDES}))?[^.;«]{0,40}?(?:«X\\d+»)?[^.;]{0,60}? ${HELD}`,
    { s: 'PARTICIPANT', score: 0.8 },
  ),
  rule(
    'exercise',
    'EXERCISE',
    `(?<h3>${SIDE})${INSERT} ?${PUBLIC}(?:held|hosted|conducted|started|began|launched|completed|organi[sz]ed) (?:an? |the |its )?(?:[\\w-]+ ){0,5}?${EXERCISE}(?: of (?:the )?(?<s>${SIDES}))?(?: «X\\d+»)?`,
    { s: 'PARTICIPANT', score: 0.85 },
  ),
  rule(
    'exercise',
    'EXERCISE',
    `(?<s>${SIDES}) (?:took part in|participated in|joined|were involved in) (?:an? |the )?(?:[\\w-]+ ){0,5}?${EXERCISE}(?: «X\\d+»)?`,
    { s: 'PARTICIPANT', score: 0.75 },
  ),
  rule(
    'training',
    'TRAINING',
    `${TRAINING} (?:of|for|on|with) (?:troops of |the troops of |units of |servicemen of |personnel of )?(?:the )?(?<s>${SIDES})?[^.;]{0,80}? ${HELD}`,
    { s: 'PARTICIPANT', score: 0.75 },
  ),
  rule('training', 'TRAINING', `information (?:about|on) the training of (?<s>${SIDES})`, {
    s: 'PARTICIPANT',
    score: 0.5,
    undated: true,
    everywhere: true,
    modality: 'ALLEGED',
  }),
  rule(
    'signed-act',
    'LEGAL_ACT',
    `(?<s>${SIDES})${INSERT} ?${PUBLIC}(?:signed|issued|adopted|approved|enacted) (?:an? |the |amendments to the )?(?:[\\w-]+ ){0,3}?(?:decree|law|bill|resolution|edict|directive|regulation|doctrine|military doctrine|concept)\\b`,
    { s: 'PARTICIPANT', score: 0.75 },
  ),
  rule(
    'act-adopted',
    'LEGAL_ACT',
    `(?:decree|law|bill|resolution|edict|doctrine|concept|regulation)\\b[^.;]{0,60}? (?:was|were|has been) (?:signed|adopted|approved|enacted|published)(?: by (?<s>${SIDES}))?`,
    { s: 'PARTICIPANT', score: 0.65, part: true },
  ),
  rule(
    'signed',
    'AGREEMENT_STEP',
    `(?<s>${SIDES})${INSERT} ?${PUBLIC}(?:signed|concluded|initialled|ratified)(?= (?:an? |the |two |three |several |\\w+ )*(?:[A-Z][a-z]+|[\\w-]+))`,
    { s: 'SIGNATORY', score: 0.85, part: true },
  ),
  rule(
    'was-signed',
    'AGREEMENT_STEP',
    `(?:[Aa]n? |[Tt]he |[Tt]wo |[Tt]hree |[Ss]everal )?(?:number of )?(?:[\\w-]+ ){0,4}?(?:plans?|agreements?|contracts?|memorand(?:um|a)|protocols?|treat(?:y|ies)|declarations?|roadmaps?|programmes?|documents?|deals?|statement)\\b(?<o>[^.;]{0,120}?) (?:was|were|has been|have been) (?:also )?(?:signed|concluded|initialled|ratified)`,
    { o: 'PARTICIPANT', score: 0.85, part: true, impersonal: true },
  ),
  rule(
    'talks-on',
    'AGREEMENT_STEP',
    `(?:[Nn]egotiations|[Tt]alks) (?:to|on|about|over|regarding) [^.;]{3,100}? (?:are|is) (?:underway|under way|ongoing|continuing|being held|in progress)`,
    { score: 0.7, undated: true, modality: 'ONGOING', topic: 'talks' },
  ),
  rule('proposed-to', 'AGREEMENT_STEP', `(?<s>${SIDE}) ${PUBLIC}(?:proposed|offered|suggested) (?:to )?(?<o>${SIDE})`, {
    s: 'PARTICIPANT',
    o: 'PARTICIPANT',
    score: 0.7,
    undated: true,
  }),
  rule(
    'promotes',
    'AGREEMENT_STEP',
    `(?<s>${SIDE}) ${PUBLIC}(?:began|started|continued?s?|is|are)? ?(?:promoting|promotes?|to promote|advancing) the (?:initiative|idea|proposal|adoption)`,
    { s: 'PARTICIPANT', score: 0.7 },
  ),
  rule(
    'calls-for',
    'AGREEMENT_STEP',
    `(?<s>${SIDE})(?:'s?)? calls for (?:an? |the )?(?:new )?(?:[\\w-]+ ){0,3}?(?:deal|treaty|agreement|declaration|pact|convention|mechanism)`,
    {
      s: 'PARTICIPANT',
      score: 0.65,
      undated: true,
      modality: 'ONGOING',
      everywhere: true,
      topic: 'call for a new agreement',
    },
  ),
  rule(
    'appointed',
    'APPOINTMENT',
    `(?<s>${SIDES}) ${PUBLIC}(?:appointed|named|promoted|confirmed) (?:as |to |the |an? )*`,
    { s: 'SUBJECT', score: 0.6 },
  ),
  rule(
    'takes-post',
    'APPOINTMENT',
    `(?<s>${SIDE}|(?:the )?«J\\d+» representative)(?:'s?)? (?:taking|taking over|assuming|will take|will hold|took|takes|took up) the (?:post|position|office) of (?:the )?(?<o>${SIDE})?`,
    { s: 'SUBJECT', o: 'PARTICIPANT', score: 0.6, undated: true, modality: 'PLANNED', everywhere: true },
  ),
  rule(
    'dismissed',
    'DISMISSAL',
    `(?<s>${SIDES}) ${PUBLIC}(?:dismissed|relieved of|removed from|resigned|sacked|fired)`,
    { s: 'SUBJECT', score: 0.7 },
  ),
  rule(
    'dismissal-of',
    'DISMISSAL',
    `(?:the )?(?:dismissal|resignation|removal) of (?<s>${SIDES}|[a-z ]{4,40}?(?: (?:who|that|from)|[.,;]))`,
    { s: 'SUBJECT', score: 0.55, undated: true },
  ),
  rule('cancelled', 'ORDER', `(?:cancellation|abolition|lifting) of (?:the )?(?<o>[^.;]{3,80})`, {
    score: 0.5,
    undated: true,
  }),
  rule(
    'ordered',
    'ORDER',
    `(?<s>${SIDES})${INSERT} ?${PUBLIC}(?:ordered|instructed|commanded|decreed|issued an order)`,
    { s: 'PARTICIPANT', score: 0.7 },
  ),
  rule(
    'inspected',
    'INSPECTION',
    `(?<s>${SIDES}|[Pp]rosecutors)${INSERT} ?${PUBLIC}(?:selectively )?(?:checked|inspected|audited|examined|reviewed) (?<o>[^.;]{3,120})`,
    { s: 'INSPECTOR', score: 0.75 },
  ),
  rule(
    'inspection-of',
    'INSPECTION',
    `(?:[Ii]nspection|[Aa]udit|[Cc]heck) of (?:the )?(?<o>${SIDES})[^.;]{0,60}? ${HELD}`,
    { o: 'INSPECTED', score: 0.7 },
  ),
  rule(
    'reported',
    'REPORTING',
    `(?<s>(?:[Tt]he )?«[OUC]\\d+»)${INSERT} ?${PUBLIC}(?:released|published|reported|presented|disclosed|summari[sz]ed|announced|made public|unveiled)(?: on| about)?(?: some| the| its)* (?:[\\w-]+ ){0,3}?(?:data|figures?|results|statistics|information|numbers)\\b`,
    { s: 'SPEAKER', score: 0.8 },
  ),
  rule(
    'delivered',
    'DELIVERY',
    `(?<s>${SIDES})${INSERT} ?${PUBLIC}(?:took delivery of|were delivered|was delivered|handed over|transferred|delivered|received (?:the first |new |an? (?:new )?(?:batch|shipment|squadron) |\\d|two |three |four |five |six |ten |twelve ))`,
    { s: 'PARTICIPANT', score: 0.7 },
  ),
  rule(
    'was-delivered',
    'DELIVERY',
    `(?:batch|shipment|consignment|deliver(?:y|ies)) of [^.;]{3,80}? (?:was|were|has been|have been) (?:also )?(?:delivered|handed over|shipped|completed|received)(?: (?:to|by) (?<s>${SIDES}))?`,
    { s: 'PARTICIPANT', score: 0.7 },
  ),
  rule(
    'tested',
    'EQUIPMENT_TEST',
    `(?:(?<s>${SIDES}) ${PUBLIC}(?:successfully )?(?:tested|test-fired|conducted (?:the |an? )?(?:[\\w-]+ )*?(?:tests?|trials?|test launch(?:es)?))|(?:[Tt]ests?|[Tt]rials?|[Tt]est launch(?:es)?|[Ff]ield tests) of [^.;]{3,80}? ${HELD})`,
    { s: 'PARTICIPANT', score: 0.7 },
  ),
  rule('exhibited', 'EXHIBITION', `(?:[Ee]xhibition|[Aa]ir show|[Ss]how|[Pp]arade)\\b[^.;]{0,60}? ${HELD}`, {
    score: 0.7,
  }),
  rule(
    'demonstrated',
    'EXHIBITION',
    `(?:weapons|equipment|UAVs|vehicles|aircraft|samples|prototypes|systems|products|models)\\b[^.;]{0,90}? (?:was|were) (?:also )?(?:demonstrated|shown|exhibited|displayed|showcased)`,
    { score: 0.7, part: true },
  ),
  rule(
    'sanctions',
    'SANCTION',
    `(?<s>${SIDES})${INSERT} ?${PUBLIC}(?:imposed|introduced|extended|lifted|expanded) (?:[\\w-]+ ){0,4}?(?:sanctions|embargo|restrictive measures)`,
    { s: 'PARTICIPANT', score: 0.75 },
  ),
  rule(
    'detained',
    'DETENTION',
    `(?<s>${SIDES})${INSERT} ?${PUBLIC}(?:detained|arrested) (?!in|at|on|by)(?<o>${SIDES})?`,
    { s: 'PARTICIPANT', o: 'SUBJECT', score: 0.65 },
  ),
  rule(
    'was-detained',
    'DETENTION',
    `(?<o>${SIDES}|(?:citizens?|servicem[ae]n|officers?|soldiers?|m[ae]n|persons?|people)\\b[^.;«]{0,40}?) (?:was|were) (?:detained|arrested)(?: by (?<s>${SIDES}))?`,
    { s: 'PARTICIPANT', o: 'SUBJECT', score: 0.65 },
  ),
  rule('seized', 'SEIZURE', `(?<s>${SIDES})${INSERT} ?${PUBLIC}(?:seized|confiscated|intercepted)`, {
    s: 'PARTICIPANT',
    score: 0.65,
  }),
  rule(
    'border',
    'BORDER_INCIDENT',
    `(?:violated|crossed|intruded into|shelled) (?:the )?(?:«[JOC]\\d+» )?(?:state )?(?:border|airspace)|(?:border|airspace) (?:violation|incident|clash)`,
    { score: 0.55 },
  ),
  rule(
    'criminal-case',
    'CRIMINAL_CASE',
    `(?:criminal (?:case|proceedings|investigation)s?)[^.;]{0,50}? (?:was|were|has been) (?:opened|initiated|instituted|launched|started)(?: against (?<o>${SIDES}))?(?: by (?<s>${SIDES}))?`,
    { s: 'PARTICIPANT', o: 'SUBJECT', score: 0.7 },
  ),
  rule(
    'accident',
    'ACCIDENT',
    `(?:\\bcrashed\\b|\\b(?:accident|explosion|crash|collision|fire)\\b[^.;]{0,50}? (?:occurred|happened|took place|broke out))`,
    { score: 0.7 },
  ),
];

/** What plans, promises and goes on, or was done in the passive without any of the names above. */
export const LOOSE_RULES: readonly EventRule[] = [
  rule(
    'will-hold',
    'OTHER',
    `(?<s>${SIDES}) (?:will|is going to|plans? to|intends? to) (?:hold|organi[sz]e|host|conduct) (?:an? )?(?:series of )?(?<o>events|presentations|[\\w-]+)`,
    { s: 'ORGANISER', score: 0.55, undated: true, modality: 'PLANNED' },
  ),
  rule(
    'intends',
    'OTHER',
    `(?<s>${SIDES}|[Tt]he (?:agency|department|ministry|committee)) (?:intends?|plans?|is going|are going|is planning|are planning|is preparing|prepares?) to (?!focus|concentrate|be\\b)`,
    { s: 'PARTICIPANT', score: 0.5, undated: true, modality: 'PLANNED' },
  ),
  rule(
    'will-be',
    'ORDER',
    `(?:system|procedure|rules?|requirements?|standards?|criteria) [^.;«]{3,60}? will be (?:developed|introduced|changed|revised|adopted|established)`,
    { score: 0.45, undated: true, modality: 'PLANNED' },
  ),
  rule(
    'expected',
    'OTHER',
    `(?:completion|delivery|launch|start|commissioning|adoption) of [^.;]{3,80}? is (?:expected|planned|scheduled) (?:by|in|for|before)`,
    { score: 0.5, undated: true, modality: 'PLANNED', impersonal: true },
  ),
  rule(
    'measures',
    'OTHER',
    `(?:[\\w-]+ )?[Mm]easures\\b[^.;]{0,110}? (?:were|was) (?:also )?taken(?: at (?:the )?(?<o>${SIDES}))?`,
    { o: 'SUBJECT', score: 0.55 },
  ),
  rule('continued', 'OTHER', `(?<s>${SIDES}) (?:continued|continues) to (?!declare|state|claim|say|insist)`, {
    s: 'PARTICIPANT',
    score: 0.5,
  }),
  rule(
    'was-organised',
    'OTHER',
    `(?:refuelling|refueling|march|crossing|redeployment|relocation|firing|landing|evacuation|competition|transfer)\\b[^.;]{0,60}? (?:was|were) (?:also )?(?:organi[sz]ed|conducted|carried out|held|performed)`,
    { score: 0.55, part: true, impersonal: true },
  ),
  rule(
    'was-launched',
    'OTHER',
    `(?:production|construction|development|modernisation|modernization|assembly|supply) of [^.;]{3,70}? (?:has|have|was|were) (?:already )?(?:been )?(?:launched|started|begun|completed|finished)`,
    { score: 0.5, undated: true, impersonal: true },
  ),
  rule(
    'possible-to',
    'OTHER',
    `it was possible to (?:ensure|achieve|complete|reach|restore) (?<o>[^.;]{3,120}?)(?=[,.;]|$)`,
    { score: 0.4, undated: true, o: 'SUBJECT' },
  ),
  rule('was-proposed', 'OTHER', `(?:[Aa]n? |[Tt]he )[^.;«]{3,110}? (?:was|were) proposed`, {
    score: 0.4,
    undated: true,
    impersonal: true,
  }),
  rule('called-up', 'OTHER', `(?:were|was) (?:additionally )?(?:called up|conscripted|drafted|mobili[sz]ed)`, {
    score: 0.5,
    undated: true,
  }),
  rule('projects-done', 'OTHER', `(?:projects|works?|tasks) (?:have|has) been (?:completed|implemented|finished)`, {
    score: 0.4,
    undated: true,
    impersonal: true,
  }),
  rule(
    'collapse',
    'OTHER',
    `(?:collapse|expiry|expiration|termination|destruction) of (?:the )?«A\\d+»|expired «A\\d+»`,
    { score: 0.55, undated: true, impersonal: true },
  ),
];

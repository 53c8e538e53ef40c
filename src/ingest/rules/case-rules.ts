import { ACTOR, type EventRule, HELD, INSERT, PUBLIC, rule, SIDES, SUBJECT } from './event-form.ts';

/** Inspections, figures, deliveries, cases and accidents. */
export const CASE_RULES: readonly EventRule[] = [
  rule(
    'inspection',
    'INSPECTION',
    `${ACTOR}(?:carried out|conducted|performed|began|started|completed) (?:an? |the )?(?:[\\w-]+ ){0,3}?(?:inspection|audit|verification|observation flight|evaluation visit)(?: (?:of|at) (?:the )?(?<o>${SIDES}))?`,
    {
      s: 'INSPECTOR',
      score: 0.75,
    },
  ),
  rule(
    'inspection-ordered',
    'INSPECTION',
    `(?:[Ii]nspection|[Cc]heck|[Aa]udit) (?:has been|was|is) (?:appointed|ordered|scheduled)`,
    { score: 0.55, undated: true, modality: 'PLANNED', impersonal: true },
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
    `(?<s>(?:[Tt]he )?«[OUCP]\\d+»)${INSERT} ?${PUBLIC}(?:released|published|reported|presented|delivered|submitted|disclosed|summari[sz]ed|summed up|announced|made public|unveiled)(?: on| about)?(?: some| the| its| an?| his| her)* (?:[\\w-]+ ){0,3}?(?:data|figures?|results|report|statistics|information|numbers|work|(?:first|second) half|quarter|year|(?:annual|quarterly|summary) report)\\b(?! [^.;]*\\bto (?:the )?«[PU]\\d+»)`,
    { s: 'SPEAKER', score: 0.8 },
  ),
  rule(
    'figures-published',
    'REPORTING',
    `(?:[Rr]esults|[Dd]ata|[Ff]igures|[Ss]tatistics)\\b[^.;:]{0,80}? (?:was|were|has been|have been) (?:also )?(?:published|released|voiced|announced|made public|cited|disclosed|presented|summed up)(?: by (?:the )?(?<s>${SIDES}))?`,
    { s: 'SPEAKER', score: 0.75 },
  ),
  rule(
    'by-act',
    'LEGAL_ACT',
    `^(?:On «D\\d+»,? )?[Bb]y (?:an? |the |his |her )?(?:\\w+ ){0,2}?(?:[Dd]ecree|[Ee]dict|[Rr]esolution)\\b(?:(?: No\\.? ?\\d+)?[^.;«]{0,20} (?:of|dated) «D\\d+»| of (?:the )?(?:«[PU]\\d+»|[Pp]resident|[Gg]overnment))`,
    { score: 0.5, impersonal: true },
  ),
  rule(
    'by-order',
    'ORDER',
    `^(?![^.;]*\\b(?:appointed|dismissed|relieved|check|inspection)\\b)(?:On «D\\d+»,? )?(?:[Bb]y|[Ww]ith|[Uu]nder) (?:an? |the |his |her |their |its )?(?:\\w+ ){0,2}?(?:order|directive|instruction)\\b[^.;«]{0,20} (?:of|dated) «D\\d+»`,
    { score: 0.5, impersonal: true },
  ),
  rule(
    'delivered',
    'DELIVERY',
    `${ACTOR}(?:took delivery of|handed over|transferred|delivered(?! an? (?:\\w+ )?(?:report|speech|message|address|lecture))|donated|received (?:the first (?:\\w+ )?|another |(?:an? |the )?(?:new|moderni[sz]ed|upgraded) |the first |new |an? (?:new )?(?:batch|shipment|squadron) |\\d|two |three |four |five |six |ten |twelve ))(?:[^.;«]{0,60}? to (?:the )?(?<o>«[OCK]\\d+»))?`,
    { s: 'PARTICIPANT', o: 'PARTICIPANT', score: 0.7, part: true },
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
    `(?:${SUBJECT}(?:successfully )?(?:tested|test-fired|(?:began|started|continued|completed) (?:testing|tests|trials)|conducted (?:the |an? )?(?:[\\w-]+ )*?(?:tests?|trials?|test launch(?:es)?))|(?:[Tt]ests?|[Tt]esting|[Tt]rials|[Tt]est launch(?:es)?|[Ff]ield tests) of [^.;]{3,80}? ${HELD})`,
    { s: 'PARTICIPANT', score: 0.7 },
  ),
  rule(
    'exhibited',
    'EXHIBITION',
    `(?:[Ee]xhibition|[Aa]ir show|[Ss]how|[Pp]arade|[Dd]emonstration|[Dd]isplay) ?(?:of|«X)?[^.;]{0,60}? ${HELD}|(?:[Ee]xhibition|[Pp]arade)\\b[^.;]{0,60}? ${HELD}`,
    {
      score: 0.7,
    },
  ),
  rule(
    'demonstrated',
    'EXHIBITION',
    `(?:weapons|equipment|UAVs|vehicles|aircraft|samples|prototypes|systems|products|models)\\b[^.;]{0,90}? (?:was|were) (?:also )?(?:demonstrated|shown|exhibited|displayed|showcased)`,
    { score: 0.7, part: true },
  ),
  rule(
    'sanctions',
    'SANCTION',
    `${SUBJECT}(?:imposed|introduced|extended|lifted|expanded) (?:[\\w-]+ ){0,4}?(?:sanctions|embargo|restrictive measures)(?: (?:on|against) (?:the )?(?<o>${SIDES}))?`,
    { s: 'PARTICIPANT', o: 'SUBJECT', score: 0.75 },
  ),
  rule('detained', 'DETENTION', `${ACTOR}(?:detained|arrested) (?!in|at|on|by)(?<o>${SIDES})?`, {
    s: 'PARTICIPANT',
    o: 'SUBJECT',
    score: 0.65,
  }),
  rule(
    'was-detained',
    'DETENTION',
    `(?<o>${SIDES}|(?:citizens?|servicem[ae]n|officers?|soldiers?|m[ae]n|persons?|people)\\b[^.;«]{0,40}?) (?:was|were) (?:detained|arrested)(?: by (?<s>${SIDES}))?`,
    { s: 'PARTICIPANT', o: 'SUBJECT', score: 0.65 },
  ),
  rule('seized', 'SEIZURE', `${SUBJECT}(?:seized|confiscated|intercepted)`, {
    s: 'PARTICIPANT',
    score: 0.65,
  }),
  rule(
    'border',
    'BORDER_INCIDENT',
    `(?:violated|crossed|entered|intruded into|invaded|shelled) (?:the )?(?:«[JOC]\\d+» )?(?:state )?(?:border|airspace)|(?:border|airspace) (?:violation|incident|clash)`,
    { score: 0.55 },
  ),
  rule(
    'opened-case',
    'CRIMINAL_CASE',
    `${ACTOR}(?:opened|initiated|instituted|launched|brought) (?:an? |the |several )?(?:new )?criminal (?:case|proceedings|investigation)s?(?: against (?:the )?(?<o>${SIDES}))?`,
    {
      s: 'PARTICIPANT',
      o: 'SUBJECT',
      score: 0.75,
    },
  ),
  rule('trial', 'CRIMINAL_CASE', `\\btrial of (?:the )?(?<o>${SIDES})[^.;]{0,60}? ${HELD}`, {
    o: 'SUBJECT',
    score: 0.75,
  }),
  rule(
    'criminal-case',
    'CRIMINAL_CASE',
    `(?:criminal (?:case|proceedings|investigation)s?)[^.;]{0,50}? (?:was|were|has been) (?:opened|initiated|instituted|launched|started)(?: against (?<o>${SIDES}))?(?: by (?<s>${SIDES}))?`,
    { s: 'PARTICIPANT', o: 'SUBJECT', score: 0.7 },
  ),
  rule(
    'accident',
    'ACCIDENT',
    `(?:\\b(?:crashed|capsized|collided|sank|derailed)\\b|(?:soldier|servicem[ae]n|conscript|officer|sailor|pilot|cadet|person|people|civilian)s?\\b[^.;«]{0,60}? (?:died|was killed|were killed|drowned|was injured|were injured)|\\b(?:accident|explosion|crash|collision|fire)\\b[^.;]{0,50}? (?:occurred|happened|took place|broke out))`,
    { score: 0.7 },
  ),
];

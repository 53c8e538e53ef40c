import type { EventKind, ParticipationRole } from '../../generated/prisma/enums.ts';

/** The words for one kind of deed. Patterns are alternatives of lower-case words, for the `i` flag. */
export interface Deed {
  readonly kind: EventKind;
  /** Past forms of verbs that have an object, and so a passive. */
  readonly acts: string;
  /** Past forms of verbs that have none, and phrases that stand for one. */
  readonly goes: string;
  /** What is held, takes place or is carried out. */
  readonly nouns: string;
  /** What whoever does it is to it, and whom it is done to. */
  readonly roles: readonly [ParticipationRole, ParticipationRole];
}

const NEVER = '(?!)';

const deed = (
  kind: EventKind,
  words: Partial<Pick<Deed, 'acts' | 'goes' | 'nouns'>>,
  roles: Deed['roles'] = ['PARTICIPANT', 'PARTICIPANT'],
): Deed => ({ acts: NEVER, goes: NEVER, nouns: NEVER, ...words, kind, roles });

/**
 * Kinds of deeds by the verbs that tell them and by the nouns that name them: one list for every form of telling, be it
 * active ("A tested B"), passive ("B was tested by A") or by a noun ("tests of B were carried out"). Of two that fit the
 * same words the first one holds.
 */
export const DEEDS: readonly Deed[] = [
  deed(
    'ACCIDENT',
    {
      acts: 'killed|injured|wounded|hurt',
      goes: 'crashed|died|perished|drowned|exploded|blew up|collided|derailed|overturned|capsized|sank|ran aground|burn(?:ed|t) down|caught fire|fell (?:from|down|into|onto|out|off)|was found dead|committed suicide|made an emergency landing',
      nouns:
        'accidents?|(?:hard|rough|crash|forced|emergency) landings?|mishaps?|derailments?|fatal \\w+|(?:light|serious|severe|fatal) injur(?:y|ies)|crash(?:es)?|explosions?|fires?(?! (?:of|at)\\b)|collisions?|catastrophe|emergency landing|blasts?',
    },
    ['SUBJECT', 'SUBJECT'],
  ),
  deed(
    'CRIMINAL_CASE',
    {
      acts: 'sentenced|convicted|acquitted|charged|indicted|prosecuted|found guilty|found(?= [^.;]{2,60} guilty)',
      goes: 'pleaded guilty|received a (?:prison )?sentence|stood trial|appealed',
      nouns:
        'criminal (?:cases?|proceedings?|prosecution|investigations?)|trial(?! (?:runs?|launch|operation|flights?|batch|period))|trials(?= of (?:«[PG]|\\w+ (?:persons|people|activists)))|verdicts?|sentences?|court hearings?|hearing (?:of )?the case|hearings? (?:of|in|on) the case',
    },
    ['PARTICIPANT', 'SUBJECT'],
  ),
  deed(
    'DETENTION',
    {
      acts: 'detained|arrested|put(?= (?:[^.;]{0,60} )?behind bars)|laid hands on|handcuffed|remanded|apprehended|taken into custody|captured|caught',
      goes: NEVER,
      nouns: 'detentions?|arrests?',
    },
    ['PARTICIPANT', 'SUBJECT'],
  ),
  deed(
    'SEIZURE',
    {
      acts: 'seized|confiscated|intercepted|(?<=\\b(?:kg|tonnes?|litres?|grams?|packs?|pieces|units|goods|weapons|ammunition|cigarettes|drugs|explosives|money|cash)\\b[^.;]{0,60})withdrawn|impounded|withheld|took away|taken away|(?:prevented|suppressed|stopped|foiled|thwarted|detected|disclosed|uncovered|put an? (?:end|stop) to|closed)(?= (?:an? |the |several |\\w+ )*?(?:attempts?|channels?|smuggling|illegal (?:movement|import|export|transport\\w*)|transportation|import|export|caches?))',
      goes: NEVER,
      nouns:
        'seizures?|confiscations?|withdrawal of (?=\\d)|suppression of (?:an |the )?(?:attempts?|smuggling)|smuggling attempts?',
    },
    ['PARTICIPANT', 'SUBJECT'],
  ),
  deed(
    'BORDER_INCIDENT',
    {
      acts: '(?:violated|crossed|entered|invaded|intruded into|breached)(?= (?:the )?(?:[^\\s;,]+ ){0,4}?(?:border|airspace|territorial waters))|shot down|shelled|fired (?:at|on|upon)|opened fire',
      goes: 'intruded',
      nouns:
        'attempts? (?:to (?:\\w+ )?(?:cross|violate)|(?:of|at) (?:\\w+ )?crossing) [^.;«]{0,20}border|(?:border|airspace) (?:violations?|incidents?|clash(?:es)?)|violations? of the (?:[^\\s;,]+ ){0,3}?(?:border|airspace)|gunfire|exchanges? of fire|shoot-?outs?|shootings?|shelling|skirmish(?:es)?|clashes|illegal crossings? of the',
    },
    ['PARTICIPANT', 'SUBJECT'],
  ),
  deed(
    'DISMISSAL',
    {
      acts: 'dismissed|relieved|sacked|transferred(?= to the reserve)|suspended(?= from (?:office|his|her))|fired(?= from)|removed(?= from (?:his|her|the|its|office|their) ?(?:posts?|office|position|duties|command)?)|discharged|demoted',
      goes: '(?:bade|said) (?:farewell|goodbye) to|parted with (?:his|her|the) (?:post|office)|lost (?:his|her|the) (?:post|office|job|seat)|vacated|resigned|stepped down|retired|left (?:his|her|the) (?:post|office|position)|left office|tendered (?:his|her) resignation',
      nouns: 'dismissals?|resignations?|discharge|removal from (?:office|his|her|the)|retirement|suspension from',
    },
    ['PARTICIPANT', 'SUBJECT'],
  ),
  deed(
    'APPOINTMENT',
    {
      acts: 'appointed(?! (?:an? )?(?:check|inspection|investigation|audit))|nominated|promoted|elected|confirmed(?= (?:as|in (?:the|his|her) (?:post|office)))|approved(?= (?:as|in (?:the|his|her) (?:post|office|position)))|sworn in|named(?= (?:as |the )?(?:new |acting |first |deputy )*(?:head|chief|commander|minister|director|chairman|secretary|ambassador|«U))|conferred(?= the (?:\\w+ )?rank)|awarded(?= the (?:\\w+ )?rank)|introduced(?= the new\\b)',
      goes: 'took (?:over|up)(?= (?:as|the|his|her|command|office|duties))|took office|assumed (?:office|command|duties|the (?:post|office|position|duties|command|leadership))|headed(?= the (?:new )?(?:department|ministry|committee|directorate|command|service))|became (?:the |an? |his |her |its )?(?:new |acting |first |deputy )*(?:deputy|head|chief|commander|minister|director|chairman|secretary|ambassador|general)|took the oath',
      nouns: 'appointments?|inauguration|promotion(?= of)|nomination|swearing[- ]in',
    },
    ['PARTICIPANT', 'SUBJECT'],
  ),
  deed(
    'SANCTION',
    {
      acts: '(?:imposed|introduced|extended|lifted|expanded|prolonged|eased|tightened|entered|put|placed|included|added)(?= (?:[^\\s;,]+ ){0,6}?(?:sanctions?|black ?list|embargo|restrictive measures|restrictions))|blacklisted|(?:banned|restricted)(?= (?:the )?entry)',
      goes: NEVER,
      nouns: 'sanctions|embargo',
    },
    ['PARTICIPANT', 'SUBJECT'],
  ),
  deed('EQUIPMENT_TEST', {
    acts: 'tested|test-fired|trialled',
    goes: 'made (?:its|the) (?:first|maiden) flight|took to the (?:air|sky|skies)|took off for the first time|underwent (?:\\w+ )?(?:tests|trials)',
    nouns:
      '(?:flight |field |state |acceptance |firing |sea |factory |bench )?(?:tests|trials|testing)(?! (?:sites?|grounds?|ranges?))|test (?:launch(?:es)?|flights?|firings?)|maiden flight',
  }),
  deed('COMMITTEE_SESSION', {
    nouns: '(?:sessions?|meetings?|sittings?) of (?:the )?(?:[^\\s;,]+ ){0,6}?(?:committee|commission|working group)',
  }),
  deed('BOARD_MEETING', {
    nouns:
      'board meeting|(?:joint )?(?:board|collegium)s?(?= (?:of|meeting|session|was|took|convened))|meeting of the (?:board|collegium)',
  }),
  deed(
    'INSPECTION',
    {
      acts: 'raised(?= [^.;]{2,60} (?:by|on) (?:the )?(?:alarm|alert))|inspected|checked|audited|verified|examined(?= the (?!issue|question|state|possib|case|result|draft))',
      goes: 'paid an? (?:[\\w-]+ )?evaluation visit|made an? (?:[\\w-]+ )?(?:evaluation|inspection) visit',
      nouns:
        'inspections?|(?:internal |snap |sudden |surprise |comprehensive |control |final )*checks?(?! ?points?| works?)|audits?|verifications?|observation flights?|evaluation visits?|readiness (?:check|inspection)s?',
    },
    ['INSPECTOR', 'INSPECTED'],
  ),
  deed('EXERCISE', {
    acts: 'practi[sc]ed|rehearsed|exercised',
    goes: NEVER,
    nouns:
      '(?:[\\w-]+ )?exercises?(?! of (?:the )?(?:rights?|powers?|duties))|drills?|manoeuv(?:re|er)s|maneuvers|war games?|(?:live|combat|artillery|missile) (?:firing|launches)|live-fire|firings?',
  }),
  deed('TRAINING', {
    acts: 'trained|drilled',
    goes: 'underwent (?:\\w+ )?training|have been training|has been training|learned(?= to)|learnt(?= to)|mastered',
    nouns:
      'trainings?(?! (?:grounds?|cent(?:re|er)s?|areas?|ranges?|aircraft|base|year))|musters?|gatherings?|assembly(?= of (?:reserv|conscr|cadet|the reserv))|(?:training |refresher )(?:courses?|camps?|sessions?|assembl(?:y|ies))|courses?(?= (?:of|for|on)\\b)|retraining',
  }),
  deed('CONFERENCE', {
    nouns:
      '(?<!press[- ]|video ?-?)conferences?|forums?|summits?|symposiums?|seminars?|congress(?:es)?|round tables?|workshops?',
  }),
  deed('EXHIBITION', {
    acts: 'exhibited|displayed|showcased|demonstrated(?! (?:that|how|its|their|his|the (?:ability|readiness|will)))|unveiled|shown',
    goes: NEVER,
    nouns:
      'exhibitions?|salons?|air ?shows?|parades?|fairs?|demonstrations?(?= of)|presentations?(?= of)|displays?(?= of)',
  }),
  deed('DELIVERY', {
    acts: 'handed(?= (?:to|the|\\d)\\b)|presented(?= with)|delivered(?! an? (?:\\w+ )?(?:report|speech|message|address|lecture))|handed over|transferred(?= (?:to|the|\\d|two|three|four|five|six|ten))|supplied|shipped|donated|put into (?:service|operation)|adopted (?:for|into) service|commissioned|re-?equipped|(?:received|accepted|obtained|got)(?= (?:(?:the|a|an|its|their|about|more than|up to|over|another|first|second|last) )*(?:new|moderni[sz]ed|upgraded|first|next|batch|consignment|shipment|squadron|set|\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\\b)(?! (?:\\w+ ){0,4}?(?:people|persons|years?|delegations?|proposals?|votes?|complaints?|sentence))',
    goes: 'entered service|took delivery of|(?<=(?:aircraft|helicopters?|tanks?|vehicles?|systems?|equipment|missiles?|trucks?|batch|weapons|jets?|fighters?|drones|UAVs?|launchers|echelon)[^;.]{0,40})(?:arrived|came)|went into service|took (?:up )?(?:combat|alert) duty',
    nouns:
      'handing over|(?:deliver(?:y|ies)|hand-?over|shipments?|transfer|supply|supplies|commissioning)(?= of\\b)|deliver(?:y|ies)|(?:batch|consignment)(?:es|s)?(?= of\\b)',
  }),
  deed('ORDER', {
    acts: 'reprimanded|ordered(?! (?:[^\\s;,]+ ){1,6}?(?:from|worth|abroad))|instructed|tasked|commanded|(?:signed|issued)(?= (?:[^\\s;,]+ ){0,4}?(?:orders?|directives?|instructions?)\\b)',
    goes: NEVER,
    nouns:
      '(?:orders?|directives?|instructions?)(?= (?:of|on|by|to|no|from|was|were)\\b)|(?:severe )?reprimands?|disciplinary (?:penalt(?:y|ies)|action|measures)',
  }),
  deed('LEGAL_ACT', {
    acts: '(?:extended|prolonged|declared|introduced|lifted|imposed|ended)(?= (?:the |an? )?(?:state of emergency|martial law|curfew|quarantine))|(?:signed|issued|adopted|approved|enacted|passed|amended|promulgated|considered|endorsed|published|submitted|introduced|repealed|abolished)(?= (?:[^\\s;,]+ ){0,6}?(?:decrees?|laws?|bills?|resolutions?|edicts?|regulations?|doctrine|concept|strategy|budget|code|amendments?|act|charter|rules)\\b)|approved(?! (?:the )?(?:appointments?|candida\\w+|sale|supply|purchase|resignation))|enacted|legalised',
    goes: '(?:entered|came|went) into (?:force|effect)|took effect',
    nouns:
      '(?:decree|law|bill|resolution|edict|doctrine|concept|regulation|strategy|budget|code|amendment|charter)s?|state of emergency|martial law|curfew',
  }),
  deed(
    'AGREEMENT_STEP',
    {
      acts: 'offered|ordered(?= (?:[^\\s;,]+ ){0,6}?from (?:the )?«)|approved(?= (?:the )?(?:sale|supply|purchase|deal))|signed|concluded|initialled|initialed|ratified|denounced|agreed (?:on|to|upon|about)|negotiated|extended(?= (?:[^\\s;,]+ ){0,4}?(?:agreement|treaty|contract|memorandum))',
      goes: 'exchanged (?:diplomatic )?notes|agreed(?= (?:on|to|upon|about|that)\\b)|reached (?:an? )?(?:agreement|understanding|accord)|c[ao]me to (?:an agreement|terms)|shook hands on|withdrew from the (?:\\w+ ){0,3}(?:treaty|agreement|convention)|won the tender',
      nouns:
        'signing|ratification|conclusion of (?:an?|the) (?:\\w+ ){0,3}?(?:agreement|contract|treaty)|agreements?|memorand(?:um|a)|contracts?|treat(?:y|ies)|protocols?|letters? of intent|road ?maps?|deals?|(?:negotiations|talks)(?= (?:to|on|about|over|regarding|with «\\w+» (?:to|on|about|over|regarding)) (?:the )?(?:[^\\s;,]+ ){0,4}?(?:price|supply|supplies|purchase|sale|delivery|deliveries|loan|contract|agreement|treaty|terms))',
    },
    ['SIGNATORY', 'PARTICIPANT'],
  ),
  deed(
    'REPORTING',
    {
      acts: '(?:published|released|cited|named|disclosed|presented|reported|provided|made public|gave|shared|announced|voiced)(?= (?:[^\\s;,]+ ){0,5}?(?:data|figures?|statistics|weight|quantity|volume|results|poll|survey|information (?:on|about) (?:the )?(?:number|results)|numbers|(?:annual|quarterly) report)\\b)|summed up|summari[sz]ed',
      goes: 'made public(?= that)|reported(?= (?:on|about) (?:the |its )?(?:results|work|activit))|delivered an? (?:\\w+ )?report',
      nouns: '(?:annual |quarterly )?reports?(?= (?:of|by|on) the)',
    },
    ['SPEAKER', 'PARTICIPANT'],
  ),
  deed(
    'VISIT',
    {
      acts: 'visited|toured',
      goes: 'arrived(?! by\\b)|landed(?= in «[KCL])|stayed|paid (?:an? |his |her |its |the )?(?:[\\w-]+ ){0,4}?visits?|made (?:an? )?(?:[\\w-]+ ){0,3}?(?:visit|trip|tour)|flew(?= (?:to|in|out|for)\\b)|travell?ed|went(?= (?:to|on an? (?:[\\w-]+ )*(?:visit|trip))\\b)|c[ao]me(?= to «)|left(?= for\\b)|departed|got acquainted(?= with)|familiari[sz]ed (?:himself|herself|themselves)|(?:was|were)(?= (?:also )?(?:on an? (?:[\\w-]+ )*?visit|in «))|began (?:an? )?(?:[\\w-]+ )*?visit',
      nouns: '(?:working |official |friendly |state |unofficial |one-day |two-day |three-day )*visits?|trips?|tours?',
    },
    ['VISITOR', 'HOST'],
  ),
  deed('MEETING', {
    acts: 'received(?= at\\b)|(?:received|hosted|accepted|welcomed)(?= (?:by|(?:with |for )?(?:the |an? |talks )*(?:«[PUGJC]|report|credentials|(?:[\\w-]+ )?delegation|guests?|(?:[\\w-]+ )?(?:official|head|minister|ambassador|chairman|chief)))\\b)|heard(?= (?:an? |the )?reports?)|discussed|considered|introduced to',
    goes: 'saw(?= (?:the )?«[PU])|sat down|briefed(?= (?:the )?«[PU])|spoke on the (?:tele)?phone|met(?! (?:the|all|these|their|its|his) (?:requirements?|needs?|criteria|standards?|demands?|obligations?|targets?|deadlines?))|talked|spoke(?= (?:with|to|by)\\b)|exchanged (?:views|opinions|information)|negotiated|conferred|gathered(?= (?:for|in|at)\\b)|had (?:an? )?(?:[\\w-]+ )*(?:conversations?|meetings?|talks)',
    nouns:
      '(?:working |regular |joint |bilateral |trilateral |operational )*meetings?|talks|negotiations|consultations|conversations?|dialogue|rounds? of|sessions?|sittings?|video ?-?conferences?|teleconferences?|phone calls?|receptions?|audience|exchanges? of (?:views|opinions)|discussions?|hearings|briefings?(?! with journalists)',
  }),
  deed('OTHER', {
    acts: 'opened|inaugurated|put(?= (?:on|into) (?:combat |alert )?(?:duty|alert|service|operation))|launched|founded|created|established|formed|reformed|reorgani[sz]ed|disbanded|celebrated|raised|deployed|redeployed|sent|dispatched|evacuated|closed|suspended|resumed|called up|drafted|mobili[sz]ed|released|called(?= for)|awarded|decorated|laid|built|moderni[sz]ed|repaired|completed|started|begun|commemorated|joined|expelled|summoned|destroyed|disposed of|liquidated|restored|renamed|introduced|transferred|relocated|moved|withdrawn|won|brought(?! (?:together|up|about|to))|rescued|extinguished|found|buried|unloaded|fired',
    goes: '(?:replied|responded|answered) in kind|followed suit|did the same|(?:came|come) (?:across|upon)|stumbled (?:up)?on|retaliated|took part(?= in)|participated(?= in)|won|switched(?= to)|laid (?:flowers|wreaths?)|flew|finished(?= (?:first|second|third))|took (?:first|second|third) place|marched|landed|moved|returned|joined|left|graduated|passed|appeared|ceased|failed|came under (?:attack|fire)|come under (?:attack|fire)',
    nouns:
      'competitions?|championships?|contests?|ceremon(?:y|ies)(?! (?:of|for) (?:the )?(?:handing|hand-?over|signing|transfer|delivery))|processions?|festivals?|celebrations?|marches|tournaments?|biathlon|games|construction|production|mobili[sz]ation|call-up|conscription|draft|dispatch|redeployment|relocation|march|crossing|evacuation|rally|opening|days? of|week of|actions?|campaign|operation|stage|phase|refuelling|landing|flights?',
  }),
];

/** Verbs that say no more than that something happened: what, the noun tells. */
export const LIGHT_ACTS =
  'held|conducted|played host to|saw|brought|witnessed|marked|included|resumed|joined|received|got|faced|suffered|carried out|organi[sz]ed|performed|arranged|staged|hosted|attended|chaired|completed|started|begun|began|launched|continued|finished|concluded|opened|paid|made|given|gave|undertaken|undertook|convened|executed|implemented|led|initiated|instituted|prevented|suppressed|foiled|thwarted|stopped';

export const LIGHT_GOES =
  'took place|got under ?way|drew to a close|came to an end|dragged on|was followed by|ensued|started|began|continued|continues|ended|finished|lasted|opened|convened|occurred|happened|broke out|took part(?: in|(?=,))|participated(?: in|(?=,))|underwent|passed|is underway|are underway|is under way|are under way|commenced|concluded|kicked off|resumed';

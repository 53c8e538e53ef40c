import { singular } from './plurals.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What a body is called after, folded and in the singular. */
export const BODY_HEADS = words(`
  ministry committee council commission department directorate agency service services army forces force navy fleet
  brigade regiment battalion division corps squadron troops guard guards police militia union organisation organization
  alliance office bureau staff headquarters command commissariat commissariats academy university institute school
  college court tribunal chamber bank fund foundation corporation company plant factory enterprise holding concern
  centre center administration authority secretariat parliament assembly senate duma board delegation mission embassy
  customs intelligence institution association federation league club party front group inspectorate base arsenal
  shipyard works bureau cabinet government prosecutor detachment task garrison contingent mission structure
  house`);

/** Whether a folded word is such a noun, in the plural too. */
export const isBodyHead = (fold: string): boolean => BODY_HEADS.has(fold) || BODY_HEADS.has(singular(fold));

/** Bodies whose whole name is one word. */
export const SOLE_BODIES = words(
  `Parliament Senate Duma Congress Bundestag Sejm Seimas Saeima Riksdag Knesset Khural Kenesh Rada Majlis Mejlis Storting Folketing Riigikogu Eduskunta Skupstina Customs Navy Army`,
);

/** Words that stand in the names of bodies and offices, and so in none of a person. */
export const INSTITUTION_WORDS = words(`
  state national federal general main central supreme high joint special military defence defense security internal
  foreign external affairs emergency emergencies situations industry industrial economy economic finance justice
  interior border frontier air land ground naval space armed combined operations strategic political international
  material materiel resources armament armaments arms equipment development cooperation coordination information
  communications communication energy transport trade health education culture agriculture labour labor nuclear
  technical military-technical military-industrial investigative control anti-terrorist counter-terrorism republic
  people peoples public civil territorial district region regional city municipal presidential parliamentary
  first second third deputy vice prime acting chief head minister president secretary chairman chairwoman chairperson
  commander director governor ambassador prosecutor speaker assistant adviser advisor representative envoy of and for
  intergovernmental interstate bilateral collective independent states nations treaty field production research policy
  planning logistics rear missile artillery infantry mechanised mechanized airborne airmobile tank engineer signal
  aviation aircraft repair training ammunition missile-artillery foreign-policy north south east west northern
  southern eastern western black sea baltic caucasus europe asia africa america middle atlantic pacific caspian day
  city intelligence rescue protection exercise cyber digital ocean coast coastal river mountain customs tax migration`);

/** What an office is called after. */
export const OFFICE_HEADS = words(`
  minister chairman chairwoman chairperson chair head chief secretary commander director president premier ambassador
  governor speaker rector prosecutor representative envoy coordinator inspector attache spokesman spokeswoman
  spokesperson adviser advisor assistant deputy leader chancellor commissioner mayor manager commandant king emir
  commander-in-chief secretary-general vice-president vice-premier ministers heads chiefs secretaries commanders
  leaders directors presidents chairmen ombudsman comptroller undersecretary plenipotentiary`);

/** What may stand before the head of an office. */
export const OFFICE_PREFIXES = words(`
  first second deputy vice acting assistant under prime state general permanent special foreign defence defense
  interior plenipotentiary former senior national supreme executive military chief principal secretary minister
  commander joint new outgoing then honorary federal parliamentary presidential commander-in in police finance army
  navy air`);

/** Ranks and forms of address before a name. */
export const RANKS = words(`
  senior general lieutenant colonel major captain admiral marshal sergeant brigadier commodore commander corporal warrant
  officer vice rear army justice police mr mrs ms dr sir professor prof gen lt col maj capt adm lieutenant-general
  colonel-general major-general lieutenant-colonel`);

/** Capital letters that name neither a body nor a person. */
export const NO_BODIES = words(`
  UAV UAVs UAS UCAV USD EUR RUB BYN PLN UAH KZT GBP CNY JSC OJSC CJSC LLC PLC LTD GPS GLONASS TV IT AI WMD MANPADS APC
  IFV EW ATGM MLRS SAM AWACS CEO PR VIP NGO ICT CIA-2 MNT GEL AMD AZN KGS UZS TRY JPY INR CHF RON MDL KRW CNY GBP CZK HUF SEK NOK DKK I II III IV V VI VII VIII IX X XX XXI ID HQ RPG AK PM OK DNA PCR
  COVID GDP GNP VAT HIV SMS PDF BMP BTR CBRN IED ICBM R D`);

/** Bodies of the world that go by their initials, with their kinds. */
export const WORLD_BODIES: Readonly<Record<string, 'ALLIANCE' | 'INTERNATIONAL'>> = {
  NATO: 'ALLIANCE',
  CSTO: 'ALLIANCE',
  AUKUS: 'ALLIANCE',
  EU: 'INTERNATIONAL',
  UN: 'INTERNATIONAL',
  OSCE: 'INTERNATIONAL',
  CIS: 'INTERNATIONAL',
  SCO: 'INTERNATIONAL',
  EAEU: 'INTERNATIONAL',
  EEU: 'INTERNATIONAL',
  IAEA: 'INTERNATIONAL',
  ICRC: 'INTERNATIONAL',
  OPCW: 'INTERNATIONAL',
  ASEAN: 'INTERNATIONAL',
  BRICS: 'INTERNATIONAL',
  GCC: 'INTERNATIONAL',
  OPEC: 'INTERNATIONAL',
  WTO: 'INTERNATIONAL',
  WHO: 'INTERNATIONAL',
  IMF: 'INTERNATIONAL',
  PACE: 'INTERNATIONAL',
  GUAM: 'INTERNATIONAL',
};

/** Bodies that are written small, and belong to the state that the text is about. */
export const COMMON_BODIES = [
  'prosecutor’s office',
  'general prosecutor’s office',
  'prosecutor general’s office',
  'law enforcement agencies',
  'military commissariats',
  'military commissariat',
  'special operations forces',
  'air force and air defence troops',
  'air force and air defence forces',
  'air defence troops',
  'air defence forces',
  'border guard service',
  'border service',
  'border guards',
  'traffic police',
  'military police',
  'riot police',
  'territorial defence forces',
  'internal troops',
  'customs service',
  'state border service',
  'security service',
  'military department',
  'ministry of defence',
  'ministry of internal affairs',
  'ministry of foreign affairs',
  'defence ministry',
  'interior ministry',
  'foreign ministry',
  'general staff',
  'national guard',
  'coast guard',
  'national army',
  'emergency service',
  'peacekeeping contingent',
  'customs authorities',
  'customs',
  'police',
] as const;

/** People who act together without a name of their own. */
export const GROUP_HEADS = words(`
  delegation journalists leadership officials experts officers servicemen cadets parliamentarians diplomats specialists
  observers inspectors instructors lawmakers businessmen reporters veterans militants extremists pilots verifiers
  employees workers citizens students deputies reservists conscripts soldiers volunteers representatives team
  peacekeepers guards paratroopers residents`);

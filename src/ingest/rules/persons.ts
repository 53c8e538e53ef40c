import { RANKS } from './lexicon.ts';
import { readNewName } from './new-names.ts';
import { overlaps, type Reading } from './reading.ts';
import type { Token } from './tokens.ts';

const BEFORE =
  /(?:\bmet(?: with)?|\breceived|\bhosted|\baccepted|\bbetween|\bwith|\bby|\band|\bof|\bpresident|\bMr\.?|\bMrs\.?|\bMs\.?|\bDr\.?) (?:the )?$/i;
const AFTER =
  /^(?:,? (?:who|and) )?,? ?(?:met|said|stated|visited|claimed|announced|noted|declared|signed|told|stressed|emphasi[sz]ed|expressed|arrived|held|took|demanded|called|confirmed|reported|discussed|added|chaired|headed|led|was appointed|was dismissed|was approved|was elected|was named|was released|who (?:\w+ )?(?:retired|died|resigned|left|became|headed|had|was|is)|received|made|thanked|proposed)\b/;

/** Where nothing but a body or somebody stands, and a body is known by its noun: "led by", "in the person of". */
const AGENT =
  /(?:\b(?!(?:followed|caused|affected|produced|made) )\p{Ll}+(?:ed|en|led) by|\b(?:in the person of|under the (?:leadership|chairmanship|command) of|according to|instead of|the (?:case|arrest|verdict|charges?|trial|death|funeral|successor|deputy|post|place) (?:of|against|to)|went to|goes to|passed to|entrusted to|handed over to|took over from|replac(?:ed|ing)|succeed(?:ed|ing))) (?:the )?$/iu;

/** What is said of somebody right after the name: "A B, who heads", "A B, the Chinese attaché", "A B, until then head of". */
const APPOSED =
  /^(?:,| \()(?: (?:who|whose|whom|aged|born|\d\d)\b| (?:(?:the|an?|his|her|its|their|until then|until recently|formerly|now|then|also) )*(?:[\p{L}-]+ ){0,5}?(?:minister|chairman|chairwoman|chair|chief|head|secretary|commander|director|president|ambassador|governor|rector|prosecutor|representative|envoy|attach[eé]|spokesman|spokeswoman|spokesperson|advis[eo]r|assistant|deputy|leader|mayor|manager|officer|colonel|general|major|captain|expert|analyst|journalist|blogger|activist|editor|owner|designer|engineer|citizen|resident|employee|serviceman|conscript|native|member|father|mother|son|wife|widow|lawyer|judge|investigator|successor|predecessor|colleague|counterpart)(?!\p{L}))/iu;

/** A deed told right after a name that opens the clause is one of somebody. */
const ACTS =
  /^ (?:(?:has|had|also|then|later|was|personally|himself|herself) )*(?:(?!hosted|housed|located)\p{Ll}{2,}ed|met|said|held|took|came|left|went|became|spoke|told|gave|made|saw|got|won|paid|put|led|flew|wrote|did|is|has|will|took)\b/u;

const AT_PLACE = /\b(?:in|at|near|from|to|into|towards|around|over|outside|between|via) (?:the )?$/i;

const OPENS = /(?:^|[.!?:;] |— |, (?:and|but|while|when|where|as|that) |, |\b(?:that|when|while|where|as|and|but) )$/;

const INTRODUCED =
  /\b(?:employee|officer|soldier|citizen|resident|activist|blogger|journalist|serviceman|conscript|reservist|expert|analyst|businessman|politician|diplomat|pilot|engineer|driver|cadet|ensign|militant|worker|official|prosecutor|judge|counterpart|colleague|director|head|chief|deputy|commander|manager|owner|founder|leader|lawyer|spokesman|spokeswoman|spokesperson|successor|predecessor|representative|envoy|ambassador|consul|attach[eé]|d[’']Affaires|candidate|convict|defendant|spy|agent)(?: (?:of|from|at|in|for) [^,.;]{2,80})?,? (?:the )?$/iu;

/**
 * Persons whose name is all that the text says of them: a name as such, known or near to a known one, or two or three
 * capitalised words where only somebody can stand.
 */
export function findPersons(reading: Reading): void {
  const { book, passage, text, tokens, mentions } = reading;
  // Names that other passages have added by now.
  for (const { start, end, owner, text: printed } of book.index.match(text, tokens)) {
    if (
      owner.type !== 'ENTITY' ||
      owner.entity.kind !== 'PERSON' ||
      mentions.some((mention) => overlaps(mention, { start, end }))
    )
      continue;
    owner.entity.see(printed, { passage, start, end });
    mentions.push({ start, end, kind: 'PERSON', entity: owner.entity, country: owner.entity.country });
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (!token.capital || mentions.some((mention) => overlaps(mention, token))) continue;
    const run = readNewName(reading, at);
    if (!run) continue;
    // As much as any rule looks back: each of them seeks its end through all that it is given.
    const before = text.slice(Math.max(run.start - 400, 0), run.start);
    const ranked = RANKS.has(tokens[at - 1]?.fold ?? '') && (tokens[at - 1] as Token).capital;
    const placed =
      ranked ||
      (BEFORE.test(before) && AFTER.test(text.slice(run.end))) ||
      AFTER.test(text.slice(run.end)) ||
      /\b(?:met(?: with)?|received|instead of|(?:appointment|candidacy|resignation|dismissal|arrest|detention|death|trial) of|replac(?:ed|ing)|succeed(?:ed|ing)|appointed|dismissed|named|(?:led|headed|chaired|signed) by|counterpart) $/.test(
        before,
      );
    // "the Ministers of Defence, A and B".
    const listed =
      /\b(?:Ministers|Presidents|Chiefs|Heads|Commanders|Secretaries|Ambassadors|Directors)\b(?: |[^.;]{0,80}(?:, | and ))$/.test(
        before,
      );
    // "a former employee of an enterprise, A B, ...": whom words in small letters have introduced.
    const introduced =
      INTRODUCED.test(before) &&
      (!/, (?:the )?$/.test(before) ||
        /^(?:[,.;:)]| \(| (?:was|were|is|has|had|to|and|in|on|at|from|for|who)\b)/.test(text.slice(run.end)));
    // "students of the Academy A B and C D": the body or group ends right before the name.
    const attached = mentions.some(
      ({ kind, end, entity }) =>
        end === run.start - 1 &&
        (kind === 'GROUP' ||
          (kind === 'ORGANISATION' &&
            entity !== undefined &&
            /\b(?:students?|employees?|officers?|director|head|chief|deputy|representatives?|specialists?|experts?|soldiers?|servicemen|judge|teacher)\b[^.;,]*$/i.test(
              before,
            ))),
    );
    const paired = /^ and $/.test(
      text.slice(
        mentions.find(({ kind, end }) => kind === 'PERSON' && end === run.start - 5)?.end ?? run.start,
        run.start,
      ),
    );
    const opens = / /.test(text.slice(run.start, run.end)) && OPENS.test(before) && ACTS.test(text.slice(run.end));
    const apposed = !AT_PLACE.test(before) && APPOSED.test(text.slice(run.end));
    const quoted = /[“"«]$/.test(before);
    const name = text.slice(run.start, run.end);
    const near = book.isNearPerson(name);
    if (
      quoted ||
      (!placed && !listed && !introduced && !attached && !paired && !near && !opens && !apposed && !AGENT.test(before))
    )
      continue;
    const entity = book.recognisePerson(name, { passage, ...run }, ranked ? 0.85 : 0.65);
    const rank = ranked ? (tokens[at - 1] as Token).text : null;
    mentions.push({ ...run, kind: 'PERSON', entity, country: entity.country, rank });
    while ((tokens[at + 1]?.start ?? Number.POSITIVE_INFINITY) < run.end) at += 1;
  }
}

/** "Mr. Hale", or a surname alone, is whoever bears it in this text. It is no name of its own. */
export function findSurnames({ book, passage, text, tokens, mentions }: Reading): void {
  for (const token of tokens) {
    if (!token.capital || token.text.length < 3 || mentions.some((mention) => overlaps(mention, token))) continue;
    const title = /\b(?:Mr|Mrs|Ms|Dr|General|Colonel|President|Minister|Secretary)\.? $/.exec(
      text.slice(0, token.start),
    );
    const entity = book.findBySurname(token.text) ?? book.findByNearSurname(token.text, title !== null);
    if (!entity) continue;
    const start = token.start;
    // Whom the text names by nothing else is met here.
    if (entity.known && entity.spellings.every(({ first }) => first === null))
      entity.see(entity.known.name, { passage, start, end: token.end });
    mentions.push({
      start,
      end: token.end,
      kind: 'PERSON',
      entity,
      country: entity.country,
      ...(title && { outer: { start: start - title[0].length, end: token.end } }),
    });
  }
}

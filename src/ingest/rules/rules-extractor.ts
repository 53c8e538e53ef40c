import { inTurns, type Work } from '../../lib/turns.ts';
import { type ExtractedSuggestion, type ExtractionInput, type Extractor, SUGGESTED_NOUNS } from '../extractor.ts';
import { findAgreements, findNamedAgreements } from './agreements.ts';
import { findAssessments } from './assessments.ts';
import { findDates } from './dates.ts';
import {
  type DraftAgreement,
  type DraftAssessment,
  type DraftStatement,
  type DraftStatistic,
  isSameSide,
} from './drafts.ts';
import type { Entity } from './entities.ts';
import { dayTold } from './event-dates.ts';
import { readList } from './event-lists.ts';
import { findDeeds, findEvents } from './events.ts';
import { FactRecords } from './fact-records.ts';
import { FigureRecords } from './figure-records.ts';
import { findMentions, type Mention } from './mentions.ts';
import { NameBook } from './name-book.ts';
import { NameRecords } from './name-records.ts';
import { PassageSentences } from './passage-sentences.ts';
import { PassageTopics } from './passage-topics.ts';
import { findQuantities } from './quantities.ts';
import { findRelativeDates } from './relative-dates.ts';
import { SayingRecords } from './saying-records.ts';
import { listSentences } from './sentences.ts';
import { findStatements, introducesStatements, speakerOfList } from './statements.ts';
import { createStatistics, findPeriod } from './statistics.ts';
import { isSameSideList, type Paragraph, Story } from './story.ts';
import { Suggestions } from './suggestions.ts';
import type { Telling } from './telling.ts';
import { createTemplate } from './template.ts';

/** The rules of this project: no network, no model, the same suggestions for the same text. */
export const rulesExtractor: Extractor = {
  name: 'rules',
  version: '1',
  extract: (input, onProgress, ended) => inTurns(readInSteps(input, onProgress), ended),
};

function* readInSteps(
  input: ExtractionInput,
  onProgress?: (done: number, total: number) => void,
): Work<readonly ExtractedSuggestion[]> {
  const { passages } = input.digest;
  const book = new NameBook(input.gazetteer);
  const reader = new DigestReader(input, book, yield* findMentions(book, passages));
  for (const [index, passage] of passages.entries()) {
    yield* reader.read(passage);
    onProgress?.(index + 1, passages.length);
  }
  return yield* reader.suggest();
}

class DigestReader {
  readonly #input: ExtractionInput;
  readonly #book: NameBook;
  readonly #mentions: ReadonlyMap<string, readonly Mention[]>;
  readonly #story: Story;
  readonly #agreements: DraftAgreement[] = [];
  readonly #named = new Map<Entity, { status: string; anchors: { passage: string; start: number; end: number }[] }>();
  readonly #statistics: DraftStatistic[] = [];
  readonly #statements: DraftStatement[] = [];
  readonly #assessments: DraftAssessment[] = [];
  #paragraph: Paragraph | null = null;
  #figures: { readonly start: string; readonly end: string | null } | null = null;

  constructor(input: ExtractionInput, book: NameBook, mentions: ReadonlyMap<string, readonly Mention[]>) {
    this.#input = input;
    this.#book = book;
    this.#mentions = mentions;
    this.#story = new Story(this.#book, input.period);
  }

  *read(passage: ExtractionInput['digest']['passages'][number]): Work<void> {
    const isBullet = passage.number.includes('.');
    if (!isBullet || !this.#paragraph) {
      this.#paragraph = {
        passage,
        lead: null,
        visit: null,
        last: null,
        speaker: null,
        isListOfStatements: false,
        list: null,
        lastPerson: null,
        lastBody: null,
      };
      this.#figures = null;
    }
    const paragraph = this.#paragraph;
    const mentions = this.#mentions.get(passage.number) ?? [];
    const dates = findDates(passage.text, this.#input.period);
    const relatives = findRelativeDates(passage.text);
    for (const sentence of listSentences(passage.text, { heading: !isBullet })) {
      const template = createTemplate(passage.text, sentence, mentions, dates, relatives);
      const telling: Telling = {
        story: this.#story,
        paragraph,
        passage: passage.number,
        section: passage.section,
        template,
        anchor: this.#story.lastDated,
        taken: [],
      };
      this.#readSentence(telling, dates);
      if (this.#story.lastDated === telling.anchor) this.#story.lastDated = dayTold(telling) ?? telling.anchor;
      for (const mention of mentions) {
        if (mention.start < sentence.start || mention.end > sentence.end) continue;
        if (mention.kind === 'PERSON') paragraph.lastPerson = mention;
        if (mention.kind === 'ORGANISATION') paragraph.lastBody = mention;
      }
      yield;
    }
  }

  #readSentence(telling: Telling, dates: ReturnType<typeof findDates>): void {
    const { paragraph, passage, template, section } = telling;
    const { sentence } = template;
    const isBullet = passage.includes('.');
    findEvents(telling);
    const statements = findStatements(telling);
    findDeeds(telling, statements.length > 0);
    // What introduces a list of statements is none itself, though it may tell the occasion.
    if (isBullet || !introducesStatements(telling)) for (const statement of statements) this.#keepStatement(statement);
    this.#agreements.push(...findAgreements(telling));
    for (const { entity, status, ...anchor } of findNamedAgreements(telling)) {
      const told = this.#named.get(entity) ?? { status, anchors: [] };
      if (told.status === 'IN_FORCE') told.status = status;
      told.anchors.push(anchor);
      this.#named.set(entity, told);
    }
    if (!isBullet) {
      this.#figures = findPeriod(sentence.text, this.#input.period) ?? this.#figures;
      const list = readList(telling);
      paragraph.list = list ?? paragraph.list;
      if (!list && introducesStatements(telling)) {
        paragraph.isListOfStatements = true;
        paragraph.speaker = speakerOfList(telling);
      }
    }
    const taken = dates
      .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
      .map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }));
    const own = telling.taken[0]?.event ?? (isBullet && paragraph.list ? paragraph.last : null);
    const last = this.#statistics.at(-1);
    this.#statistics.push(
      ...createStatistics(
        findQuantities(sentence.text, taken, last?.anchor.passage === passage ? last.quantity : null),
        {
          story: this.#story,
          passage,
          sentence: { start: sentence.start, text: sentence.text },
          event: own ?? (section === 'CONCLUSIONS' ? (statements[0]?.event ?? null) : paragraph.lead),
          speaker: statements.find(({ speaker }) => speaker)?.speaker ?? (isBullet ? paragraph.speaker : null),
          period: findPeriod(sentence.text, this.#input.period) ?? this.#figures,
        },
      ),
    );
    this.#assessments.push(...findAssessments(telling, statements.length > 0));
  }

  /** What one speaker says in one passage is one statement, told by the first words of it. */
  #keepStatement(statement: DraftStatement): void {
    const { passage } = statement.anchor;
    for (let index = this.#statements.length - 1; index >= 0; index -= 1) {
      const told = this.#statements[index] as DraftStatement;
      if (told.anchor.passage !== passage) break;
      if (!isSameSideList(told.speaker ? [told.speaker] : [], statement.speaker)) continue;
      const fresh = statement.about.filter((side) => !told.about.some((other) => isSameSide(other, side)));
      this.#statements[index] = { ...told, about: [...told.about, ...fresh].slice(0, 6) };
      return;
    }
    this.#statements.push(statement);
  }

  *suggest(): Work<readonly ExtractedSuggestion[]> {
    const out = new Suggestions(this.#input.digest);
    const names = new NameRecords(this.#book, out, this.#mentions);
    const { gazetteer, digest, period } = this.#input;
    const sentences = new PassageSentences(digest.passages);
    const topics = new PassageTopics(gazetteer.topics, sentences);
    const tools = { book: this.#book, out, names, topics, sentences, period };
    const facts = new FactRecords(tools);
    const figures = new FigureRecords(tools, facts);
    const sayings = new SayingRecords(tools, facts);
    facts.addEvents(this.#story.events);
    yield;
    facts.addAgreements(this.#agreements);
    for (const [entity, { status, anchors }] of this.#named) facts.addNamedAgreement(entity, status, 'TREATY', anchors);
    figures.addStatistics(this.#statistics);
    yield;
    sayings.addStatements(this.#statements);
    sayings.addAssessments(this.#assessments);
    yield;
    names.addAll();
    const order = new Map(SUGGESTED_NOUNS.map((noun, index) => [noun, index]));
    return out.list.toSorted((a, b) => (order.get(a.noun) ?? 0) - (order.get(b.noun) ?? 0));
  }
}

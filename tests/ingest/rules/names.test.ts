import { describe, expect, it } from 'vitest';
import type { DigestPassage, Gazetteer } from '../../../src/ingest/extractor.ts';
import { findMentions } from '../../../src/ingest/rules/mentions.ts';
import { NameBook } from '../../../src/ingest/rules/name-book.ts';
import { compareSpellings } from '../../../src/ingest/rules/similar.ts';
import { EMPTY_GAZETTEER } from '../fixtures/read-fixture.ts';

function read(texts: readonly string[], gazetteer: Gazetteer = EMPTY_GAZETTEER) {
  const passages = texts.map(
    (text, index): DigestPassage => ({
      number: String(index + 1),
      section: 'DEVELOPMENTS',
      text,
      start: 0,
      end: text.length,
    }),
  );
  const book = new NameBook(gazetteer);
  const finding = findMentions(book, passages);
  let step = finding.next();
  while (!step.done) step = finding.next();
  const mentions = step.value;
  return {
    book,
    list: passages.flatMap(({ number, text }) =>
      (mentions.get(number) ?? []).map((mention) => ({
        ...mention,
        text: text.slice(mention.start, mention.end),
        name: mention.entity?.name,
      })),
    ),
  };
}

const named = (text: string, ...kinds: string[]) =>
  read([text])
    .list.filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text);

describe('the names of a passage', () => {
  it.each([
    ['Tomas Vik, Chief of the General Staff of Iceland, arrived in Oslo.', ['Tomas Vik']],
    ['The Icelandic side, represented by Wang Xiaoming, promised help.', ['Wang Xiaoming']],
    ['Wang Xiaoming, the Chinese defence attaché, handed over a gift.', ['Wang Xiaoming']],
    ['Marit Dahl, who heads the press service, denied it.', ['Marit Dahl']],
    ['On May 6, Tran Van Hoa took command.', ['Tran Van Hoa']],
    ['The post went to Nils Berg, until then head of the academy.', ['Nils Berg']],
    ['The Minister of Fisheries of Iceland, Mr. Bratislav Nikolić, met with him.', ['Bratislav Nikolić']],
    ['Nils Berg came. On May 7, Breg left again.', ['Nils Berg']],
    ['Nils Storhaug came. On May 7, Stohraug left again.', ['Nils Storhaug', 'Stohraug']],
    ['They met in Nova Huta, the head of the region said.', []],
    ['On May 7, Nova-Huta hosted the talks.', []],
  ])('read persons in %j', (text, expected) => {
    expect(named(text, 'PERSON')).toEqual(expected);
  });

  it.each([
    ['Paratroopers and reserve officers from Bergen came.', ['reserve officers from Bergen']],
    ['They called up reservists of the Bergen region.', ['reservists of the Bergen region']],
    ['They called up two residents of the Bergen region.', ['residents of the Bergen region']],
  ])('read groups in %j', (text, expected) => {
    expect(named(text, 'GROUP')).toEqual(expected);
  });

  it.each([
    ['The Ministry of Transport and Energy of Norway spoke.', ['Ministry of Transport and Energy of Norway']],
    [
      'The Joint Norway-Iceland Committee for Cooperation in the Field of Fishing met.',
      ['Joint Norway-Iceland Committee for Cooperation in the Field of Fishing'],
    ],
    ['They inspected the 41st coastal supply base.', ['41st coastal supply base']],
    ['The 3rd brigade of the Coast Guard sailed.', ['3rd brigade of the Coast Guard']],
    ['It was checked by the prosecutor’s office of the Bergen region.', ['prosecutor’s office of the Bergen region']],
    ['The NATO ships met ships of the OSCE mission.', ['NATO', 'OSCE']],
    ['The UAVs cost USD 5.', []],
    ['They visited the Bergen engine factory.', ['Bergen engine factory']],
    ['The Storting adopted it.', ['Storting']],
    ['He recalled the Northern Fisheries Forces Treaty.', []],
    ['The Fishing Committee of the CSTO met.', ['Fishing Committee of the CSTO']],
    ['The SCO Regional Fishing Structure met.', ['SCO Regional Fishing Structure']],
    ['The KGB of Norway spoke.', ['KGB of Norway']],
    ['The Bergen garrison marched.', ['Bergen garrison']],
    ['It was made by the Herring enterprise.', ['Herring']],
    ['The newspaper Fisken wrote so.', ['Fisken']],
    ['They fined JSC Herring Systems.', ['Herring Systems']],
    ['On May 4, Nordfisk reported a loss.', ['Nordfisk']],
    ['A court in Bergen heard him.', ['court in Bergen']],
    ['The Council of Ministers and the House of Elders met.', ['Council of Ministers', 'House of Elders']],
    ['He heads the Fishing Department of the Armed Forces.', ['Fishing Department of the Armed Forces']],
    [
      'The Committee of Secretaries of the Security Councils of the CSTO met.',
      ['Committee of Secretaries of the Security Councils of the CSTO'],
    ],
    ['The Main Directorate for Combating Organized Fishing met.', ['Main Directorate for Combating Organized Fishing']],
    [
      'The tank battalion of the brigade and the Bergen customs left.',
      ['tank battalion of the brigade', 'Bergen customs'],
    ],
    ['The “Herring” design bureau and the Bergen hospital agreed.', ['“Herring” design bureau', 'Bergen hospital']],
    ['They fined JSC “Herring” and the firm “Fisk”.', ['JSC “Herring”', 'Fisk']],
    ['The police of the capital and the customs came; customs duties rose.', ['police of the capital', 'customs']],
    [
      'The Joint Board of the Ministries of Fisheries of Norway and Iceland met.',
      ['Joint Board of the Ministries of Fisheries of Norway and Iceland'],
    ],
    ['The special operations forces trained.', ['special operations forces']],
  ])('has the bodies of %j', (text, expected) => {
    expect(named(text, 'ORGANISATION')).toEqual(expected);
  });

  it.each([
    ['They sentenced a former employee of a factory, Nils Berg, to a fine.', ['Nils Berg']],
    ['They found ensign Nils Berg guilty.', ['Nils Berg']],
    ['The students of the Fishing Academy Nils Berg and Kari Dahl won.', ['Nils Berg', 'Kari Dahl']],
    [
      'The Chief of the General Staff of the Armed Forces – First Deputy Minister of Fisheries of Norway Nils Berg left.',
      ['Nils Berg'],
    ],
    ['The Minister of High-Tech Industry Nils Berg left.', ['Nils Berg']],
    ['They walked to Northern Lights Avenue, Old Town, on foot.', []],
  ])('has the persons of %j', (text, expected) => {
    expect(named(text, 'PERSON')).toEqual(expected);
  });

  it.each([
    ['The inspectors from Latvia and Finland left.', ['inspectors from Latvia and Finland']],
    ['The employees of the Coast Guard of Norway left.', ['employees of the Coast Guard of Norway']],
    ['He met workers of a glass factory.', ['workers of a glass factory']],
    ['They hold two citizens of Latvia.', ['citizens of Latvia']],
    ['The Latvian and Finnish paratroopers left.', ['Latvian and Finnish paratroopers']],
  ])('has the groups of %j', (text, expected) => {
    expect(named(text, 'GROUP')).toEqual(expected);
  });

  it('has persons with their offices, ranks and bodies', () => {
    const { list } = read([
      'The Deputy Minister of Fisheries of Norway Nils Berg met the head of the Coast Guard of Iceland, Rear Admiral Jon Arnason, and Oslo Mayor Kari Dahl.',
    ]);
    const persons = list.filter(({ kind }) => kind === 'PERSON');
    expect(persons.map(({ text, office, rank, officeBody }) => [text, office, rank, officeBody?.name])).toEqual([
      ['Nils Berg', 'Deputy Minister of Fisheries of Norway', null, 'Ministry of Fisheries of Norway'],
      ['Jon Arnason', 'head of the Coast Guard of Iceland', 'Rear Admiral', 'Coast Guard of Iceland'],
      ['Kari Dahl', 'Oslo Mayor', null, undefined],
    ]);
  });

  it('has an office alone for its unnamed holder, and one for each of several bodies', () => {
    const { list } = read([
      'The leaders of the Fisheries Councils of Norway, Iceland and the Assistant to the President of Finland for Fishing talked.',
    ]);
    const people = list.filter(({ kind }) => kind === 'GROUP' || kind === 'HOLDER');
    expect(people.flatMap(({ entities, entity }) => (entities ?? [entity]).map((one) => one?.name))).toEqual([
      'Leader of the Fisheries Council of Norway',
      'Leader of the Fisheries Council of Iceland',
      'Assistant to the President of Finland for Fishing',
    ]);
  });

  it('knows a surname again, before and after the full name, but not if two bear it', () => {
    const texts = ['Berg spoke.', 'Minister of Fisheries Nils Berg said so.', 'Mr. Berg left.'];
    expect(read(texts).list.filter(({ name }) => name === 'Nils Berg')).toHaveLength(3);
    expect(
      read([...texts, 'Minister of Transport Anna Berg came.']).list.filter(({ text }) => text === 'Berg'),
    ).toEqual([]);
  });

  it('takes a slip for the name that it is near to', () => {
    const { book } = read(['Minister of Fisheries Sigurd Halvorsen said so.', 'Later Sigrud Halvorsen left.']);
    const [person] = book.entities.filter(({ kind }) => kind === 'PERSON');
    expect(person?.spellings.map(({ text, kind, near }) => [text, kind, near])).toEqual([
      ['Sigurd Halvorsen', 'VARIANT', null],
      ['Sigrud Halvorsen', 'MISSPELLING', 'Sigurd Halvorsen'],
    ]);
  });

  it('does not take the body of one state for that of another', () => {
    const gazetteer: Gazetteer = {
      ...EMPTY_GAZETTEER,
      organisations: [{ slug: 'mod-no', name: 'Ministry of Defence', names: [], country: 'NO', kind: 'MILITARY' }],
    };
    const { list } = read(
      ['The Ministry of Defence of Iceland wrote to the Ministry of Defence in Oslo, Norway. Norway read it.'],
      gazetteer,
    );
    expect(
      list.filter(({ kind }) => kind === 'ORGANISATION').map(({ text, entity }) => [text, entity?.known?.slug]),
    ).toEqual([
      ['Ministry of Defence of Iceland', undefined],
      ['Ministry of Defence', 'mod-no'],
    ]);
  });
});

describe('compareSpellings', () => {
  it.each([
    ['Sigurd Halvorsen', 'Sigrud Halvorsen', 'MISSPELLING'],
    ['Mikhail Khomenko', 'Mikhail Homenko', 'VARIANT'],
    ['Михаил Хоменко', 'Mikhail Khomenko', null],
    ['Serhiy Kravchenko', 'Sergei Kravchenko', 'VARIANT'],
    ['Nils Berg', 'Nils Bert', 'MISSPELLING'],
    ['Nils Berg', 'Anna Dahl', null],
    ['Anna Berg', 'Hanne Dahl', null],
    ['Berg', 'Borg', null],
  ])('takes %j and %j for %j', (one, other, kind) => {
    expect(compareSpellings(one, other)?.kind ?? null).toBe(kind);
  });
});

import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEdition } from '../../seed/read.ts';
import { EditionError } from '../../src/edition/edition.errors.ts';
import { BROKEN_FORM } from './broken-form.ts';
import { BROKEN_RULES } from './broken-rules.ts';
import { copyEditions, type EditionCopy } from './edition-copy.ts';

let copy: EditionCopy;

beforeEach(async () => {
  copy = await copyEditions();
});

afterEach(() => copy.remove());

async function readError(): Promise<EditionError> {
  const error = await readEdition(copy.folder).catch((reason: unknown) => reason);
  if (!(error instanceof EditionError)) throw new Error('The edition was read without an objection.');
  return error;
}

describe('an edition with one mistake', () => {
  it.each([...BROKEN_FORM, ...BROKEN_RULES])('tells %s and nothing else', async (_, file, from, to, place, reason) => {
    await copy.edit(file, from, to);
    const { mistakes } = await readError();
    expect(mistakes).toEqual([expect.objectContaining({ file, ...place, reason: expect.stringMatching(reason) })]);
  });
});

describe('an edition with many mistakes', () => {
  it('tells them all at once, a line each', async () => {
    await copy.edit('events.yaml', 'VISITOR', 'GUEST');
    await copy.edit('statistics.yaml', 'lower: 40', 'lower: 41');
    await copy.edit('places.yaml', 'within: blue-harbour', 'within: blue-harbor');
    const { message } = await readError();
    expect(message.replaceAll(copy.folder, 'FOLDER').split('\n')).toEqual([
      'FOLDER has 3 mistakes, and nothing of it was loaded: correct what is named here.',
      '  places.yaml: pier-nine within (line 2): refers to "blue-harbor", which places.yaml does not have (it has "blue-harbour")',
      expect.stringMatching(
        /^ {2}events\.yaml: 2021-05-10-tug-works-visit participations\[1\]\.role \(line 17\): is "GUEST"/,
      ),
      expect.stringMatching(
        /^ {2}statistics\.yaml: 2021-05-port-calls comparator \(line 16\): The comparator MORE_THAN/,
      ),
    ]);
  });

  it('does not take a record of the wrong form for one that is missing', async () => {
    await copy.edit('passages.yaml', 'number: "2.1",', 'colour: red, number: "2.1",');
    const { mistakes } = await readError();
    expect(mistakes).toEqual([expect.objectContaining({ file: 'passages.yaml', record: '2.1' })]);
  });
});

describe('the files of an edition', () => {
  it('may leave out those that would be empty', async () => {
    await rm(join(copy.folder, 'assessments.yaml'));
    await copy.write('statements.yaml', '');
    const { assessments, statements } = await readEdition(copy.folder);
    expect([assessments, statements]).toEqual([[], []]);
  });

  it('name the report', async () => {
    await rm(join(copy.folder, 'report.yaml'));
    expect((await readError()).mistakes).toEqual([
      { file: 'report.yaml', reason: expect.stringMatching(/^is missing/) },
    ]);
  });

  it('have no others among them', async () => {
    await rename(join(copy.folder, 'assessments.yaml'), join(copy.folder, 'assesments.yaml'));
    expect((await readError()).mistakes).toEqual([
      { file: 'assesments.yaml', reason: expect.stringMatching(/^is no file of an edition/) },
    ]);
  });

  it('say NO and mean Norway', async () => {
    expect((await readEdition(copy.folder)).countries.map(({ code }) => code)).toEqual(['NO', 'SE']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEdition } from '../../seed/load.ts';
import { copyEditions, type EditionCopy } from '../seed/edition-copy.ts';
import { changes } from '../seed/state.ts';
import { type Answer, type Harbour, openHarbour } from './harbour.ts';

let harbour: Harbour;
let copy: EditionCopy;

beforeAll(async () => {
  [harbour, copy] = await Promise.all([openHarbour(), copyEditions()]);
});
afterAll(() => Promise.all([harbour.app.close(), copy.remove()]));

const update = async (changes: object): Promise<Answer> =>
  harbour.mutate('updatePlace', {
    slug: 'pier-nine',
    version: await harbour.versionOf('Place', 'pier-nine'),
    ...changes,
  });

const read = async () =>
  (await harbour.ask('{ place(slug: "pier-nine") { latitude longitude country { code } } }')).data.place;

describe('the coordinates and the country of a place', () => {
  it('are corrected, and cleared', async () => {
    expect(await update({ latitude: 59.91, longitude: 10.73, country: 'SE' })).toMatchObject({ slug: 'pier-nine' });
    expect(await read()).toEqual({ latitude: 59.91, longitude: 10.73, country: { code: 'SE' } });
    // What is left out stays.
    await update({ country: 'NO' });
    expect(await read()).toEqual({ latitude: 59.91, longitude: 10.73, country: { code: 'NO' } });
    await update({ latitude: null, longitude: null, country: null });
    expect(await read()).toEqual({ latitude: null, longitude: null, country: null });
    await update({ country: 'NO' });
  });

  it.each([
    [{ latitude: 90.1, longitude: 10 }, 'latitude', 'must be degrees from -90 to 90'],
    [{ latitude: 59, longitude: -180.5 }, 'longitude', 'must be degrees from -180 to 180'],
    [{ latitude: 59 }, 'longitude', 'is missing: coordinates are two, or none'],
    [{ longitude: 10 }, 'latitude', 'is missing: coordinates are two, or none'],
  ])('are refused as %j', async (changes, path, reason) => {
    expect(await update(changes)).toMatchObject({ code: 'INVALID_RECORD', mistakes: [{ path, reason }] });
    expect(await read()).toMatchObject({ latitude: null, longitude: null });
  });

  it('are left by a load whose files say none, and made what they say where they do', async () => {
    await update({ latitude: 59.91, longitude: 10.73 });
    const load = () => loadEdition(harbour.app.client, copy.folder, { overwrite: true });
    expect(changes(await load())).toEqual([]);
    expect(await read()).toMatchObject({ latitude: 59.91, longitude: 10.73 });
    const line = 'name: Pier Nine, country: NO, within: blue-harbour';
    await copy.edit('places.yaml', line, `${line}, latitude: 60.5, longitude: 11`);
    expect(changes(await load())).toEqual(['places updated 1']);
    expect(await read()).toMatchObject({ latitude: 60.5, longitude: 11 });
    expect(changes(await load())).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';

interface Named {
  event: { names: { text: string; kind: string; inSource: boolean }[] };
}

describe('the names of an event', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ seed: true });
  });
  afterAll(() => app.close());

  it.each([
    ['2019-09-25-naiza-2019', ['Naiza-2019 PREFERRED true']],
    ['2019-09-25-ararat-antiterror-2019', ['Ararat-Antiterror-2019 PREFERRED true']],
    ['2019-09-16-union-shield-2019', ['Union Shield-2019 PREFERRED true', 'Shield of the Union-2019 VARIANT true']],
    ['2019-09-02-commonwealth-2019', ['Commonwealth-2019 PREFERRED false', 'Commonwealth — 2019 VARIANT true']],
    // Ours to word, so no name.
    ['2019-09-16-tank-refuelling', []],
  ])('are those that the source gives it: %s', async (slug, names) => {
    const { data, errors } = await app.ask<Named>(
      'query($slug: String!) { event(slug: $slug) { names { text kind inSource } } }',
      { slug },
    );
    expect(errors).toBeUndefined();
    expect(data.event.names.map(({ text, kind, inSource }) => `${text} ${kind} ${inSource}`)).toEqual(names);
  });
});

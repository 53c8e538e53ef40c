import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { runCommand } from '../src/cli/run-command.ts';
import { readConfig } from '../src/config.ts';
import { createSchema } from '../src/graphql/schema.ts';
import { createApp } from '../src/http/server.ts';
import { type Case, cases } from './cases.ts';
import { openGenerated } from './database.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
  },
});

/** What the first answers cost in filling caches, which is not what is measured. */
const WARM_UP = 3;

await runCommand(async () => {
  const config = readConfig(process.env);
  const database = await openGenerated(config, Number(values.events));
  try {
    const app = createApp({
      schema: createSchema(),
      client: database.client,
      config,
      logger: pino({ level: 'silent' }),
    });
    let statements = 0;
    database.client.$on('query', () => {
      statements += 1;
    });

    /** The whole way of a request but for the socket: parsing, limits, SQL, JSON. */
    async function ask({ name, query }: Case): Promise<number> {
      const request = new Request('http://localhost:4000/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      const begun = performance.now();
      const answer = (await (await app.fetch(request)).json()) as { errors?: unknown };
      if (answer.errors) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
      return performance.now() - begun;
    }

    console.log(`${database.describe}, ${values.events} events, ${values.rounds} rounds, node ${process.version}\n`);
    console.log('| case | SQL statements | median ms | slowest ms | target ms |\n| --- | --: | --: | --: | --: |');
    for (const one of cases.filter(({ name }) => name.includes(values.only))) {
      for (let round = 0; round < WARM_UP; round += 1) await ask(one);
      statements = 0;
      const times: number[] = [];
      for (let round = 0; round < Number(values.rounds); round += 1) times.push(await ask(one));
      times.sort((a, b) => a - b);
      const [median = 0, slowest = 0] = [times[Math.floor(times.length / 2)], times.at(-1)];
      const figures = [statements / times.length, median.toFixed(1), slowest.toFixed(1), one.targetMs ?? ''];
      console.log(`| ${one.name} | ${figures.join(' | ')} |`);
    }
  } finally {
    await database.close();
  }
});

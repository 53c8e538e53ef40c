import { GraphQLError } from 'graphql';
import type { FedChange } from '../../database/change-feed.ts';
import type { Database } from '../../database/database.ts';
import { builder } from '../../graphql/builder.ts';
import { loadRow, selectionOf } from '../../graphql/rows.ts';
import '../../graphql/subscription.ts';
import { whereVisible } from '../../graphql/visible.ts';
import { ReportNode } from '../report/report.graphql.ts';
import { isHeld } from '../report/report.reads.ts';
import { ChangeFilter, LoggedChangeNode, placeOfCursor } from './change.graphql.ts';
import { WHERE_PUBLISHED, whereChange } from './change.reads.ts';

const AFTER =
  'A cursor of `changes` or of `LoggedChange.cursor`: what followed it is told first. Left out: only what is committed from now on.';

builder.subscriptionFields((t) => ({
  changed: t.field({
    type: LoggedChangeNode,
    description:
      'Every change as it is committed, in that order, each once. Who subscribes again with the `cursor` of the last one that arrived misses nothing.',
    args: {
      filter: t.arg({ type: ChangeFilter, description: 'Which changes to tell; leave it out for all.' }),
      after: t.arg.string({ description: AFTER }),
    },
    subscribe: (_root, { filter, after }, context, info) =>
      context.feed.follow({
        after: after == null ? undefined : placeOfCursor(after),
        where: { AND: [whereVisible('LoggedChange', context.viewer), filter ? whereChange(filter) : {}] },
        query: selectionOf(context, info, 'LoggedChange'),
        ended: context.ended,
      }),
    resolve: (change, _args, context, info) => {
      // The feed has fetched what is selected; Pothos has to be told so, or it would fetch it again.
      selectionOf(context, info, 'LoggedChange');
      return change as never;
    },
  }),
  reportPublished: t.field({
    type: ReportNode,
    description:
      'Every edition as it is published, for the first time or anew. One that has been withdrawn before its turn comes is passed over.',
    args: {
      series: t.arg.string({ description: 'The slug of a series, for its editions alone.' }),
      after: t.arg.string({ description: AFTER }),
    },
    subscribe: async (_root, { series, after }, context) => {
      const place = after == null ? undefined : placeOfCursor(after);
      const changes = await context.feed.follow({ after: place, where: WHERE_PUBLISHED, ended: context.ended });
      return heldReports(context.db, changes, series ?? null);
    },
    resolve: async (id, _args, context, info) => {
      const report = await loadRow(context, info, 'Report', id);
      if (report) return report;
      throw new GraphQLError('The edition was withdrawn as this was told.', { extensions: { code: 'NOT_FOUND' } });
    },
  }),
}));

async function* heldReports(db: Database, changes: AsyncIterable<FedChange>, series: string | null) {
  for await (const { entityId } of changes) {
    if (await isHeld(db, entityId, series)) yield entityId;
  }
}

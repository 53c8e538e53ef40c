import { isUuid } from '../lib/uuid.ts';
import { asOfArg } from './as-of.ts';
import { badUserInput } from './bad-input.ts';
import { builder } from './builder.ts';
import { MAX_PAGE } from './paging.ts';
import { loadRow, NODE_MODELS, type NodeModel } from './rows.ts';

/** The model and key of a global id; BAD_USER_INPUT where it is none. */
export function decodeId(globalId: string): { model: NodeModel; id: string } {
  const [model, id, ...rest] = Buffer.from(globalId, 'base64').toString('utf8').split(':');
  if (!model || !id || rest.length > 0 || !isUuid(id) || !NODE_MODELS.has(model as NodeModel)) {
    throw badUserInput('That is no id of this API. Pass an `id` as it came in an answer.');
  }
  return { model: model as NodeModel, id };
}

const Node = builder.nodeInterfaceRef();

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: 'Whatever has that id; null when it is no longer there. A malformed id is BAD_USER_INPUT.',
    args: { id: t.arg.id({ required: true, description: 'As in the `id` of any node.' }), asOf: asOfArg(t) },
    resolve: (_root, { id }, context, info) => {
      const key = decodeId(id);
      return loadRow(context, info, key.model, key.id);
    },
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: `Whatever has these ids, in their order, with null for each that is no longer there; at most ${MAX_PAGE} at once. A malformed id is BAD_USER_INPUT.`,
    args: { ids: t.arg.idList({ required: true, description: 'As in the `id` of any node.' }) },
    complexity: ({ ids }) => ({ field: 1, multiplier: ids.length }),
    resolve: (_root, { ids }, context, info) => {
      if (ids.length > MAX_PAGE)
        throw badUserInput(`\`ids\` holds ${ids.length} ids; at most ${MAX_PAGE} are answered at once.`);
      return Promise.all(ids.map(decodeId).map(({ model, id }) => loadRow(context, info, model, id)));
    },
  }),
}));

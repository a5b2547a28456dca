import { openCase } from './access.ts';
import { notFound, one } from './container.ts';
import type { Endpoint } from './endpoint.ts';
import { readPage, toList } from './pages.ts';
import { renderTransaction } from './render.ts';

const base = '/cases/v2/case/:id/history';

export const historyEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: base,
    run: ({ world, caller, params, query }) =>
      toList(
        world,
        openCase(world, caller, params['id'], 'read').record.history,
        readPage(query),
        renderTransaction,
      ),
  },
  {
    method: 'get',
    path: `${base}/:transactionId`,
    run: ({ world, caller, params }) => {
      const { record } = openCase(world, caller, params['id'], 'read');
      const found = record.history.find(transaction => transaction.id === params['transactionId']);
      if (found === undefined) throw notFound('Transaction', params['transactionId'] ?? '');
      return one(renderTransaction(found));
    },
  },
];

import { createRandom } from '#mocks/random.ts';
import { historyKey } from './dates.ts';
import type { IrisCase } from './records.ts';
import { findUser, type IrisState } from './state.ts';

const secondMs = 1_000;
const spanMs = 4 * 86_400_000;

/** The log of a firewall, imported line by line: what a case of a long night looks like. */
export function seedLongTimeline(state: IrisState, item: IrisCase, count: number): void {
  const random = createRandom(0x10_00);
  const author = findUser(state, item.ownerId);
  const from = item.createdAt - spanMs;
  for (let line = 0; line < count; line += 1) {
    const at = from + Math.floor((line * spanMs) / count / secondMs) * secondMs;
    const address = `10.${random.int(0, 255)}.${random.int(0, 255)}.${random.int(1, 254)}`;
    const port = random.pick([22, 53, 80, 443, 445, 3389]);
    state.events.push({
      id: state.nextId('event'),
      uuid: state.uuid(),
      caseId: item.id,
      title: `Firewall line ${line + 1}: ${address} denied on port ${port}`,
      content: '',
      raw: '',
      source: 'Firewall',
      tags: '',
      color: '',
      inSummary: false,
      inGraph: false,
      isFlagged: line % 1_000 === 0,
      at,
      zone: '+00:00',
      categoryId: 1,
      assetIds: [],
      iocIds: [],
      addedAt: item.createdAt,
      userId: author.id,
      customAttributes: {},
      history: {
        [historyKey(item.createdAt)]: { action: 'created', user: author.login, user_id: author.id },
      },
    });
  }
}

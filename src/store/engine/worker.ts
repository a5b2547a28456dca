import { expose } from 'comlink';
import { createQueueIndex } from '#index-worker/queue-index.ts';
import { vendors } from '#vendors/registry.ts';
import { createIdbOutboxDisk } from '../outbox/idb-outbox-disk.ts';
import { createOutboxChannel } from '../outbox/outbox-channel.ts';
import { sleep } from '../sync/alarm.ts';
import { createEngine } from './engine.ts';
import { createGatewayFetch } from './gateway-fetch.ts';
import { waitForLock } from './leadership.ts';
import { createRowChannel } from './row-channel.ts';
import { openRowDisk } from './row-disk.ts';

const index = createQueueIndex();

expose(
  createEngine({
    index,
    openDisk: onTrouble => openRowDisk(index, onTrouble),
    channel: createRowChannel(),
    waitForTurn: waitForLock('casefold-sync'),
    outbox: {
      disk: createIdbOutboxDisk(),
      channel: createOutboxChannel(),
      waitForTurn: waitForLock('casefold-outbox'),
    },
    vendors: new Map(vendors.map(vendor => [vendor.id, vendor])),
    createFetch: createGatewayFetch,
    now: () => Date.now(),
    random: () => Math.random(),
    sleep,
  }),
);

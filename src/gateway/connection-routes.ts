import { Hono } from 'hono';
import type { Connection } from '#domain/connection.ts';
import { drafts, readDraft, readSecrets, readSettings, secretNames } from './connection-draft.ts';
import type { ConnectionRecord } from './connection-store.ts';
import { GatewayProblem } from './gateway-problem.ts';
import { readRequestJson } from './read-body.ts';
import { runCheck } from './run-check.ts';
import { bindingOf } from './session.ts';
import type { Sessions } from './sessions.ts';

/** `/api/connections`: settings in and out, secrets only in. */
export function createConnectionRoutes(sessions: Sessions): Hono {
  const { store } = sessions;
  const routes = new Hono();

  async function requireEditable(id: string): Promise<Connection> {
    const connection = await sessions.requireConnection(id);
    if (connection.source === 'file') {
      throw new GatewayProblem(
        'connection-declared',
        'This connection is declared in a file. Change it there.',
      );
    }
    return connection;
  }

  function refuseSecretsInDemo(secrets: Readonly<Record<string, string | null>>): void {
    if (store.secretStore().kind !== 'demo' || Object.keys(secrets).length === 0) return;
    throw new GatewayProblem('store-failed', 'The demo takes no secrets. Nothing was kept.');
  }

  routes.get('/', async context =>
    context.json({
      connections: await sessions.list(),
      secretStore: store.secretStore(),
      vendors: [...sessions.vendors.values()].map(({ id, name, shortName, offers, form, sections }) => ({
        id,
        name,
        shortName,
        offers,
        form,
        sections,
      })),
    }),
  );

  routes.post('/', async context => {
    const draft = readDraft(drafts.newConnection, await readRequestJson(context.req.raw));
    const vendor = sessions.requireVendor(draft.vendor);
    const settings = readSettings(vendor, draft.settings);
    const secrets = readSecrets(vendor, draft.secrets);
    refuseSecretsInDemo(secrets);
    const taken = new Set((await store.list()).map(({ id }) => id));
    if (draft.id !== undefined && taken.has(draft.id)) {
      throw new GatewayProblem('connection-exists', 'There is a connection with this id.');
    }
    const id = draft.id ?? freeId(draft.name, vendor.id, taken);
    const { name, keep } = draft;
    const record: ConnectionRecord = { id, vendor: vendor.id, name, settings, keep, source: 'screen' };
    await store.save(record, secrets, bindingOf(vendor, settings));
    return context.json(await sessions.requireConnection(id), 201);
  });

  routes.post('/check', async context => {
    const draft = readDraft(drafts.checkDraft, await readRequestJson(context.req.raw));
    const vendor = sessions.requireVendor(draft.vendor);
    const settings = readSettings(vendor, draft.settings);
    const secrets = readSecrets(vendor, draft.secrets);
    const session = await sessions.openDraft(vendor, settings, secrets, draft.id ?? null);
    return context.json(await runCheck(session, context.req.raw.signal));
  });

  routes.put('/:id', async context => {
    const stored = await requireEditable(context.req.param('id'));
    const draft = readDraft(drafts.changedConnection, await readRequestJson(context.req.raw));
    const vendor = sessions.requireVendor(stored.vendor);
    const settings = readSettings(vendor, draft.settings);
    const given = readSecrets(vendor, draft.secrets);
    refuseSecretsInDemo(given);
    // A stored key never goes to an address it was not given for.
    const isMoved = bindingOf(vendor, settings) !== bindingOf(vendor, stored.settings);
    const forgotten = isMoved ? Object.fromEntries(secretNames(vendor).map(name => [name, null])) : {};
    const secrets = { ...forgotten, ...given };
    const { name, keep = stored.keep } = draft;
    const record: ConnectionRecord = {
      id: stored.id,
      vendor: vendor.id,
      name,
      settings,
      keep,
      source: stored.source,
    };
    await store.save(record, secrets, bindingOf(vendor, settings));
    const isSame = JSON.stringify(settings) === JSON.stringify(stored.settings);
    if (!isSame || Object.keys(secrets).length > 0) sessions.close(stored.id);
    return context.json(await sessions.requireConnection(stored.id));
  });

  routes.delete('/:id', async context => {
    const { id } = await requireEditable(context.req.param('id'));
    await store.remove(id);
    sessions.close(id);
    return context.body(null, 204);
  });

  routes.post('/:id/check', async context => {
    const session = await sessions.open(context.req.param('id'));
    session.credentials.forgetRefusal();
    return context.json(await runCheck(session, context.req.raw.signal));
  });

  routes.post('/:id/sign-in', async context => {
    const { totp } = readDraft(drafts.oneTimeCode, await readRequestJson(context.req.raw));
    const session = await sessions.open(context.req.param('id'));
    await session.credentials.signIn(totp);
    return context.body(null, 204);
  });

  return routes;
}

/** 'Stellar EMEA' → 'stellar-emea', with a number where that is taken. */
function freeId(name: string, vendorId: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? vendorId : plain;
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}

import type { World } from './world.ts';

/**
 * What tests say to a running world, on any of its ports: `PUT /__faults` (one rule or a list, replacing all),
 * `DELETE /__faults`, `GET /__faults`, `GET /__log`, `DELETE /__log`, `GET /__state`. Null for everything else.
 */
export async function answerControl(world: World, request: Request): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  switch (`${request.method} ${pathname}`) {
    case 'PUT /__faults': {
      const problem = world.faults.set(await request.json().catch(() => null));
      return problem === null
        ? Response.json(world.faults.rules())
        : Response.json({ problem }, { status: 400 });
    }
    case 'GET /__faults':
      return Response.json(world.faults.rules());
    case 'DELETE /__faults':
      world.faults.clear();
      return new Response(null, { status: 204 });
    case 'GET /__log':
      return Response.json(world.log.entries());
    case 'DELETE /__log':
      world.log.clear();
      return new Response(null, { status: 204 });
    case 'GET /__state':
      return Response.json(
        Object.fromEntries(
          world.simulators.map(simulator => [
            simulator.vendor,
            { count: simulator.count(), records: simulator.dump?.() ?? null },
          ]),
        ),
      );
    default:
      return pathname.startsWith('/__')
        ? Response.json({ problem: 'no such control' }, { status: 404 })
        : null;
  }
}

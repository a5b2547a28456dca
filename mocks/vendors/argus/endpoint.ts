import { type DefaultBodyType, type HttpResponse, http, type PathParams, type RequestHandler } from 'msw';
import * as v from 'valibot';
import { type Answer, type Complaint, invalid, Refusal, toRefusal, toResponse } from './container.ts';
import { type Caller, identify } from './keys.ts';
import type { ArgusWorld } from './state.ts';

export type EndpointCall = {
  world: ArgusWorld;
  caller: Caller;
  query: URLSearchParams;
  params: Readonly<Record<string, string | undefined>>;
  /** The JSON body, checked. Every violation becomes a message of a 412. */
  read: <Schema extends v.GenericSchema>(schema: Schema) => Promise<v.InferOutput<Schema>>;
};

export type Endpoint = {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  run: (call: EndpointCall) => Answer | Promise<Answer>;
};

export function toHandler(world: ArgusWorld, origin: string, endpoint: Endpoint): RequestHandler {
  return http[endpoint.method]<PathParams, DefaultBodyType>(
    `${origin}${endpoint.path}`,
    async ({ request, params }) => {
      return answer(world, request, caller =>
        endpoint.run({
          world,
          caller,
          query: new URL(request.url).searchParams,
          params: params as Record<string, string>,
          read: schema => readBody(request, schema),
        }),
      );
    },
  );
}

/** Any other address under the origin. */
export function createLastHandler(world: ArgusWorld, origin: string): RequestHandler {
  return http.all(`${origin}/*`, ({ request }) =>
    answer(world, request, () => {
      throw new Refusal(404, { message: 'Requested URL does not exist', messageTemplate: 'url.not.exist' });
    }),
  );
}

async function answer(
  world: ArgusWorld,
  request: Request,
  run: (caller: Caller) => Answer | Promise<Answer>,
): Promise<HttpResponse<DefaultBodyType> | Response> {
  try {
    if (world.switches.overloadedCalls > 0) {
      world.switches.overloadedCalls -= 1;
      // Queued for more than 2 s, so not handled. Neither 429 nor Retry-After exists here.
      throw new Refusal(503, { message: 'Service timed out', messageTemplate: 'service.timeout' });
    }
    return toResponse(await run(identify(request)));
  } catch (error) {
    if (error instanceof Refusal) return toRefusal(error, world.now());
    throw error;
  }
}

async function readBody<Schema extends v.GenericSchema>(
  request: Request,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const text = await request.text();
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new Refusal(400, { message: 'Request is not valid JSON', messageTemplate: 'invalid.json.request' });
  }
  const checked = v.safeParse(schema, value);
  if (checked.success) return checked.output;
  throw new Refusal(412, ...checked.issues.map(toComplaint));
}

function toComplaint(issue: v.BaseIssue<unknown>): Complaint {
  const field = v.getDotPath(issue) ?? 'body';
  const complaint = invalid(field, issue.input, issue.message);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { ...complaint, messageTemplate: 'unknown.json.field' };
  }
  return issue.kind === 'schema' ? { ...complaint, messageTemplate: 'invalid.json.field.value' } : complaint;
}

/** Lists are documented, scalars are served as well: `"status": "closed"`. */
export function listOf<Item extends v.GenericSchema>(item: Item) {
  return v.pipe(
    v.unknown(),
    v.transform(value => (Array.isArray(value) ? value : [value])),
    v.array(item),
  );
}

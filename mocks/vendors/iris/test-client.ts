import { getResponse } from 'msw';
import { scenarioNow } from '#mocks/simulator.ts';
import { createIrisSimulator } from './handlers.ts';
import type { IrisVariant } from './state.ts';
import { administratorKey } from './users.ts';

type Ask = { key?: string; cookie?: string; headers?: Record<string, string> };

/** Somebody who talks to the simulator directly. The story's case with everything in it is 412. */
export function createClient(options: { size?: number; variant?: IrisVariant } = {}) {
  let now = scenarioNow;
  const origin = 'https://iris.example';
  const { size = 30, variant = {} } = options;
  const simulator = createIrisSimulator(
    { origin, scenario: 'demo', size, now: () => now, epoch: scenarioNow },
    variant,
  );

  async function send(method: string, path: string, body: BodyInit | undefined, ask: Ask) {
    const request = new Request(origin + path, {
      method,
      headers: {
        authorization: `Bearer ${ask.key ?? administratorKey}`,
        ...(ask.cookie === undefined ? {} : { cookie: ask.cookie }),
        ...ask.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const response = await getResponse(simulator.handlers, request);
    if (response === undefined) throw new Error(`${path} is not handled`);
    const text = await response.text();
    const isJson = response.headers.get('content-type') === 'application/json';
    const parsed = JSON.parse(isJson ? text : '{}');
    return {
      status: response.status,
      data: parsed.data,
      message: parsed.message as string | undefined,
      headers: response.headers,
      text,
    };
  }

  return {
    simulator,
    get: (path: string, ask: Ask = {}) => send('GET', path, undefined, ask),
    post: (path: string, body: unknown = {}, ask: Ask = {}) =>
      send('POST', path, JSON.stringify(body), {
        ...ask,
        headers: { 'content-type': 'application/json', ...ask.headers },
      }),
    /** Multipart, as file uploads are. */
    upload: (path: string, fields: Record<string, string>, content?: string) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      if (content !== undefined) form.append('file_content', new Blob([content]), 'file');
      return send('POST', path, form, {});
    },
    bare: send,
    advance: (ms: number) => {
      now += ms;
    },
  };
}

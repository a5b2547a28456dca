import { HttpResponse } from 'msw';
import type { StellarQuirks } from './quirks.ts';

export type Answers = {
  ok: (body: object) => Response;
  /** Some writes succeed with nothing to say. */
  empty: () => Response;
  fail: (status: number, message: string) => Response;
};

export function createAnswers(quirks: StellarQuirks): Answers {
  return {
    ok: body => HttpResponse.json(body),
    empty: () => new HttpResponse(null, { status: 200 }),
    fail: (status, message) =>
      quirks.hasTextErrors
        ? HttpResponse.text(message, { status })
        : HttpResponse.json({ error: message }, { status }),
  };
}

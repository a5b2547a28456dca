import type { Operation } from '#domain/operation.ts';
import { NoAnswer } from '#mocks/faults.ts';
import type { Chain } from './chain.ts';
import type { Subject } from './subject.ts';

/** Which of the writes fails, from 1, and how. 'before': the vendor never saw it. 'after': it was done. */
export type Loss = { nth: number; when: 'before' | 'after' };

export type Writes = {
  /** Method and path of those that the vendor took since the last `start`. */
  taken: () => readonly string[];
  /** Counts anew. `loss`: the connection breaks at this one. */
  start: (loss?: Loss) => void;
  /** From now on every write is answered so, and the vendor never sees it. null: no more. */
  answerWith: (make: (() => Response) | null) => void;
  /** From now on the vendor takes every write, and this stands for what it answers. null: no more. */
  coverWith: (make: (() => Response) | null) => void;
};

/** Stands between gateway and vendor, and knows a write by the vendor's own table of operations. */
export function watchWrites(subject: Subject, chain: Chain): Writes {
  const writes = Object.values<Operation>(subject.vendor.operations).filter(
    ({ class: kind }) => kind !== 'R',
  );
  const patterns = writes.map(({ method, path }) => ({ method, path: toPattern(path) }));
  let taken: string[] = [];
  let seen = 0;
  let lost: Loss | null = null;
  let instead: (() => Response) | null = null;
  let cover: (() => Response) | null = null;

  function isWrite({ method, url }: Request): boolean {
    const { pathname } = new URL(url);
    return patterns.some(pattern => pattern.method === method && pattern.path.test(pathname));
  }

  chain.hooks.instead = request => {
    if (!isWrite(request)) return null;
    seen += 1;
    if (lost?.when === 'before' && lost.nth === seen) throw new NoAnswer('ECONNRESET');
    return instead?.() ?? null;
  };
  chain.hooks.after = (request, response) => {
    if (!isWrite(request) || instead !== null) return response;
    if (response.ok) taken.push(`${request.method} ${new URL(request.url).pathname}`);
    if (lost?.when === 'after' && lost.nth === seen) throw new NoAnswer('ECONNRESET');
    return cover?.() ?? response;
  };

  return {
    taken: () => taken,
    start(loss) {
      taken = [];
      seen = 0;
      lost = loss ?? null;
    },
    answerWith(make) {
      instead = make;
    },
    coverWith(make) {
      cover = make;
    },
  };
}

function toPattern(path: string): RegExp {
  const parts = path.split(/\{\w+\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}

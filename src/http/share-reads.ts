import type { OperationTable } from '#domain/operation.ts';
import type { AdapterContext } from '#domain/vendor.ts';
import { buildPath, type Call, traceOf } from './request.ts';

/**
 * Reads that are alike and under way at once become one call: the sections of a case are read together, and several of
 * them begin with the same record. Nothing is kept beyond the answer. Everyone who waited for it has it in their trace.
 */
export function shareReads<Table extends OperationTable>(
  context: AdapterContext,
  operations: Table,
  call: Call<Table>,
): Call<Table> {
  const underWay = new Map<string, { answer: Promise<unknown>; signal: AbortSignal }>();
  return async (name, args) => {
    const operation = operations[name];
    if (operation === undefined || operation.class !== 'R' || args.body !== undefined)
      return call(name, args);
    const key = `${operation.target} ${args.numbers ?? 'plain'} ${buildPath(operation, args)}`;
    const other = underWay.get(key);
    if (other !== undefined) {
      try {
        const answer = await other.answer;
        args.signal.throwIfAborted();
        context.trace?.(args.signal, traceOf(operation, args, answer));
        return answer;
      } catch (error) {
        args.signal.throwIfAborted();
        // Whoever asked first gave up; that is no answer for the others.
        if (!other.signal.aborted) throw error;
      }
    }
    const answer = call(name, args);
    underWay.set(key, { answer, signal: args.signal });
    try {
      return await answer;
    } finally {
      if (underWay.get(key)?.answer === answer) underWay.delete(key);
    }
  };
}

import type { AdapterContext } from '#domain/vendor.ts';

/** The file tree tells passwords and the server's own paths in clear: nobody is shown them, in the raw view neither. */
const secretKeys: ReadonlySet<string> = new Set(['file_password', 'file_local_name']);
const hidden = 'hidden by Casefold';

/** The same context, whose trace has no secrets of the datastore in it. */
export function hideFileSecrets(context: AdapterContext): AdapterContext {
  const { trace } = context;
  if (trace === undefined) return context;
  return {
    ...context,
    trace: (signal, exchange) => {
      const isFiles = exchange.path.startsWith('/datastore/');
      trace(signal, isFiles ? { ...exchange, answer: hide(exchange.answer) } : exchange);
    },
  };
}

/** Nothing set stays to be seen as nothing. */
function hide(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hide);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isSet = item !== null && item !== '';
      return [key, secretKeys.has(key) && isSet ? hidden : hide(item)];
    }),
  );
}

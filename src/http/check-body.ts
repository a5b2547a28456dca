import * as v from 'valibot';
import { VendorError } from '#domain/vendor-error.ts';

/**
 * A write's body by the schema of its operation, before it is sent: the gateway would refuse it too, and not say which
 * field it was. `vendor` is who is named in the sentence.
 */
export function checkBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
  vendor: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue) ?? 'value';
  throw new VendorError({
    code: 'invalid',
    reason: 'value-refused',
    message: `${vendor} does not take this ${field}. Nothing was sent.`,
    retryable: false,
    fields: { [field]: issue.message },
  });
}

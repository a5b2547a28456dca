export type Body = Readonly<Record<string, unknown>>;

/** The server does not mind what it cannot read: a body that is no object counts as empty. */
export async function readBody(request: Request): Promise<Body> {
  const text = await request.text();
  try {
    const body: unknown = JSON.parse(text === '' ? '{}' : text);
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}

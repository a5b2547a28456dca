const allowed = new Set(
  'p br b i em strong u s code pre blockquote ul ol li table thead tbody tr th td h1 h2 h3 h4 a hr span div'.split(
    ' ',
  ),
);

/** "Safe HTML" fields are cleaned on the way in: what is not allowed is dropped, and nobody is told. */
export function cleanHtml(html: string): string {
  return html
    .replace(/<(script|style|iframe|object)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<(\/?)([a-z][a-z0-9]*)\b([^>]*)>/gi, (_, slash: string, name: string, attributes: string) => {
      if (!allowed.has(name.toLowerCase())) return '';
      return `<${slash}${name}${slash === '' ? keepHref(name, attributes) : ''}>`;
    });
}

function keepHref(name: string, attributes: string): string {
  if (name.toLowerCase() !== 'a') return '';
  const href = /href="(https?:[^"]*)"/i.exec(attributes)?.[1];
  return href === undefined ? '' : ` href="${href}"`;
}

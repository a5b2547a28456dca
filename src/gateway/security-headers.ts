const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'dompurify casefold',
} as const;

/**
 * The policy of every page. The demo stands on web servers that set no headers of ours, so there it travels in a
 * `<meta>` element, where `frame-ancestors` means nothing; and it registers a service worker, for which Trusted Types
 * ask a default policy.
 */
export function contentSecurityPolicy({ isDemo }: { isDemo: boolean }): string {
  const { 'frame-ancestors': frameAncestors, ...everywhere } = policy;
  const directives: Record<string, string> = isDemo
    ? { ...everywhere, 'trusted-types': `${policy['trusted-types']} default` }
    : { ...everywhere, 'frame-ancestors': frameAncestors };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
} as const;

/** On every page and file of the app. */
export const appHeaders: Readonly<Record<string, string>> = {
  ...everywhere,
  'content-security-policy': contentSecurityPolicy({ isDemo: false }),
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
};

/** On every answer under `/api`: never kept, never a document. */
export const apiHeaders: Readonly<Record<string, string>> = {
  ...everywhere,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
};

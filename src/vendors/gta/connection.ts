import type { ConnectionForm, FormProblems } from '#domain/connection.ts';

const fallbacks = {
  tokenOrigin: 'https://visibility.amp.cisco.com',
  apiOrigin: 'https://api.cta.eu.amp.cisco.com',
  appOrigin: 'https://cta.eu.amp.cisco.com',
} as const;

function preset(label: string, tokenOrigin: string) {
  return { label, values: { ...fallbacks, tokenOrigin } };
}

export const form: ConnectionForm = {
  fields: [
    {
      key: 'tokenOrigin',
      label: 'Token address',
      kind: 'origin',
      required: false,
      hint: 'The visibility host of your region, where the API client was made.',
      example: fallbacks.tokenOrigin,
      fallback: fallbacks.tokenOrigin,
    },
    {
      key: 'apiOrigin',
      label: 'API address',
      kind: 'origin',
      required: false,
      hint: 'All regions are served from here.',
      example: fallbacks.apiOrigin,
      fallback: fallbacks.apiOrigin,
    },
    {
      key: 'appOrigin',
      label: 'App address',
      kind: 'origin',
      required: false,
      hint: 'Asked for the customer id when none is given below.',
      example: fallbacks.appOrigin,
      fallback: fallbacks.appOrigin,
    },
    {
      key: 'customerId',
      label: 'Customer id',
      kind: 'text',
      required: false,
      hint: 'Looked up when left empty. In Global Threat Alerts it stands under the user icon.',
      example: 'CTA123456789',
    },
    { key: 'clientId', label: 'Client id', kind: 'text', required: true, hint: 'Of the SecureX API client.' },
    { key: 'clientPassword', label: 'Client password', kind: 'secret', required: true },
  ],
  // https://visibility.amp.cisco.com/clouds.json lists the token hosts. The API has one host in all that is published.
  presets: [
    preset('North America', 'https://visibility.amp.cisco.com'),
    preset('Europe', 'https://visibility.eu.amp.cisco.com'),
    preset('Asia Pacific, Japan, China', 'https://visibility.apjc.amp.cisco.com'),
  ],
};

/** Only Cisco runs this service. */
export const hosts: readonly RegExp[] = [/^([a-z0-9-]+\.)+cisco\.com$/];

const customerIdShape = /^[\w-]{1,64}$/;

export function validate(settings: Readonly<Record<string, string>>): FormProblems {
  const customerId = settings['customerId'] ?? '';
  if (customerId === '' || customerIdShape.test(customerId)) return {};
  return { customerId: 'A customer id has letters, digits and dashes only, as in CTA123456789.' };
}

export function targets(settings: Readonly<Record<string, string>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [target, key] of [
    ['token', 'tokenOrigin'],
    ['api', 'apiOrigin'],
    ['app', 'appOrigin'],
  ] as const) {
    const origin = readOrigin(settings[key] || fallbacks[key]);
    if (origin !== null) found[target] = origin;
  }
  return found;
}

/**
 * Cisco's own README has the token host bare, its own script needs it with a scheme: both are taken.
 * https://github.com/CiscoSecurity/gta-03-api-use-cases
 */
function readOrigin(text: string): string | null {
  const given = text.trim();
  const address = given.includes('://') ? given : `https://${given}`;
  if (!URL.canParse(address)) return null;
  const { origin } = new URL(address);
  return origin === 'null' ? null : origin;
}

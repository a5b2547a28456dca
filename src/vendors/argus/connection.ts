import type { ConnectionForm } from '#domain/connection.ts';

const origin = 'https://api.mnemonic.no';

export const form: ConnectionForm = {
  fields: [
    {
      key: 'origin',
      label: 'API address',
      kind: 'origin',
      required: true,
      hint: 'The address of the Argus API, not of the portal.',
      example: origin,
      fallback: origin,
    },
    {
      key: 'apiKey',
      label: 'API key',
      kind: 'secret',
      required: true,
      hint: 'Made in the Argus portal. A key is limited in time and to source addresses: the address Casefold calls from must be among them.',
      example: '1/2/mysecretapikey',
    },
  ],
  presets: [{ label: 'mnemonic', values: { origin } }],
};

/** Only mnemonic runs Argus. */
export const hosts: readonly RegExp[] = [/^([a-z0-9-]+\.)*mnemonic\.no$/];

export function targets(settings: Readonly<Record<string, string>>): Record<string, string> {
  return { api: settings['origin'] || origin };
}

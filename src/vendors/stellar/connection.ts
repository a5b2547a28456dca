import type { ConnectionForm, FormProblems } from '#domain/connection.ts';

export const form: ConnectionForm = {
  fields: [
    {
      key: 'origin',
      label: 'Address',
      kind: 'origin',
      required: true,
      hint: 'Where you open Stellar Cyber in the browser. Certificates of your own servers can be trusted below.',
      example: 'https://your-name.stellarcyber.cloud',
    },
    {
      key: 'username',
      label: 'User name',
      kind: 'text',
      required: false,
      hint: 'The mail address that the key belongs to. Leave it empty for a scoped key (5.5 and newer), which goes alone.',
      example: 'api@example.com',
    },
    {
      key: 'tenantId',
      label: 'Tenant id',
      kind: 'text',
      required: false,
      hint: 'Only cases of this tenant are shown. The ID column of System | Tenants has it.',
      example: 'c7cc6762d8dd4dafa7384f4e0240fc8d',
    },
    {
      key: 'apiKey',
      label: 'API key',
      kind: 'secret',
      required: true,
      hint: 'The refresh token of the user, or the scoped key. It is exchanged for a token that lives ten minutes.',
    },
  ],
  presets: [
    { label: 'Stellar Cyber cloud', values: { origin: 'https://your-name.stellarcyber.cloud' } },
    { label: 'Your own server', values: { origin: 'https://stellar.example.com' } },
  ],
};

export function validate(settings: Readonly<Record<string, string>>): FormProblems {
  const problems: Record<string, string> = {};
  const origin = settings['origin'] ?? '';
  const { username = '', tenantId = '' } = settings;
  if (origin.includes('//your-name.')) problems['origin'] = 'Put the name of your own instance here.';
  // A colon would end the user name within the Basic header.
  if (!/^[^:\s]*$/.test(username)) problems['username'] = 'A user name has no colon and no space.';
  if (!/^[0-9a-zA-Z-]{0,64}$/.test(tenantId)) {
    problems['tenantId'] = 'A tenant id has letters, digits and dashes only; its display name does not work.';
  }
  return problems;
}

export function targets(settings: Readonly<Record<string, string>>): Record<string, string> {
  const { origin = '' } = settings;
  return URL.canParse(origin) ? { api: new URL(origin).origin } : {};
}

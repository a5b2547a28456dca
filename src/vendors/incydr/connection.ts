import type { ConnectionForm, FormPreset, FormProblems } from '#domain/connection.ts';

type Settings = Readonly<Record<string, string>>;

export const form: ConnectionForm = {
  fields: [
    {
      key: 'api',
      label: 'API',
      kind: 'choice',
      required: true,
      fallback: 'gateway',
      options: [
        { value: 'gateway', label: 'Current (/v1/cases)' },
        { value: 'legacy', label: 'Legacy (/api/v1/case)' },
      ],
    },
    {
      key: 'casesOrigin',
      label: 'API address',
      kind: 'origin',
      required: true,
      hint: 'The host that answers for cases. It differs from the console.',
      example: 'https://api.us.code42.com',
    },
    {
      key: 'consoleOrigin',
      label: 'Console address',
      kind: 'origin',
      required: true,
      hint: 'Where you sign in to the console. The legacy API gets its tokens there.',
      example: 'https://console.us.code42.com',
      when: { key: 'api', oneOf: ['legacy'] },
    },
    {
      key: 'login',
      label: 'Sign in as',
      kind: 'choice',
      required: true,
      fallback: 'client',
      options: [
        { value: 'client', label: 'API client' },
        { value: 'user', label: 'User' },
      ],
    },
    {
      key: 'clientId',
      label: 'Client id',
      kind: 'text',
      required: true,
      example: 'key-4251b2cf-8d36-4d42-9a17-6f21c0de4242',
      when: { key: 'login', oneOf: ['client'] },
    },
    {
      key: 'clientSecret',
      label: 'Client secret',
      kind: 'secret',
      required: true,
      when: { key: 'login', oneOf: ['client'] },
    },
    {
      key: 'username',
      label: 'User name',
      kind: 'text',
      required: true,
      hint: 'A local user with a role that may see cases. Users of single sign-on cannot sign in this way.',
      example: 'analyst@example.com',
      when: { key: 'login', oneOf: ['user'] },
    },
    {
      key: 'password',
      label: 'Password',
      kind: 'secret',
      required: true,
      when: { key: 'login', oneOf: ['user'] },
    },
    {
      key: 'totp',
      label: 'One-time code',
      kind: 'choice',
      required: false,
      fallback: 'no',
      hint: 'With two-factor sign-in a new code is asked for every hour.',
      options: [
        { value: 'no', label: 'Not asked for' },
        { value: 'yes', label: 'Asked for at every sign-in' },
      ],
      when: { key: 'login', oneOf: ['user'] },
    },
  ],
  presets: [
    current('United States', 'us'),
    current('United States, US2', 'us2'),
    current('United States, US7', 'us7'),
    current('United States, federal', 'gov'),
    current('Ireland', 'ie'),
    current('United Kingdom', 'uk'),
    current('Germany', 'de'),
    current('Canada', 'ca'),
    current('Australia', 'au'),
    current('South Africa', 'za'),
    legacy('United States', 'https://console.us.code42.com', 'https://east-cases.us.code42.com'),
    legacy(
      'United States, US2',
      'https://www.crashplan.com',
      'https://default-cases.prod.ffs.us2.code42.com',
    ),
    legacy(
      'United States, federal',
      'https://console.gov.code42.com',
      'https://default-cases.gov.code42.com',
    ),
    legacy('Ireland', 'https://console.ie.code42.com', 'https://default-cases.ie.code42.com'),
  ],
};

/** https://developer.code42.com: `api.{region}` serves `console.{region}`. */
function current(label: string, region: string): FormPreset {
  return {
    label,
    values: {
      api: 'gateway',
      casesOrigin: `https://api.${region}.code42.com`,
      consoleOrigin: `https://console.${region}.code42.com`,
    },
  };
}

/** The hosts of the "Cases API" support article, one per service. */
function legacy(label: string, consoleOrigin: string, casesOrigin: string): FormPreset {
  return { label: `${label} (legacy)`, values: { api: 'legacy', casesOrigin, consoleOrigin } };
}

/** Only Code42 runs this service; its US2 console is at CrashPlan's old address. */
export const hosts: readonly RegExp[] = [/^([a-z0-9-]+\.)+code42\.com$/, /^www\.crashplan\.com$/];

export function validate(settings: Settings): FormProblems {
  const [key, label] = isUserLogin(settings)
    ? (['username', 'user name'] as const)
    : (['clientId', 'client id'] as const);
  // Basic credentials end the name at the first colon.
  return settings[key]?.includes(':') ? { [key]: `A ${label} holds no colon.` } : {};
}

/** `console` issues the tokens of the legacy API; the current one does all at one address. */
export function targets(settings: Settings): Record<string, string> {
  const { casesOrigin, consoleOrigin } = settings;
  return {
    ...(casesOrigin ? { cases: casesOrigin } : {}),
    ...(consoleOrigin && isLegacy(settings) ? { console: consoleOrigin } : {}),
  };
}

export function isLegacy(settings: Settings): boolean {
  return settings['api'] === 'legacy';
}

export function isUserLogin(settings: Settings): boolean {
  return settings['login'] === 'user';
}

/** A code is asked of users only; an API client has none. */
export function isCodeNeeded(settings: Settings): boolean {
  return isUserLogin(settings) && settings['totp'] === 'yes';
}

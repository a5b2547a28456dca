import type { AdapterContext, CheckReport } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { type CheckPart, runCheck } from '#http/check.ts';
import type { CaseList } from './case-list.ts';
import { type CaseSource, tenantParameters } from './case-source.ts';

const sample = { limit: 50, sort: 'created_at', order: 'desc' } as const;

/** From the address to the right to read cases; with a tenant chosen, also whether the server keeps to it. */
export function check(
  context: AdapterContext,
  source: CaseSource,
  signal: AbortSignal,
): Promise<CheckReport> {
  const { username = '', tenantId = '' } = context.connection.settings;
  let answer: Promise<CaseList> | null = null;
  const ask = () => {
    answer ??= source.list(sample, tenantId === '' ? null : tenantParameters[0], signal);
    return answer;
  };

  async function probe(): Promise<string> {
    try {
      await ask();
    } catch (error) {
      // The key is good; what it may not do is the next step's to say.
      if (!(error instanceof VendorError && error.code === 'forbidden')) throw error;
    }
    return username === '' ? 'The scoped key was taken.' : `Signed in as ${username}.`;
  }

  const parts: CheckPart[] = [
    {
      label: 'May read cases',
      run: async () => {
        const { total } = await ask();
        return total === null
          ? undefined
          : `${total.toLocaleString('en')} ${total === 1 ? 'case' : 'cases'}.`;
      },
    },
  ];
  if (tenantId !== '') parts.push({ label: 'Tenant is kept to', run: checkTenant });

  async function checkTenant(): Promise<string> {
    if ((await ask()).cases.every(source.isOurs)) return `Only cases of tenant ${tenantId} came.`;
    for (const parameter of tenantParameters.slice(1)) {
      const { cases } = await source.list(sample, parameter, signal);
      if (cases.every(source.isOurs))
        return `Only cases of tenant ${tenantId} came, asked for by ${parameter}.`;
    }
    return 'The server sends cases of other tenants too. They are left out here, so a count of all is not known.';
  }

  const labels = {
    api: 'Stellar Cyber API answers',
    credential: username === '' ? 'Scoped key accepted' : 'User name and refresh token accepted',
  };
  return runCheck(labels, probe, parts, context.now);
}

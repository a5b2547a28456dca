import * as v from 'valibot';
import type { SecretVault } from './secret-vault.ts';

const service = 'casefold';
const probeTimeoutMs = 3_000;
const keptSecret = v.strictObject({ value: v.string(), boundTo: v.string() });

/** The operating system's keyring; null where there is none that takes, gives back and forgets an entry. */
export async function openKeyringVault(): Promise<SecretVault | null> {
  const keyring = await import('@napi-rs/keyring').catch(() => null);
  if (keyring === null) return null;
  const { AsyncEntry } = keyring;
  const entry = (key: string) => new AsyncEntry(service, key);

  const vault: SecretVault = {
    info: { kind: 'keyring' },
    async get(key) {
      const text = await entry(key).getPassword();
      if (text === null || text === undefined) return null;
      return v.parse(keptSecret, JSON.parse(text));
    },
    async set(key, secret) {
      await entry(key).setPassword(JSON.stringify(secret));
    },
    async remove(key) {
      await entry(key).deletePassword();
    },
  };
  return (await isWorking(vault)) ? vault : null;
}

async function isWorking(vault: SecretVault): Promise<boolean> {
  const probe = async () => {
    const secret = { value: String(process.pid), boundTo: '' };
    await vault.set('probe', secret);
    const isKept = (await vault.get('probe'))?.value === secret.value;
    await vault.remove('probe');
    return isKept;
  };
  const signal = AbortSignal.timeout(probeTimeoutMs);
  const giveUp = new Promise<boolean>(resolve => signal.addEventListener('abort', () => resolve(false)));
  return Promise.race([probe().catch(() => false), giveUp]);
}

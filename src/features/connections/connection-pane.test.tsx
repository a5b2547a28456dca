// @vitest-environment jsdom
import './test-browser.ts';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '#domain/connection.ts';
import type { CheckReport } from '#domain/vendor.ts';
import { type ConnectionDraft, GatewayError, type SecretStoreInfo } from '#store/gateway-api.ts';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { ConnectionPane } from './connection-pane.tsx';
import { dropDraft } from './form-drafts.ts';
import { connectionOf, vendors } from './test-vendors.ts';

const passed: CheckReport = {
  isPassed: true,
  steps: [{ label: 'Address answers', state: 'passed', durationMs: 41 }],
};
const fingerprint = `4F:${'00:'.repeat(30)}08`;
const untrusted: CheckReport = {
  isPassed: false,
  steps: [
    { label: 'Address answers', state: 'passed', durationMs: 41 },
    {
      label: 'Certificate trusted',
      state: 'failed',
      reason: 'tls-unknown-authority',
      facts: { issuer: 'Oslo Internal CA', fingerprint },
    },
    { label: 'Key accepted', state: 'not-tried' },
  ],
};

/** A gateway that notes what it was sent, and answers or refuses as told. */
function createGateway({ report = passed, refusal }: { report?: CheckReport; refusal?: GatewayError } = {}) {
  const sent: { to: string; draft: ConnectionDraft }[] = [];
  const answer = async <Value,>(to: string, draft: ConnectionDraft, value: Value): Promise<Value> => {
    sent.push({ to, draft });
    if (refusal !== undefined) throw refusal;
    return value;
  };
  return {
    sent,
    commands: {
      addConnection: (draft: ConnectionDraft) => answer('add', draft, connectionOf()),
      changeConnection: (draft: ConnectionDraft) => answer('change', draft, connectionOf()),
      checkDraft: (draft: ConnectionDraft) => answer('check', draft, report),
    },
  };
}

type Options = {
  connection?: Connection | null;
  gateway?: ReturnType<typeof createGateway>;
  secretStore?: SecretStoreInfo;
};

function open({
  connection = null,
  gateway = createGateway(),
  secretStore = { kind: 'keyring' },
}: Options = {}) {
  const saved: Connection[] = [];
  const { unmount } = render(
    <TestKit>
      <ConnectionPane
        connection={connection}
        vendors={vendors}
        takenNames={['Stellar']}
        commands={gateway.commands}
        secretStore={secretStore}
        isReplacing={false}
        onSaved={one => saved.push(one)}
        onClose={() => {}}
      />
    </TestKit>,
  );
  return { user: userEvent.setup(), sent: gateway.sent, saved, close: unmount };
}

const field = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });
const chooseVendor = (name: string) =>
  within(screen.getByRole('radiogroup', { name: 'Vendor' })).getByRole('radio', { name });

beforeEach(() => {
  dropDraft('');
  dropDraft('iris-oslo');
});
afterEach(cleanup);

describe('adding a connection', () => {
  it('asks for what the vendor needs, and sends nothing before it is there', async () => {
    const { user, sent } = open();
    await user.click(chooseVendor('IRIS'));
    await user.click(button('Test'));
    expect(screen.getByText('Address is needed.')).toBeTruthy();
    expect(document.activeElement).toBe(field('Address'));
    expect(sent).toEqual([]);
  });

  it('tests what is typed, then saves it under a name of its own', async () => {
    const { user, sent, saved } = open();
    await user.type(field('Address'), 'https://stellar.example.com/');
    await user.type(screen.getByLabelText('API key'), 'key of mine');
    await user.click(button('Test'));
    expect(await screen.findByText('41 ms')).toBeTruthy();
    await user.click(button('Save'));
    expect(sent.map(({ to }) => to)).toEqual(['check', 'add']);
    expect(sent[1]?.draft).toEqual({
      id: '',
      vendor: 'stellar',
      name: 'Stellar 2',
      settings: { origin: 'https://stellar.example.com' },
      secrets: { apiKey: 'key of mine' },
      keep: { closedDays: 90 },
    });
    expect(saved).toHaveLength(1);
  });

  it('takes a passed test no longer for one of what was typed since', async () => {
    const { user } = open();
    await user.type(field('Address'), 'https://stellar.example.com');
    await user.click(button('Test'));
    await screen.findByRole('button', { name: 'Save' });
    await user.type(field(/^User name/), 'a');
    expect(button('Save untested')).toBeTruthy();
    expect(screen.getByText(/before the last change/)).toBeTruthy();
  });

  it('fills several fields from a preset', async () => {
    const { user } = open();
    await user.click(chooseVendor('Incydr'));
    await user.selectOptions(screen.getByLabelText('Region or host preset'), 'Ireland');
    expect(field('API address').value).toBe('https://api.ie.code42.com');
  });

  it('loses nothing while another vendor is tried, and offers no vendor the key of another', async () => {
    const { user, sent } = open();
    await user.type(field('Address'), 'https://stellar.example.com');
    await user.type(screen.getByLabelText('API key'), 'key of Stellar');
    await user.click(chooseVendor('Argus'));
    expect(screen.getByLabelText<HTMLInputElement>('API key').value).toBe('');
    await user.click(button('Save untested'));
    expect(sent[0]?.draft).toMatchObject({ vendor: 'argus', secrets: {} });
    await user.click(chooseVendor('Stellar'));
    expect(field('Address').value).toBe('https://stellar.example.com');
  });

  it('keeps all that was typed when the gateway refuses, and says it at the field', async () => {
    const refusal = new GatewayError('Put the name of your own instance here.', {
      type: 'about:blank',
      status: 422,
      code: 'settings-invalid',
      title: 'Put the name of your own instance here.',
      facts: { 'settings.origin': 'This host is not yours.' },
    });
    const { user, saved } = open({ gateway: createGateway({ refusal }) });
    await user.type(field('Address'), 'https://your-name.stellarcyber.cloud');
    await user.click(button('Save untested'));
    expect(await screen.findByText('This host is not yours.')).toBeTruthy();
    expect(screen.getByText(/Nothing was saved, and what you typed is kept\./)).toBeTruthy();
    expect(field('Address').value).toBe('https://your-name.stellarcyber.cloud');
    expect(saved).toEqual([]);
  });

  it('offers what was typed again after it was closed, but no secret', async () => {
    const first = open();
    await first.user.type(field('Address'), 'https://stellar.example.com');
    await first.user.type(screen.getByLabelText('API key'), 'key of mine');
    first.close();
    const { user } = open();
    expect(field('Address').value).toBe('https://stellar.example.com');
    expect(screen.getByLabelText<HTMLInputElement>('API key').value).toBe('');
    expect(screen.getByText(/not saved\. Secrets were not kept\./)).toBeTruthy();
    await user.click(button('Start over'));
    expect(field('Address').value).toBe('');
  });

  it('takes no secret in the demo, and says so', () => {
    const notice = 'This is the demo. It takes no secrets.';
    open({ secretStore: { kind: 'demo', notice } });
    expect(screen.getByText(notice)).toBeTruthy();
    expect(screen.queryByLabelText('API key')).toBeNull();
  });
});

describe('changing a connection', () => {
  it('saves a new name without a test, and leaves the secret as it is', async () => {
    const { user, sent } = open({ connection: connectionOf() });
    expect(screen.queryByLabelText('API key')).toBeNull();
    await user.clear(field('Name'));
    await user.type(field('Name'), 'IRIS');
    await user.click(button('Save'));
    expect(sent).toMatchObject([{ to: 'change', draft: { id: 'iris-oslo', name: 'IRIS', secrets: {} } }]);
  });

  it('replaces a secret on demand', async () => {
    const { user, sent } = open({ connection: connectionOf() });
    await user.click(button('Replace API key'));
    await user.type(screen.getByLabelText('API key'), 'new key');
    await user.click(button('Save untested'));
    expect(sent[0]?.draft.secrets).toEqual({ apiKey: 'new key' });
  });

  it('asks for the secret again when the address becomes another one', async () => {
    const { user } = open({ connection: connectionOf() });
    await user.type(field('Address'), '2');
    expect(screen.getByText(/what is stored is not sent there/)).toBeTruthy();
    expect(screen.getByLabelText('API key')).toBeTruthy();
  });

  it('trusts a certificate only after all of it was shown, and tests again with it', async () => {
    const { user, sent } = open({
      connection: connectionOf(),
      gateway: createGateway({ report: untrusted }),
    });
    await user.click(button('Test'));
    expect(await screen.findByText('Certificate not trusted')).toBeTruthy();
    expect(screen.getByText('not tried')).toBeTruthy();
    await user.click(button('Trust this certificate…'));
    const dialog = await screen.findByRole('dialog', { name: 'Trust this certificate' });
    expect(within(dialog).getByText(fingerprint)).toBeTruthy();
    expect(sent).toHaveLength(1);
    await user.click(within(dialog).getByRole('button', { name: 'Trust this certificate' }));
    expect(field(/^Certificate fingerprint/).value).toBe(fingerprint);
    await user.click(button('Test again'));
    expect(sent[1]?.draft.settings['certificateSha256']).toBe(fingerprint);
  });
});

import * as v from 'valibot';
import { type Authenticator, SignInError } from '#domain/authenticator.ts';
import { type OperationTable, rule } from '#domain/operation.ts';
import type { Vendor } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { runCheck } from '#http/check.ts';
import { createCall } from '#http/request.ts';
import { createSections, noDownloads } from '#http/sections.ts';

/** A made-up vendor with one of everything that the gateway must handle. */
const operations = {
  list: {
    method: 'GET',
    path: '/v1/cases',
    class: 'R',
    target: 'api',
    query: {
      limit: rule.count(500),
      tag: { pattern: /^\w+$/, repeatable: true },
      text: rule.text,
      'FROM~at': rule.int,
    },
  },
  get: { method: 'GET', path: '/v1/cases/{id}', class: 'R', target: 'api', params: { id: rule.int } },
  file: {
    method: 'GET',
    path: '/v1/files/{name}.json',
    class: 'R',
    target: 'api',
    params: { name: rule.token },
  },
  newest: { method: 'GET', path: '/v1/cases/newest', class: 'R', target: 'api' },
  tasks: {
    method: 'GET',
    path: '/v1/tasks',
    class: 'R',
    target: 'api',
    query: { cid: { ...rule.int, required: true } },
  },
  slow: { method: 'GET', path: '/v1/slow', class: 'R', target: 'api', limits: { timeoutMs: 150 } },
  small: { method: 'GET', path: '/v1/small', class: 'R', target: 'api', limits: { maxResponseBytes: 1000 } },
  bytes: {
    method: 'GET',
    path: '/v1/bytes/{id}',
    class: 'R',
    target: 'api',
    answer: 'file',
    params: { id: rule.int },
  },
  smallBytes: {
    method: 'GET',
    path: '/v1/small-bytes',
    class: 'R',
    target: 'api',
    answer: 'file',
    limits: { maxResponseBytes: 100_000 },
  },
  slowBytes: {
    method: 'GET',
    path: '/v1/slow-bytes',
    class: 'R',
    target: 'api',
    answer: 'file',
    limits: { timeoutMs: 150 },
  },
  pages: {
    method: 'GET',
    path: '/v1/pages',
    class: 'R',
    target: 'api',
    answer: 'file',
    isHtmlExpected: true,
  },
  comment: {
    method: 'POST',
    path: '/v1/cases/{id}/comments',
    class: 'N',
    target: 'api',
    params: { id: rule.int },
    body: v.strictObject({ text: v.string() }),
  },
  replace: {
    method: 'PUT',
    path: '/v1/cases/{id}',
    class: 'I',
    target: 'api',
    params: { id: rule.int },
    body: v.object({ title: v.string() }),
  },
  remove: { method: 'DELETE', path: '/v1/cases/{id}', class: 'I', target: 'api', params: { id: rule.int } },
  elsewhere: { method: 'GET', path: '/v1/elsewhere', class: 'R', target: 'missing' },
} as const satisfies OperationTable;

export const plum: Vendor = {
  id: 'plum',
  name: 'Plum',
  shortName: 'Plum',
  offers: 'Cases',
  form: {
    fields: [
      { key: 'origin', label: 'Address', kind: 'origin', required: true },
      {
        key: 'login',
        label: 'Login',
        kind: 'choice',
        required: false,
        fallback: 'key',
        options: [
          { value: 'key', label: 'Key' },
          { value: 'user', label: 'User' },
        ],
      },
      {
        key: 'username',
        label: 'User',
        kind: 'text',
        required: true,
        when: { key: 'login', oneOf: ['user'] },
      },
      { key: 'page', label: 'Page', kind: 'number', required: false },
      { key: 'apiKey', label: 'Key', kind: 'secret', required: true },
      { key: 'password', label: 'Password', kind: 'secret', required: false },
    ],
    presets: [],
  },
  validate: settings => (settings['page'] === '13' ? { page: 'Not thirteen.' } : {}),
  targets: settings => (settings['origin'] === undefined ? {} : { api: settings['origin'] }),
  operations,
  sections: [],
  curlHeader: 'Authorization: $KEY',
  maxConcurrency: 4,
  pollMs: 30_000,
  createAdapter(context) {
    const call = createCall(context, operations, (status, body) => {
      return new VendorError({
        code: 'invalid',
        reason: 'plum',
        message: `Plum said ${status}.`,
        retryable: false,
        status,
        raw: body,
      });
    });
    return {
      check: signal =>
        runCheck(
          { api: 'Plum answers', credential: 'Key accepted' },
          async () => {
            await call('list', { signal });
            return 'Plum 1.0';
          },
          [],
          context.now,
        ),
      pull: () => {
        throw new Error('not part of this vendor');
      },
      get: () => {
        throw new Error('not part of this vendor');
      },
      ...createSections({}),
      download: noDownloads,
      whoAmI: async () => null,
    };
  },
};

/** Trades the key for a token at `/v1/token`, as most vendors do. `login: key` sends the key itself. */
export const plumAuthenticator: Authenticator = {
  async signIn({ settings, secret, totp, send, now }) {
    const key = secret('apiKey');
    if (key === null) throw new SignInError('secret-missing', 'The key is not set.');
    if (settings['login'] !== 'user') return { headers: { 'x-plum-key': key }, expiresAt: null };
    const answer = await send({
      method: 'POST',
      target: 'api',
      path: '/v1/token',
      headers: {
        authorization: `Basic ${btoa(`${settings['username']}:${key}`)}`,
        ...(totp === null ? {} : { 'totp-auth': totp }),
      },
      body: '{}',
    });
    if (answer.status >= 500)
      throw new SignInError('sign-in-failed', 'Plum did not sign in.', answer.status, true);
    const body: unknown = JSON.parse(answer.text);
    if (answer.status === 401) {
      const isTotp = answer.text.includes('totp');
      throw isTotp
        ? new SignInError('totp-required', 'Plum asks for a one-time code.', 401)
        : new SignInError('credential-refused', 'Plum refused the key.', 401);
    }
    const { token, seconds } = v.parse(v.object({ token: v.string(), seconds: v.number() }), body);
    return { headers: { authorization: `Bearer ${token}` }, expiresAt: now() + seconds * 1000 };
  },
  readRefusal: text => (text.includes('expired') ? 'expired-token' : 'credential-refused'),
};

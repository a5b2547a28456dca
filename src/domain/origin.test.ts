import { describe, expect, test } from 'vitest';
import { readOrigin } from './origin.ts';

describe('readOrigin', () => {
  test.each([
    ['https://soc.example.com', 'https://soc.example.com'],
    ['  https://SOC.example.com/  ', 'https://soc.example.com'],
    ['https://soc.example.com:443', 'https://soc.example.com'],
    ['https://soc.example.com:8443', 'https://soc.example.com:8443'],
    ['https://10.0.0.5', 'https://10.0.0.5'],
    ['http://127.0.0.1:9000', 'http://127.0.0.1:9000'],
    ['http://localhost:9000', 'http://localhost:9000'],
    ['http://[::1]:9000', 'http://[::1]:9000'],
    ['http://2130706433:9000', 'http://127.0.0.1:9000'],
  ])('takes %s', (typed, origin) => {
    expect(readOrigin(typed)).toEqual({ origin });
  });

  test.each([
    '',
    'soc.example.com',
    'http://soc.example.com',
    'http://localhost.example',
    'http://127.0.0.1.nip.io',
    'ftp://soc.example.com',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user@soc.example.com',
    'https://user:pass@soc.example.com',
    'https://soc.example.com/api',
    'https://soc.example.com/?x=1',
    'https://soc.example.com/#x',
    'https://soc.example.com?',
    'https://soc.example.com\\@evil.example',
    'https://soc.example.com:22',
    'https://soc.example.com:6379',
    'https://soc.example.com:99999',
    'https://',
  ])('refuses %s', typed => {
    expect(readOrigin(typed)).toHaveProperty('problem');
  });
});

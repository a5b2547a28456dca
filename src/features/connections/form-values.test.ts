import { describe, expect, it } from 'vitest';
import {
  findProblems,
  isMoved,
  isOtherwiseConnected,
  presetOf,
  shownFields,
  startValues,
  suggestName,
  toDraft,
} from './form-values.ts';
import { connectionOf, vendorOf, vendors } from './test-vendors.ts';

const incydr = vendorOf('incydr');
const iris = vendorOf('iris');

describe('a form as it is filled', () => {
  it('shows what the usual choices ask for before anything is chosen', () => {
    const keys = shownFields(incydr.form, {}).map(({ key }) => key);
    expect(keys).toContain('clientSecret');
    expect(keys).not.toContain('password');
    expect(shownFields(incydr.form, { login: 'user' }).map(({ key }) => key)).toContain('password');
  });

  it('names what is missing, and nothing of fields out of sight', () => {
    const values = { ...startValues(null, vendors), vendorId: 'incydr' };
    expect(Object.keys(findProblems(values, incydr)).sort()).toEqual(['casesOrigin', 'clientId']);
  });

  it('knows days from other text', () => {
    const values = { ...startValues(connectionOf(), vendors), closedDays: 'ninety' };
    expect(findProblems(values, iris)).toHaveProperty('closedDays');
    expect(findProblems({ ...values, isKeepingAll: true }, iris)).toEqual({});
  });

  it('knows a preset again from its addresses', () => {
    const [preset] = vendorOf('gta').form.presets;
    expect(presetOf(vendorOf('gta').form, preset?.values ?? {})).toBe(preset?.label);
    expect(presetOf(iris.form, { origin: 'https://iris.example.com' })).toBe('');
  });

  it('suggests a name nobody has', () => {
    expect(suggestName(iris, [])).toBe('IRIS');
    expect(suggestName(iris, ['IRIS', 'IRIS 2'])).toBe('IRIS 3');
  });
});

describe('what is sent', () => {
  const values = startValues(connectionOf(), vendors);

  it('sends a secret only of the vendor and the field it was typed for', () => {
    const draft = toDraft({
      connection: null,
      vendor: incydr,
      values: { ...values, vendorId: 'incydr', settings: { incydr: { login: 'client' } } },
      secrets: { iris: { apiKey: 'of iris' }, incydr: { clientSecret: ' s ', password: 'typed before' } },
      suggestedName: 'Incydr',
    });
    expect(draft.secrets).toEqual({ clientSecret: 's' });
  });

  it('has nothing to test where only the name or what is kept changed', () => {
    const connection = connectionOf();
    const draftOf = (part: object, settings = connection.settings) =>
      toDraft({
        connection,
        vendor: iris,
        values: { ...values, ...part, settings: { iris: settings } },
        secrets: {},
        suggestedName: 'IRIS',
      });
    expect(isOtherwiseConnected(connection, draftOf({ name: 'Oslo', isKeepingAll: true }))).toBe(false);
    expect(isOtherwiseConnected(connection, draftOf({}, { origin: 'https://other.internal' }))).toBe(true);
    expect(isOtherwiseConnected(null, draftOf({}))).toBe(true);
  });

  it('knows when a stored secret would go to another address', () => {
    expect(isMoved(connectionOf(), iris.form, { origin: 'https://iris.oslo.internal/' })).toBe(false);
    expect(isMoved(connectionOf(), iris.form, { origin: 'https://evil.example' })).toBe(true);
  });
});

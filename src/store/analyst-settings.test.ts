import { describe, expect, it } from 'vitest';
import { readAnalystSettings } from './analyst-settings.ts';

const start = { savedViews: [], defaultView: null, myNames: [], memoryOnly: [] };

describe("an analyst's settings", () => {
  it.each([null, '', '{', '[]', '7', 'null', '"x"'])('start whole from %j', text => {
    expect(readAnalystSettings(text)).toEqual(start);
  });

  it('keep the good part of a broken whole', () => {
    const text = JSON.stringify({ savedViews: [{ name: 'Mine', search: 'q=x' }], defaultView: 7, other: 1 });
    expect(readAnalystSettings(text)).toEqual({ ...start, savedViews: [{ name: 'Mine', search: 'q=x' }] });
  });
});

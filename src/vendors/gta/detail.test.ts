import * as v from 'valibot';
import { expect, test } from 'vitest';
import { toDetail } from './detail.ts';
import { wireAlert, wireAsset, wireDetection, wireThreat } from './wire.ts';

const alert = v.parse(wireAlert, {
  id: 'a1',
  risk: 'High',
  status: { value: 'Closed', closingReasons: ['FalsePositive', 'Other'] },
  etaFlag: 'EtaBasedDetection',
  note: 'Known.\nAllowed.',
});
const detections = [
  v.parse(wireDetection, {
    id: 'd1',
    affectedAssetId: 'asset',
    threatIntelRecordId: 'beacon',
    confidence: 0.9,
    detectedAt: '2026-11-20T10:00:00.000Z',
    modifiedAt: '2026-11-21T10:00:00.000Z',
  }),
  v.parse(wireDetection, { id: 'd2', affectedAssetId: 'gone', threatIntelRecordId: 'gone' }),
];
const beacon = { id: 'beacon', title: 'Beacon', category: 'Malware', subcategory: null, severity: 'High' };
const source = {
  known: {
    alert,
    detections,
    threats: new Map([['beacon', v.parse(wireThreat, beacon)]]),
    assets: new Map([['asset', v.parse(wireAsset, { id: 'asset', assumedOwner: 'WS-0412' })]]),
  },
  customerId: 'CTA1',
  addresses: new Map([['asset', ['10.0.0.1', '10.0.0.2']]]),
};

test('every detection is a sentence, the gravest first, as plain text', () => {
  expect(toDetail('gta', source).description).toEqual({
    format: 'text',
    text: 'Beacon on WS-0412. Malware. Severity High, confidence 0.9.\nA threat that the catalogue does not name.',
  });
});

test('what only this vendor has is a field, and what it did not say is none', () => {
  const fields = Object.fromEntries(toDetail('gta', source).fields.map(field => [field.label, field.text]));
  expect(fields).toEqual({
    'Closing reasons': 'FalsePositive, Other',
    'Asset owner': 'WS-0412',
    Addresses: '10.0.0.1, 10.0.0.2',
    'First detected': '2026-11-20T10:00:00.000Z',
    'Encrypted traffic analytics': 'Yes',
    Customer: 'CTA1',
    'Alert id': 'a1',
    'Detection ids': 'd1\nd2',
    'Asset ids': 'asset\ngone',
  });
});

test('an alert without detections has no description', () => {
  const bare = { ...source, known: { ...source.known, detections: [] } };
  expect(toDetail('gta', bare).description).toBeNull();
});

import * as v from 'valibot';
import { type OperationTable, type ParameterRule, rule } from '#domain/operation.ts';

const idListLimit = 1000;
const customer = { pattern: /^[\w-]{1,64}$/ };
/** 64 hexadecimal digits in every example; other shapes are let through, as it is written nowhere. */
const id = rule.token;
/** Opaque: "High,32c4…", a bare id, a number. */
const cursor: ParameterRule = { pattern: /^[\w.,:+=/ -]{1,300}$/ };
const instant: ParameterRule = { pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/ };
const size = rule.count(1000);
/** Characters. The service's own limit is not published; this is what is sent at most. */
export const longestNote = 100_000;
export const alertStatuses = ['New', 'Open', 'Closed'] as const;

/** Exactly one key with 1 to 1,000 ids: what an empty list means is not documented, and may be everything. */
function idFilter(key: string) {
  const ids = v.pipe(
    v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
    v.minLength(1),
    v.maxLength(idListLimit),
  );
  return v.strictObject({ filter: v.strictObject({ [key]: ids }) });
}

/**
 * The calls that are made. https://github.com/CiscoSecurity/gta-03-api-use-cases documents alerts, detections and
 * their sort orders; assets and the catalogue are known from the scripts beside it.
 */
export const operations = {
  whoAmI: { method: 'GET', path: '/auth/api-clients/me', class: 'R', target: 'app' },
  listAlerts: {
    method: 'GET',
    path: '/alert-management/customer/{customer}/alerts',
    class: 'R',
    target: 'api',
    params: { customer },
    query: {
      size,
      after: cursor,
      sort: rule.oneOf('triggeredAt:asc'),
      triggeredAfter: instant,
      modifiedAfter: instant,
    },
  },
  searchAlerts: {
    method: 'POST',
    path: '/alert-management/customer/{customer}/alerts/search',
    class: 'R',
    target: 'api',
    params: { customer },
    query: { size, after: cursor },
    body: idFilter('alertIds'),
  },
  getAlert: {
    method: 'GET',
    path: '/alert-management/customer/{customer}/alerts/{id}',
    class: 'R',
    target: 'api',
    params: { customer, id },
  },
  setStatus: {
    method: 'PATCH',
    path: '/alert-management/customer/{customer}/alerts/{id}/status',
    class: 'I',
    target: 'api',
    params: { customer, id },
    // `closingReasons` may go with Closed. Its words are published nowhere, so none are sent.
    body: v.strictObject({ status: v.strictObject({ value: v.picklist(alertStatuses) }) }),
  },
  setNote: {
    method: 'PATCH',
    path: '/alert-management/customer/{customer}/alerts/{id}/note',
    class: 'I',
    target: 'api',
    params: { customer, id },
    // One text, overwritten whole.
    body: v.strictObject({ note: v.pipe(v.string(), v.minLength(1), v.maxLength(longestNote)) }),
  },
  removeNote: {
    method: 'DELETE',
    path: '/alert-management/customer/{customer}/alerts/{id}/note',
    class: 'I',
    target: 'api',
    params: { customer, id },
  },
  listDetections: {
    method: 'GET',
    path: '/threat-detection/customer/{customer}/threat-detections',
    class: 'R',
    target: 'api',
    params: { customer },
    query: { size, after: cursor, sort: rule.oneOf('modificationSequenceNumber') },
  },
  searchDetections: {
    method: 'POST',
    path: '/alert-management/customer/{customer}/enriched-threat-detections-with-alert-ids/search',
    class: 'R',
    target: 'api',
    params: { customer },
    query: { size, after: cursor },
    body: idFilter('threatDetectionIds'),
  },
  // Of older scripts; where it is gone, the list below has the same events with the detections they name.
  listConvictingEvents: {
    method: 'GET',
    path: '/threat-detection/customer/{customer}/threat-detections/{id}/events/convicting',
    class: 'R',
    target: 'api',
    params: { customer, id },
    query: { size, after: cursor },
  },
  listContextualEvents: {
    method: 'GET',
    path: '/threat-detection/customer/{customer}/threat-detections/{id}/events/contextual',
    class: 'R',
    target: 'api',
    params: { customer, id },
    query: { size, after: cursor },
  },
  listEvents: {
    method: 'GET',
    path: '/threat-detection/customer/{customer}/enriched-events-with-threat-detection-ids',
    class: 'R',
    target: 'api',
    params: { customer },
    query: {
      size,
      after: cursor,
      sort: rule.oneOf('modificationSequenceNumber'),
      detectedOrModifiedAfter: instant,
    },
  },
  listFlows: {
    method: 'GET',
    path: '/event-detection/customer/{customer}/events/{id}/flows',
    class: 'R',
    target: 'api',
    params: { customer, id },
    query: { size },
  },
  searchAssets: {
    method: 'POST',
    path: '/asset-management/customer/{customer}/assets/search',
    class: 'R',
    target: 'api',
    params: { customer },
    query: { size, after: cursor },
    // Singular, with a list: so in Cisco's own script.
    body: idFilter('assetId'),
  },
  listAddresses: {
    method: 'GET',
    path: '/asset-management/customer/{customer}/assets/{id}/ip-assignments',
    class: 'R',
    target: 'api',
    params: { customer, id },
    query: { size, distinctIPAddresses: rule.flag },
  },
  searchCatalogue: {
    method: 'POST',
    path: '/threat-catalog/records/search',
    class: 'R',
    target: 'api',
    query: { size, after: cursor },
    body: idFilter('threatIntelRecordId'),
  },
} as const satisfies OperationTable;

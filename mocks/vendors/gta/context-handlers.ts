import { HttpResponse, http, type RequestHandler } from 'msw';
import { refuseStranger } from './access.ts';
import { badRequest, notFound } from './answers.ts';
import { readIds, readInstant } from './bodies.ts';
import { answerPage, byId, bySequence } from './pages.ts';
import {
  renderAsset,
  renderDetection,
  renderEnrichedDetection,
  renderEnrichedEvent,
  renderEvent,
  renderFlow,
} from './render.ts';
import type { GtaState } from './state.ts';

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;
type Numbered = { id: string; sequence: number };

/** What surrounds the alerts: detections, events, flows, assets and the catalogue. */
export function contextHandlers(origin: string, state: GtaState): RequestHandler[] {
  const alerts = `${origin}/alert-management/customer/:customer`;
  const detections = `${origin}/threat-detection/customer/:customer`;
  const events = `${origin}/event-detection/customer/:customer`;
  const assets = `${origin}/asset-management/customer/:customer`;

  const open =
    (answer: (request: Request, params: Params) => Response | Promise<Response>) =>
    ({ request, params }: { request: Request; params: Params }) => {
      const refusal = refuseStranger(request, state, params['customer']);
      if (refusal !== null) return refusal;
      state.settle();
      return answer(request, params);
    };

  /** A page of what takes `sort=modificationSequenceNumber`, and no other sort. */
  function numberedPage<Item extends Numbered>(
    request: Request,
    items: readonly Item[],
    render: (item: Item) => object,
  ): Response {
    const sort = new URL(request.url).searchParams.get('sort');
    if (sort === null) return answerPage(request, items, byId<Item>(), render);
    if (sort !== 'modificationSequenceNumber') return badRequest('sort is not supported');
    return answerPage(request, items, bySequence<Item>(), render);
  }

  /** A search by ids. `key` is the one key its filter may have. */
  const searched = <Item extends Numbered>(
    key: string,
    list: () => readonly Item[],
    render: (item: Item) => object,
  ) =>
    open(async request => {
      const ids = await readIds(request, key);
      if (ids === null) return badRequest(`filter.${key} must be a list of at most 1000 ids`);
      const found = list().filter(item => ids === 'all' || ids.has(item.id));
      return numberedPage(request, found, render);
    });

  const knownDetections = () => state.records.detections.filter(detection => detection.isLost !== true);

  return [
    http.post(
      `${alerts}/enriched-threat-detections-with-alert-ids/search`,
      open(async request => {
        const ids = await readIds(request, 'threatDetectionIds');
        if (ids === null) return badRequest('filter.threatDetectionIds must be a list of at most 1000 ids');
        // Not one of the resources that take the sequence number.
        if (new URL(request.url).searchParams.has('sort')) return badRequest('sort is not supported');
        const found = knownDetections().filter(detection => ids === 'all' || ids.has(detection.id));
        return answerPage(request, found, byId(), renderEnrichedDetection);
      }),
    ),
    http.get(
      `${detections}/threat-detections`,
      open(request => numberedPage(request, knownDetections(), renderDetection)),
    ),
    http.get(
      `${detections}/threat-detections/:id/events/:role`,
      open((request, params) => {
        const detection = knownDetections().find(candidate => candidate.id === params['id']);
        if (detection === undefined) return notFound('threat detection not found');
        if (params['role'] === 'convicting')
          return numberedPage(
            request,
            state.records.events.filter(event => event.threatDetectionIds.includes(detection.id)),
            renderEvent,
          );
        if (params['role'] !== 'contextual') return notFound('no such resource');
        // A contextual event belongs to every detection of its asset.
        return numberedPage(
          request,
          state.records.events.filter(
            event =>
              event.threatDetectionIds.length === 0 && event.affectedAssetId === detection.affectedAssetId,
          ),
          renderEvent,
        );
      }),
    ),
    http.get(
      `${detections}/enriched-events-with-threat-detection-ids`,
      open(request => {
        const after = readInstant(new URL(request.url), 'detectedOrModifiedAfter');
        if (Number.isNaN(after)) return badRequest('not an RFC 3339 date-time');
        const found = state.records.events.filter(
          event => after === null || event.detectedAt > after || event.modifiedAt > after,
        );
        return numberedPage(request, found, renderEnrichedEvent);
      }),
    ),
    http.post(
      `${detections}/enriched-events-with-threat-detection-ids/search`,
      searched('securityEventIds', () => state.records.events, renderEnrichedEvent),
    ),
    http.get(
      `${events}/events`,
      open(request => numberedPage(request, state.records.events, renderEvent)),
    ),
    http.post(
      `${events}/events/search`,
      searched('securityEventIds', () => state.records.events, renderEvent),
    ),
    http.get(
      `${events}/events/:id/flows`,
      open((request, params) => {
        const found = state.records.flows.filter(flow => flow.networkSecurityEventId === params['id']);
        return numberedPage(request, found, renderFlow);
      }),
    ),
    http.post(
      `${events}/flows/search`,
      searched('flowIds', () => state.records.flows, renderFlow),
    ),

    http.post(
      `${assets}/assets/search`,
      open(async request => {
        const ids = await readIds(request, 'assetId');
        if (ids === null) return badRequest('filter.assetId must be a list of at most 1000 ids');
        const found = state.records.assets.filter(asset => ids === 'all' || ids.has(asset.id));
        return answerPage(request, found, byId(), renderAsset);
      }),
    ),
    http.get(
      `${assets}/assets/:id`,
      open((_, params) => {
        const asset = state.records.assets.find(candidate => candidate.id === params['id']);
        return asset === undefined ? notFound('asset not found') : HttpResponse.json(renderAsset(asset));
      }),
    ),
    http.get(
      `${assets}/assets/:id/ip-assignments`,
      open((request, params) => {
        const asset = state.records.assets.find(candidate => candidate.id === params['id']);
        if (asset === undefined) return notFound('asset not found');
        const found = asset.addresses.map(address => ({ id: address }));
        return answerPage(request, found, byId(), assignment => ({ ipAddress: assignment.id }));
      }),
    ),

    http.post(
      `${origin}/threat-catalog/records/search`,
      open(async request => {
        const ids = await readIds(request, 'threatIntelRecordId');
        if (ids === null) return badRequest('filter.threatIntelRecordId must be a list of at most 1000 ids');
        const found = state.records.catalogue.filter(record => ids === 'all' || ids.has(record.id));
        return answerPage(request, found, byId(), record => record);
      }),
    ),
    http.get(
      `${origin}/threat-catalog/records/:id`,
      open((_, params) => {
        const record = state.records.catalogue.find(candidate => candidate.id === params['id']);
        return record === undefined ? notFound('record not found') : HttpResponse.json(record);
      }),
    ),
  ];
}

import { HttpResponse, http, type RequestHandler } from 'msw';
import { refuseStranger } from './access.ts';
import { badRequest, notFound } from './answers.ts';
import { readIds, readInstant, readObject } from './bodies.ts';
import type { Alert } from './entities.ts';
import { answerPage, byId, byValue, type Ordering } from './pages.ts';
import { renderAlert, renderDetection } from './render.ts';
import type { GtaState } from './state.ts';

const risks = ['Critical', 'High', 'Medium', 'Low'];
const byRisk = byValue<Alert>(
  (a, b) => risks.indexOf(a.risk) - risks.indexOf(b.risk),
  alert => alert.risk,
);
const byTriggered = byValue<Alert>(
  (a, b) => a.triggeredAt - b.triggeredAt,
  alert => new Date(alert.triggeredAt).toISOString(),
);

/** Alerts can be ordered by risk, unasked, and by `triggeredAt:asc`; never by the sequence number. */
function orderingOf(url: URL): Ordering<Alert> | null {
  const sort = url.searchParams.get('sort');
  if (sort === null) return byRisk;
  return sort === 'triggeredAt:asc' ? byTriggered : null;
}

export function alertHandlers(origin: string, state: GtaState): RequestHandler[] {
  const base = `${origin}/alert-management/customer/:customer/alerts`;

  /** Runs `answer` for the alert that the path names, or says why not. */
  function forAlert(
    request: Request,
    params: Readonly<Record<string, string | readonly string[] | undefined>>,
    answer: (alert: Alert) => Response | Promise<Response>,
  ): Response | Promise<Response> {
    const refusal = refuseStranger(request, state, params['customer']);
    if (refusal !== null) return refusal;
    state.settle();
    const alert = state.findAlert(String(params['id']));
    // Also what an alert answers whose detections have all timed out.
    return alert === undefined ? notFound('alert not found') : answer(alert);
  }

  return [
    http.get(base, ({ request, params }) => {
      const refusal = refuseStranger(request, state, params['customer']);
      if (refusal !== null) return refusal;
      state.settle();
      const url = new URL(request.url);
      const ordering = orderingOf(url);
      if (ordering === null) return badRequest('sort is not supported');
      const triggeredAfter = readInstant(url, 'triggeredAfter');
      const modifiedAfter = readInstant(url, 'modifiedAfter');
      if (Number.isNaN(triggeredAfter) || Number.isNaN(modifiedAfter))
        return badRequest('not an RFC 3339 date-time');
      // Both strictly greater: what happened in the very same millisecond is left out.
      const alerts = state.records.alerts.filter(
        alert =>
          (triggeredAfter === null || alert.triggeredAt > triggeredAfter) &&
          (modifiedAfter === null || alert.modifiedAt > modifiedAfter),
      );
      return answerPage(request, alerts, ordering, renderAlert);
    }),

    http.post(`${base}/search`, async ({ request, params }) => {
      const refusal = refuseStranger(request, state, params['customer']);
      if (refusal !== null) return refusal;
      state.settle();
      const ids = await readIds(request, 'alertIds');
      if (ids === null) return badRequest('filter.alertIds must be a list of at most 1000 ids');
      const ordering = orderingOf(new URL(request.url));
      if (ordering === null) return badRequest('sort is not supported');
      const alerts = state.records.alerts.filter(alert => ids === 'all' || ids.has(alert.id));
      return answerPage(request, alerts, ordering, renderAlert);
    }),

    http.get(`${base}/:id`, ({ request, params }) =>
      forAlert(request, params, alert => HttpResponse.json(renderAlert(alert))),
    ),

    http.get(`${base}/:id/threat-detections`, ({ request, params }) =>
      forAlert(request, params, alert =>
        answerPage(
          request,
          state.records.detections.filter(
            detection => detection.alertIds.includes(alert.id) && detection.isLost !== true,
          ),
          byId(),
          renderDetection,
        ),
      ),
    ),

    http.patch(`${base}/:id/status`, ({ request, params }) =>
      forAlert(request, params, async alert => {
        const status = (await readObject(request))?.['status'];
        const given = (typeof status === 'object' && status !== null ? status : {}) as Record<
          string,
          unknown
        >;
        const value = given['value'];
        const reasons = given['closingReasons'];
        if (value !== 'New' && value !== 'Open' && value !== 'Closed')
          return badRequest('status.value must be New, Open or Closed');
        if (reasons !== undefined && reasons !== null && (!Array.isArray(reasons) || value !== 'Closed'))
          return badRequest('status.closingReasons must be a list, and only with Closed');
        state.setStatus(alert, value, Array.isArray(reasons) ? reasons.map(String) : reasons);
        return HttpResponse.json(renderAlert(alert));
      }),
    ),

    http.patch(`${base}/:id/note`, ({ request, params }) =>
      forAlert(request, params, async alert => {
        const note = (await readObject(request))?.['note'];
        if (typeof note !== 'string') return badRequest('note must be a string');
        state.setNote(alert, note);
        return HttpResponse.json(renderAlert(alert));
      }),
    ),

    http.delete(`${base}/:id/note`, ({ request, params }) =>
      forAlert(request, params, alert => {
        state.setNote(alert, null);
        return new HttpResponse(null, { status: 204 });
      }),
    ),
  ];
}

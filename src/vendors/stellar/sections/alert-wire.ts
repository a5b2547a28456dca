import * as v from 'valibot';
import { isRecord, list, number, part, text, words } from '../wire-parts.ts';
import { stamp } from './stamp.ts';

const named = part({ id: text, name: text });
const place = part({ countryName: text });

/** The document of an alert: of its hundreds of fields, those that a row shows. None can make it fail. */
export const wireAlert = v.object({
  _id: text,
  _index: text,
  _source: part({
    alert_time: stamp,
    comments: list({ comment_user: text, comment: text }),
    /** In the singular on some. */
    detected_field: words,
    detected_fields: words,
    detected_value: words,
    detected_values: words,
    dstip: text,
    dstip_geo: place,
    dstip_host: text,
    dstip_reputation: text,
    event_score: number,
    event_status: text,
    event_tags: words,
    fidelity: number,
    severity: number,
    srcip: text,
    srcip_geo: place,
    srcip_host: text,
    srcip_reputation: text,
    srcip_username: text,
    srcip_usersid: text,
    stellar: part({ alert_time: stamp, status: text }),
    tenant_name: text,
    tenantid: text,
    timestamp: stamp,
    user_action: part({ history: list({ action: text, action_time: stamp }) }),
    write_time: stamp,
    xdr_event: part({
      description: text,
      display_name: text,
      name: text,
      tactic: named,
      tags: words,
      technique: named,
      ttps: list({ tactic: named, technique: named }),
      xdr_killchain_stage: text,
    }),
  }),
});
export type WireAlert = v.InferOutput<typeof wireAlert>;

export const wireAlertPage = v.object({ data: v.object({ docs: v.array(v.unknown()) }) });
export const wireAlertHits = v.object({ hits: v.object({ hits: v.array(v.unknown()) }) });

/** Alerts out of a list; what is not even an object is left out. */
export function readAlerts(items: readonly unknown[]): WireAlert[] {
  return items.filter(isRecord).map(item => v.parse(wireAlert, item));
}

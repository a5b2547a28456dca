import * as v from 'valibot';
import { flag, listOf, number, objectId, text } from '../wire.ts';

/** A row of `/case/timeline/advanced-filter`: names of assets and IOCs, no ids of them and none of the category. */
export const wireEvent = v.object({
  event_id: objectId,
  event_title: text,
  event_content: text,
  event_date: text,
  event_date_wtz: text,
  event_tz: text,
  event_color: text,
  event_tags: text,
  event_is_flagged: flag,
  event_in_summary: flag,
  event_in_graph: flag,
  event_added: text,
  category_name: text,
  user: text,
  assets: listOf(v.object({ name: text, ip: text, compromised: flag })),
  iocs: listOf(v.object({ name: text })),
});
export type Event = v.InferOutput<typeof wireEvent>;

const wireChange = v.object({ action: text, user: text });

/** `/case/timeline/events/{id}`: what the list leaves out. */
export const wireWholeEvent = v.object({
  event_raw: text,
  event_source: text,
  event_uuid: text,
  event_added: text,
  event_in_summary: flag,
  event_in_graph: flag,
  user_id: number,
  modification_history: v.fallback(
    v.record(v.string(), v.fallback(wireChange, { action: null, user: null })),
    {},
  ),
  custom_attributes: v.fallback(v.unknown(), null),
});
export type WholeEvent = v.InferOutput<typeof wireWholeEvent>;

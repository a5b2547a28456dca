import * as v from 'valibot';
import { listOf, number, objectId, text } from '../wire.ts';

/** Another case of the same customer with an asset of the same name and type. */
const wireLink = v.object({ case_id: objectId, case_name: text, case_open_date: text });

/** A row of `/case/assets/list`. `ioc_links` is null where there are none. */
export const wireAsset = v.object({
  asset_id: objectId,
  asset_name: text,
  asset_type: text,
  asset_description: text,
  asset_domain: text,
  asset_ip: text,
  asset_tags: text,
  asset_compromise_status_id: number,
  analysis_status: text,
  ioc_links: listOf(v.object({ ioc_value: text })),
  link: listOf(wireLink),
});
export type Asset = v.InferOutput<typeof wireAsset>;

/** `/case/assets/{id}`: flat, whatever the reference says. */
export const wireWholeAsset = v.object({
  asset_info: text,
  asset_uuid: text,
  date_added: text,
  date_update: text,
  user_id: number,
  linked_ioc: listOf(v.object({ ioc_value: text, type_name: text, ioc_description: text })),
  custom_attributes: v.fallback(v.unknown(), null),
});
export type WholeAsset = v.InferOutput<typeof wireWholeAsset>;

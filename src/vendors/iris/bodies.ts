import * as v from 'valibot';

/**
 * What may be sent to IRIS. Strict, because IRIS answers 400 to a field it does not know; without `cid`, because that
 * stands in the query, and in both places it is refused.
 */

/** A NUL byte anywhere is an HTML 500 of IRIS. */
const text = v.pipe(
  v.string(),
  v.check(value => !value.includes('\0')),
);
const words = (min: number, max: number) => v.pipe(text, v.minLength(min), v.maxLength(max));
const id = v.pipe(v.number(), v.integer(), v.minValue(1));
const attributes = v.record(v.string(), v.unknown());

/** POSTs without content still need JSON: without it some are done and then answered with 400. */
export const nothing = v.strictObject({});

/** `case_name` is required here and goes without its '#ID - ' prefix: absent it is stored as 'None'. */
export const caseUpdate = v.strictObject({
  case_name: v.pipe(
    words(2, 240),
    v.check(name => !/^#\d+ - /.test(name)),
  ),
  case_soc_id: v.optional(text),
  case_description: v.optional(text),
  classification_id: v.optional(id),
  owner_id: v.optional(id),
  status_id: v.optional(v.picklist([0, 1, 2, 3])),
  case_tags: v.optional(text),
  protagonists: v.optional(v.array(v.strictObject({ role: text, name: text, contact: text }))),
  custom_attributes: v.optional(attributes),
});

/** No owner and outcome (400), no tags and protagonists (200, and dropped). A longer name leaves a case nobody can see. */
export const caseNew = v.strictObject({
  case_customer: id,
  case_name: words(2, 240),
  case_description: words(2, 1_000_000),
  case_soc_id: text,
  classification_id: v.optional(v.union([id, v.literal('')])),
  custom_attributes: v.optional(attributes),
});

/** Without the field IRIS answers an HTML 500. */
export const summary = v.strictObject({ case_description: text });
export const logEntry = v.strictObject({ log_content: words(1, 10_000) });
export const outcome = v.strictObject({ status_id: v.picklist([0, 1, 2, 3]) });

export const asset = v.strictObject({
  asset_name: words(2, 1000),
  asset_type_id: id,
  analysis_status_id: id,
  asset_domain: v.optional(text),
  asset_ip: v.optional(text),
  asset_info: v.optional(text),
  asset_description: v.optional(text),
  asset_tags: v.optional(text),
  asset_compromise_status_id: v.optional(v.picklist([0, 1, 2, 3])),
  ioc_links: v.optional(v.array(id)),
  custom_attributes: v.optional(attributes),
});

export const noteNew = v.strictObject({ note_title: words(1, 154), group_id: id, note_content: text });

/** The content always goes with it: IRIS sets a content that is not sent to null. */
export const noteUpdate = v.strictObject({ note_title: words(1, 154), note_content: text });
export const noteSearch = v.strictObject({ search_term: words(1, 500) });
export const noteGroup = v.strictObject({ group_title: words(1, 200) });

export const ioc = v.strictObject({
  ioc_type_id: id,
  ioc_tlp_id: id,
  ioc_value: words(1, 10_000),
  ioc_description: v.optional(text),
  ioc_tags: v.optional(text),
  custom_attributes: v.optional(attributes),
});

/** `event_date` is the wall clock of `event_tz` with a fraction and no zone: of a read event that is `event_date_wtz`. */
export const event = v.strictObject({
  event_title: words(2, 1000),
  event_date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3,6}$/)),
  event_tz: v.pipe(v.string(), v.regex(/^[+-]\d{2}:\d{2}$/)),
  event_category_id: id,
  event_assets: v.array(id),
  event_iocs: v.array(id),
  event_content: v.optional(text),
  event_raw: v.optional(text),
  event_source: v.optional(text),
  event_tags: v.optional(text),
  event_color: v.optional(text),
  event_in_summary: v.optional(v.boolean()),
  event_in_graph: v.optional(v.boolean()),
  event_sync_iocs_assets: v.optional(v.boolean()),
  custom_attributes: v.optional(attributes),
});

/** The assignees are required, be it as `[]`. */
export const task = v.strictObject({
  task_title: words(2, 1000),
  task_status_id: id,
  task_assignees_id: v.array(id),
  task_description: v.optional(text),
  task_tags: v.optional(text),
  custom_attributes: v.optional(attributes),
});
export const taskStatus = v.strictObject({ task_status_id: id });

export const evidence = v.strictObject({
  filename: words(2, 1000),
  file_size: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  file_hash: v.optional(text),
  file_description: v.optional(text),
  custom_attributes: v.optional(attributes),
});

/** IRIS takes empty comments; nobody means one. */
export const comment = v.strictObject({ comment_text: words(1, 1_000_000) });

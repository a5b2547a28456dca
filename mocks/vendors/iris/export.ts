import { ok } from './answer.ts';
import { assetLabel, assetType } from './assets.ts';
import { customerName, outcomeWord } from './cases.ts';
import { offsetMs, rfc1123, rfc1123Day } from './dates.ts';
import { iocTypeName } from './iocs.ts';
import type { IrisAsset, IrisIoc } from './records.ts';
import { type Call, caseOf, type Route } from './router.ts';
import { findUser } from './state.ts';
import { assigneesOf, taskStatus } from './tasks.ts';
import { categoryName, eventsOf } from './timeline.ts';
import { analysisStatuses, compromiseStatuses, tlps } from './words.ts';

/** One call, the whole case: the only list that has the notes' content. */
export const exportRoutes: readonly Route[] = [
  { method: 'GET', path: '/case/export', guard: 'read', handle: exportCase },
];

function exportCase(call: Call) {
  return ok({
    assets: exportAssets(call),
    case: exportHead(call),
    comments: exportComments(call),
    evidences: exportEvidences(call),
    export_date: rfc1123(call.state.now()),
    iocs: exportIocs(call),
    notes: exportNotes(call),
    tasks: exportTasks(call),
    timeline: exportTimeline(call),
  });
}

function exportHead(call: Call) {
  const item = caseOf(call);
  return {
    case_id: item.id,
    case_uuid: item.uuid,
    close_date: item.closeDay === null ? null : rfc1123Day(item.closeDay),
    custom_attributes: item.customAttributes,
    description: item.description,
    for_customer: customerName(call.state, item.customerId),
    name: item.name,
    open_date: rfc1123Day(item.openDay),
    opened_by: findUser(call.state, item.openedById).name,
    soc_id: item.socId,
    status_id: item.statusId,
    status_name: outcomeWord(item.statusId),
  };
}

function inCase<Item extends { caseId: number }>(call: Call, items: readonly Item[]): Item[] {
  return items.filter(item => item.caseId === call.caseId);
}

function exportAssets(call: Call) {
  const linked = (asset: IrisAsset) => call.state.iocs.filter(ioc => asset.iocIds.includes(ioc.id));
  return inCase(call, call.state.assets).map(asset => ({
    analysis_status: analysisStatuses.find(status => status.id === asset.analysisId)?.name,
    // Not spelt like the list of compromise states spells it.
    asset_compromise_status:
      asset.compromiseId === 2
        ? 'Not Compromised'
        : compromiseStatuses.find(status => status.value === asset.compromiseId)?.name,
    asset_compromise_status_id: asset.compromiseId,
    asset_description: asset.description,
    asset_domain: asset.domain,
    asset_id: asset.id,
    asset_info: asset.info,
    asset_ioc: linked(asset).map(ioc => ({
      ioc_description: ioc.description,
      ioc_value: ioc.value,
      type_name: iocTypeName(ioc),
    })),
    asset_ip: asset.ip,
    asset_name: asset.name,
    asset_tags: asset.tags,
    asset_uuid: asset.uuid,
    custom_attributes: asset.customAttributes,
    date_added: rfc1123(asset.addedAt),
    light_asset_description: asset.description,
    type: assetType(asset.typeId)?.name,
  }));
}

function exportComments(call: Call) {
  return inCase(call, call.state.comments).map(comment => ({
    comment_by: findUser(call.state, comment.userId).name,
    comment_date: rfc1123(comment.addedAt),
    comment_id: comment.id,
    comment_text: comment.text,
    comment_uuid: comment.uuid,
  }));
}

function exportEvidences(call: Call) {
  return inCase(call, call.state.evidences).map(evidence => ({
    added_by: findUser(call.state, evidence.userId).name,
    custom_attributes: evidence.customAttributes,
    date_added: rfc1123(evidence.addedAt),
    file_hash: evidence.hash,
    file_size: evidence.size,
    file_uuid: evidence.uuid,
    filename: evidence.filename,
    id: evidence.id,
  }));
}

function exportIocs(call: Call) {
  const own = call.state.iocs.filter(ioc => ioc.caseIds.includes(call.caseId));
  return own.map((ioc: IrisIoc) => ({
    added_by: findUser(call.state, ioc.userId).name,
    custom_attributes: ioc.customAttributes,
    ioc_description: ioc.description,
    ioc_id: ioc.id,
    ioc_tags: ioc.tags,
    ioc_uuid: ioc.uuid,
    ioc_value: ioc.value,
    tlp_name: tlps.find(tlp => tlp.tlp_id === ioc.tlpId)?.tlp_name,
    type_name: iocTypeName(ioc),
  }));
}

function exportNotes(call: Call) {
  return inCase(call, call.state.notes).map(note => ({
    custom_attributes: note.customAttributes,
    note_content: note.content,
    note_creationdate: rfc1123(note.createdAt),
    note_id: note.id,
    note_lastupdate: rfc1123(note.changedAt),
    note_title: note.title,
    note_uuid: note.uuid,
  }));
}

function exportTasks(call: Call) {
  return inCase(call, call.state.tasks).map(task => ({
    custom_attributes: task.customAttributes,
    id: task.id,
    task_assignees: assigneesOf(call.state, task),
    task_close_date: null,
    task_description: task.description,
    task_last_update: rfc1123(task.changedAt),
    task_open_date: rfc1123(task.openedAt),
    task_status: taskStatus(task.statusId)?.status_name,
    task_tags: task.tags,
    task_title: task.title,
    task_uuid: task.uuid,
  }));
}

function exportTimeline(call: Call) {
  const { state, caseId } = call;
  return eventsOf(state, caseId).map(event => ({
    assets: state.assets.filter(asset => event.assetIds.includes(asset.id)).map(assetLabel),
    category: categoryName(event),
    custom_attributes: event.customAttributes,
    event_color: event.color,
    event_content: event.content,
    event_date: rfc1123(event.at),
    event_date_wtz: rfc1123(event.at + (offsetMs(event.zone) ?? 0)),
    event_id: event.id,
    event_in_graph: event.inGraph,
    event_in_summary: event.inSummary,
    event_is_flagged: event.isFlagged,
    event_raw: event.raw,
    event_source: event.source,
    event_tags: event.tags,
    event_title: event.title,
    event_tz: event.zone,
    event_uuid: event.uuid,
    iocs: state.iocs.filter(ioc => event.iocIds.includes(ioc.id)).map(ioc => ioc.value),
    last_edited_by: findUser(state, event.userId).name,
  }));
}

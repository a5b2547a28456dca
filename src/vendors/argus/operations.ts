import { type OperationTable, rule } from '#domain/operation.ts';
import {
  accessModeBody,
  attachmentBody,
  closeBody,
  commentBody,
  commentEditBody,
  createBody,
  grantBody,
  moveBody,
  searchBody,
  tagsBody,
  updateBody,
} from './bodies.ts';

const target = 'api';
const base = '/cases/v2/case/{id}';
const id = { pattern: /^\d{1,15}$/ };
const params = { id };
/** An event is known by four words, which its id in a list joins by slashes. */
const event = '/events/v1/{type}/{timestamp}/{customerId}/{eventId}';
const eventParams = {
  type: { pattern: /^[A-Z]{2,12}$/ },
  timestamp: { pattern: /^\d{1,16}$/ },
  customerId: { pattern: /^\d{1,15}$/ },
  eventId: rule.token,
};
const idOrShortName = { pattern: /^[a-z0-9][a-z0-9_-]{0,99}$/i };
/** 0 would mean everything, up to 100,000: it is never asked for. */
const page = {
  limit: { pattern: /^[1-9]\d{0,3}$/, max: 1000 },
  offset: { pattern: /^\d{1,6}$/, max: 100_000 },
};
const list = { method: 'GET', class: 'R', target, query: page } as const;

/**
 * The calls of mnemonic Argus cases v2 and what belongs to a case. Paths of workflows, watchers, publishing and case
 * fields are not published, so they are not here. Tags leave by id only: key and value in a path could be a path.
 * https://docs.mnemonic.no: Case integration guide
 */
export const operations = {
  currentUser: { method: 'GET', path: '/currentuser/v1/user', class: 'R', target },
  currentCustomers: {
    ...list,
    path: '/currentuser/v1/customers',
    query: { ...page, keyword: { ...rule.text, repeatable: true } },
  },
  customer: {
    method: 'GET',
    path: '/customers/v2/customer/{id}',
    class: 'R',
    target,
    params: { id: idOrShortName },
  },

  list: {
    ...list,
    path: '/cases/v2/case',
    query: {
      ...page,
      customer: { ...idOrShortName, repeatable: true },
      service: { ...idOrShortName, repeatable: true },
      status: { pattern: /^[a-zA-Z]{1,40}$/, repeatable: true },
      type: { pattern: /^[a-zA-Z]{1,40}$/, repeatable: true },
      keywords: { ...rule.text, repeatable: true },
      sortBy: { pattern: /^-?[a-zA-Z]{1,40}$/, repeatable: true },
    },
  },
  search: { method: 'POST', path: '/cases/v2/case/search', class: 'R', target, body: searchBody },
  get: { method: 'GET', path: base, class: 'R', target, params, query: { skipRedirect: rule.flag } },
  create: { method: 'POST', path: '/cases/v2/case', class: 'N', target, body: createBody },
  /** May hold a comment, which a second sending would add again. */
  update: { method: 'PUT', path: base, class: 'N', target, params, body: updateBody },
  close: { method: 'PUT', path: `${base}/close`, class: 'N', target, params, body: closeBody },
  move: { method: 'PUT', path: `${base}/move`, class: 'I', target, params, body: moveBody },
  remove: { method: 'DELETE', path: base, class: 'I', target, params },

  comments: {
    ...list,
    path: `${base}/comments`,
    params,
    query: {
      ...page,
      sortBy: rule.oneOf('addedTimestamp', '-addedTimestamp'),
      /** Refused where the key's role may not see what was deleted. */
      includeDeleted: rule.flag,
      beforeComment: rule.uuid,
      afterComment: rule.uuid,
    },
  },
  addComment: { method: 'POST', path: `${base}/comments`, class: 'N', target, params, body: commentBody },
  editComment: {
    method: 'PUT',
    path: `${base}/comments/{commentId}`,
    class: 'I',
    target,
    params: { id, commentId: rule.uuid },
    body: commentEditBody,
  },
  removeComment: {
    method: 'DELETE',
    path: `${base}/comments/{commentId}`,
    class: 'I',
    target,
    params: { id, commentId: rule.uuid },
  },

  attachments: { ...list, path: `${base}/attachments`, params },
  attachment: {
    method: 'GET',
    path: `${base}/attachments/{attachmentId}`,
    class: 'R',
    target,
    params: { id, attachmentId: rule.uuid },
  },
  downloadAttachment: {
    method: 'GET',
    path: `${base}/attachments/{attachmentId}/download`,
    class: 'R',
    target,
    params: { id, attachmentId: rule.uuid },
    answer: 'file',
    // Comes with the content type that it was uploaded with, which may be that of a page.
    isHtmlExpected: true,
  },
  addAttachment: {
    method: 'POST',
    path: `${base}/attachments`,
    class: 'N',
    target,
    params,
    body: attachmentBody,
  },

  tags: { ...list, path: `${base}/tags`, params },
  addTags: { method: 'POST', path: `${base}/tags`, class: 'N', target, params, body: tagsBody },
  removeTag: {
    method: 'DELETE',
    path: `${base}/tags/{tagId}`,
    class: 'I',
    target,
    params: { id, tagId: rule.uuid },
  },

  access: { ...list, path: `${base}/access`, params },
  setAccessMode: { method: 'PUT', path: `${base}/access`, class: 'I', target, params, body: accessModeBody },
  grantAccess: { method: 'POST', path: `${base}/access`, class: 'N', target, params, body: grantBody },
  revokeAccess: {
    method: 'DELETE',
    path: `${base}/access/{entryId}`,
    class: 'I',
    target,
    params: { id, entryId: rule.uuid },
  },

  history: { ...list, path: `${base}/history`, params },
  transaction: {
    method: 'GET',
    path: `${base}/history/{transactionId}`,
    class: 'R',
    target,
    params: { id, transactionId: rule.uuid },
  },

  services: { ...list, path: '/cases/v2/service' },
  service: {
    method: 'GET',
    path: '/cases/v2/service/{service}',
    class: 'R',
    target,
    params: { service: idOrShortName },
  },
  subscriptions: {
    ...list,
    path: '/cases/v2/servicesubscription',
    query: { ...page, customer: { ...idOrShortName, repeatable: true } },
  },
  categories: { ...list, path: '/cases/v2/category' },
  category: {
    method: 'GET',
    path: '/cases/v2/category/{category}',
    class: 'R',
    target,
    params: { category: idOrShortName },
  },
  events: { ...list, path: '/events/v1/case/{id}', params },
  event: { method: 'GET', path: event, class: 'R', target, params: eventParams },
  eventPayload: { method: 'GET', path: `${event}/payload`, class: 'R', target, params: eventParams },
  eventPcap: {
    method: 'GET',
    path: `${event}/pcap`,
    class: 'R',
    target,
    params: eventParams,
    answer: 'file',
  },
} as const satisfies OperationTable;

import * as v from 'valibot';
import { openCase } from './access.ts';
import { notFound, one } from './container.ts';
import type { Endpoint, EndpointCall } from './endpoint.ts';
import { readPage, toList } from './pages.ts';
import type { Attachment } from './records.ts';
import { renderAttachment } from './render.ts';
import { commit } from './state.ts';

const path = '/cases/v2/case/:id/attachments';
const addBody = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(250)),
  mimeType: v.pipe(v.string(), v.regex(/^[\w.+-]+\/[\w.+-]+$/, 'Not a MIME type')),
  data: v.pipe(v.string(), v.base64()),
});

export const attachmentEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path,
    run: ({ world, caller, params, query }) => {
      const { record } = openCase(world, caller, params['id'], 'read');
      return toList(world, record.attachments, readPage(query), renderAttachment);
    },
  },
  { method: 'get', path: `${path}/:attachmentId`, run: call => one(renderAttachment(find(call))) },
  {
    method: 'get',
    path: `${path}/:attachmentId/download`,
    // Raw, with the type it was uploaded with, in no container.
    run: call => {
      const { bytes, mimeType } = find(call);
      return { kind: 'raw', bytes, mimeType };
    },
  },
  {
    method: 'post',
    path,
    run: async ({ world, caller, params, read }) => {
      const { record } = openCase(world, caller, params['id'], 'write');
      const body = await read(addBody);
      const attachment: Attachment = {
        id: world.createUuid(),
        addedTimestamp: world.now(),
        addedByUser: caller.user,
        name: body.name,
        mimeType: body.mimeType,
        flags: [],
        originEmailAddress: null,
        bytes: Uint8Array.from(atob(body.data), character => character.charCodeAt(0)),
      };
      record.attachments.push(attachment);
      commit(world, record, caller.user, 'addAttachment', [
        { field: 'attachment', value: attachment.name, previousValue: null },
      ]);
      return one(renderAttachment(attachment), 201);
    },
  },
];

function find({ world, caller, params }: EndpointCall): Attachment {
  const { record } = openCase(world, caller, params['id'], 'read');
  const found = record.attachments.find(attachment => attachment.id === params['attachmentId']);
  if (found === undefined) throw notFound('Attachment', params['attachmentId'] ?? '');
  return found;
}

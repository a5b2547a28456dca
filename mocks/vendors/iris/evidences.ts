import { ok } from './answer.ts';
import { type Body, checkBody, kept, toInt, toText } from './body.ts';
import { isoNaive, rfc1123 } from './dates.ts';
import { listState } from './lists.ts';
import type { IrisEvidence } from './records.ts';
import type { Call, Route } from './router.ts';
import { bump, findInCase, findUser, localClock, remove } from './state.ts';

/** Rows about files; no content is kept here. */
export const evidenceRoutes: readonly Route[] = [
  { method: 'GET', path: '/case/evidences/list', guard: 'read', handle: listEvidences },
  { method: 'GET', path: '/case/evidences/{id}', guard: 'read', handle: call => ok(toAnswer(find(call))) },
  { method: 'POST', path: '/case/evidences/add', guard: 'full', handle: addEvidence },
  { method: 'POST', path: '/case/evidences/update/{id}', guard: 'full', handle: updateEvidence },
  { method: 'POST', path: '/case/evidences/delete/{id}', guard: 'full', handle: deleteEvidence },
];

const fields = {
  filename: { kind: 'string', required: true, min: 2 },
  file_size: { kind: 'int' },
  file_hash: { kind: 'string' },
  file_description: { kind: 'string' },
  custom_attributes: { kind: 'any' },
} as const;

/** Newest first. */
function listEvidences(call: Call) {
  const { state, caseId } = call;
  const own = state.evidences.filter(evidence => evidence.caseId === caseId);
  own.sort((one, other) => other.addedAt - one.addedAt || other.id - one.id);
  return ok({
    evidences: own.map(evidence => ({
      date_added: rfc1123(evidence.addedAt),
      file_description: evidence.description,
      file_hash: evidence.hash,
      file_size: evidence.size,
      file_uuid: evidence.uuid,
      filename: evidence.filename,
      id: evidence.id,
      username: findUser(state, evidence.userId).name,
    })),
    state: listState(call, 'evidences'),
  });
}

function toAnswer(evidence: IrisEvidence) {
  return {
    custom_attributes: evidence.customAttributes,
    date_added: isoNaive(evidence.addedAt),
    file_description: evidence.description,
    file_hash: evidence.hash,
    file_size: evidence.size,
    file_uuid: evidence.uuid,
    filename: evidence.filename,
    id: evidence.id,
  };
}

function find(call: Call): IrisEvidence {
  return findInCase(
    call.state.evidences,
    call.params['id'],
    call.caseId,
    'Invalid evidence ID for this case',
  );
}

function fill(evidence: IrisEvidence, body: Body): void {
  evidence.filename = String(body['filename']);
  evidence.size = kept(body, 'file_size', toInt, evidence.size);
  evidence.hash = kept(body, 'file_hash', toText, evidence.hash);
  evidence.description = kept(body, 'file_description', toText, evidence.description);
  evidence.customAttributes = kept(body, 'custom_attributes', value => value, evidence.customAttributes);
}

function addEvidence(call: Call) {
  const { state, caseId, user } = call;
  const body = call.body();
  checkBody(body, fields);
  const evidence: IrisEvidence = {
    id: state.nextId('evidence'),
    uuid: state.uuid(),
    caseId,
    filename: '',
    size: null,
    hash: null,
    description: null,
    // The source forgot UTC here.
    addedAt: localClock(state),
    userId: user.id,
    customAttributes: {},
  };
  fill(evidence, body);
  state.evidences.push(evidence);
  bump(state, caseId, 'evidences');
  return ok(toAnswer(evidence), 'Evidence added');
}

function updateEvidence(call: Call) {
  const evidence = find(call);
  const body = call.body();
  checkBody(body, fields);
  fill(evidence, body);
  bump(call.state, call.caseId, 'evidences');
  return ok(toAnswer(evidence), `Evidence ${evidence.filename} updated`);
}

function deleteEvidence(call: Call) {
  const evidence = find(call);
  remove(call.state.evidences, item => item === evidence);
  bump(call.state, call.caseId, 'evidences');
  return ok([], 'Evidence deleted');
}

import { type Answer, fail, ok } from './answer.ts';
import { type Body, toInt, toText } from './body.ts';
import { isoNaive, rfc1123 } from './dates.ts';
import type { StoreFile, StoreFolder } from './records.ts';
import type { Call, Route } from './router.ts';
import { type IrisState, localClock, record, remove } from './state.ts';

export const datastoreRoutes: readonly Route[] = [
  { method: 'GET', path: '/datastore/list/tree', guard: 'read', handle: listTree },
  { method: 'POST', path: '/datastore/file/add/{id}', guard: 'full', handle: addFile },
  { method: 'GET', path: '/datastore/file/info/{id}', guard: 'read', handle: fileInfo },
  { method: 'POST', path: '/datastore/file/update/{id}', guard: 'full', handle: updateFile },
  { method: 'GET', path: '/datastore/file/view/{id}', guard: 'read', handle: viewFile },
  { method: 'POST', path: '/datastore/file/delete/{id}', guard: 'full', handle: deleteFile },
  { method: 'POST', path: '/datastore/folder/add', guard: 'full', handle: addFolder },
  { method: 'POST', path: '/datastore/folder/rename/{id}', guard: 'full', handle: renameFolder },
];

const emptySha256 = 'E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855';

/** Maps keyed 'd-N' and 'f-N', with passwords and the server's own paths in clear. */
function listTree(call: Call) {
  const root = call.state.folders.find(folder => folder.caseId === call.caseId && folder.parentId === null);
  if (root === undefined) return ok({});
  return ok({ [`d-${root.id}`]: { ...toNode(call.state, root), is_root: true } });
}

type Node = { name: string; type: 'directory'; children: Record<string, unknown> };

function toNode(state: IrisState, folder: StoreFolder): Node {
  const folders = state.folders.filter(item => item.parentId === folder.id);
  const files = state.files.filter(file => file.parentId === folder.id);
  return {
    name: folder.name,
    type: 'directory',
    children: Object.fromEntries([
      ...folders.map(item => [`d-${item.id}`, toNode(state, item)]),
      ...files.map(file => [
        `f-${file.id}`,
        {
          ...toAnswer(file),
          file_date_added: rfc1123(file.addedAt),
          file_original_name: downloadName(file),
          type: 'file',
        },
      ]),
    ]),
  };
}

function isZipped(file: StoreFile): boolean {
  return file.isIoc === true || (file.password ?? '') !== '';
}

function downloadName(file: StoreFile): string {
  return isZipped(file) ? `${file.name}.zip` : file.name;
}

function toAnswer(file: StoreFile) {
  return {
    added_by_user_id: file.userId,
    file_case_id: file.caseId,
    file_date_added: isoNaive(file.addedAt),
    file_description: file.description,
    file_id: file.id,
    file_is_evidence: file.isEvidence,
    file_is_ioc: file.isIoc,
    file_local_name: file.localName,
    file_original_name: file.name,
    file_parent_id: file.parentId,
    file_password: file.password,
    file_sha256: file.sha256,
    file_size: file.content === null ? null : new TextEncoder().encode(file.content).length,
    file_tags: file.tags,
    file_uuid: file.uuid,
    modification_history: file.history,
  };
}

/** Multipart fields; a JSON body has none of them. */
async function readForm(call: Call): Promise<Record<string, string>> {
  const type = call.request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/') && !type.startsWith('application/x-www-form-urlencoded')) return {};
  const form = await call.request.clone().formData();
  const fields: Record<string, string> = {};
  for (const [name, value] of form.entries())
    fields[name] = typeof value === 'string' ? value : await value.text();
  return fields;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** Without a file it is refused, and the row is there all the same. */
async function addFile(call: Call): Promise<Answer> {
  const { state, caseId, user } = call;
  const parent = state.folders.find(folder => folder.id === call.params['id'] && folder.caseId === caseId);
  if (parent === undefined) return fail('Invalid path node for this case');
  const form = await readForm(call);
  const isIoc = form['file_is_ioc'] === 'y';
  const isEvidence = form['file_is_evidence'] === 'y';
  const uuid = state.uuid();
  const file: StoreFile = {
    id: state.nextId('file'),
    uuid,
    caseId,
    parentId: parent.id,
    name: form['file_original_name'] ?? '',
    description: form['file_description'] ?? '',
    password: isIoc && !form['file_password'] ? 'infected' : (form['file_password'] ?? null),
    tags: form['file_tags'] ?? null,
    isEvidence: isEvidence ? true : null,
    isIoc: isIoc ? true : null,
    sha256: null,
    content: null,
    localName: 'tmp_xc',
    addedAt: localClock(state),
    userId: user.id,
    history: {},
  };
  record(state, file.history, 'created', user);
  state.files.push(file);
  const content = form['file_content'];
  if (content === undefined) return fail('Data error', ['No file provided']);
  const folder = isIoc ? 'IOCs' : isEvidence ? 'Evidences' : 'Regulars';
  file.localName = `/srv/iris/data/datastore/${folder}/case-${caseId}/dsf-${uuid}${isZipped(file) ? '.zip' : ''}`;
  // Small files that are to be zipped are lost on the way: what is stored is empty.
  file.content = isZipped(file) ? '' : content;
  file.sha256 = isZipped(file) ? emptySha256 : await sha256(content);
  const where = isEvidence ? 'and added in evidence' : isIoc ? 'and added in IOC' : '';
  return ok(toAnswer(file), `File saved in datastore ${where}`);
}

function find(call: Call): StoreFile | undefined {
  return call.state.files.find(file => file.id === call.params['id'] && file.caseId === call.caseId);
}

function fileInfo(call: Call) {
  const file = find(call);
  if (file === undefined) return fail('Invalid file ID for this case');
  return ok({ ...toAnswer(file), file_local_name: undefined });
}

/** A JSON body is taken with a 200, changes nothing, and clears both marks. */
async function updateFile(call: Call): Promise<Answer> {
  const file = find(call);
  if (file === undefined) return fail('Invalid file ID for this case');
  const form = await readForm(call);
  file.name = form['file_original_name'] ?? file.name;
  file.description = form['file_description'] ?? file.description;
  file.tags = form['file_tags'] ?? file.tags;
  file.isEvidence = form['file_is_evidence'] === 'y';
  file.isIoc = form['file_is_ioc'] === 'y';
  if (form['file_content'] !== undefined) {
    file.content = form['file_content'];
    file.sha256 = await sha256(file.content);
  }
  record(call.state, file.history, 'updated', call.user);
  return ok(toAnswer(file), 'File updated in datastore');
}

/** `data` of this error is a text, where others have a list or an object. */
function viewFile(call: Call): Answer {
  const file = find(call);
  if (file === undefined) return fail('Unable to get requested file ID', 'Invalid DS file ID for this case');
  const name = downloadName(file);
  const isPlain = /^[\w.-]+$/.test(name);
  const disposition = isPlain
    ? `attachment; filename=${name}`
    : `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return {
    status: 200,
    contentType: isZipped(file) ? 'application/zip' : 'text/markdown; charset=utf-8',
    text: file.content ?? '',
    headers: { 'content-disposition': disposition, 'cache-control': 'no-cache' },
  };
}

function deleteFile(call: Call) {
  const file = find(call);
  if (file === undefined) return fail('Invalid DS file ID for this case');
  remove(call.state.files, item => item === file);
  return ok([], `File ${file.id} deleted`);
}

function toFolder(folder: StoreFolder) {
  return {
    case: null,
    path_case_id: folder.caseId,
    path_id: folder.id,
    path_is_root: folder.parentId === null,
    path_name: folder.name,
    path_parent_id: folder.parentId,
    path_uuid: folder.uuid,
    registry: null,
  };
}

function folderName(body: Body): string {
  return toText(body['folder_name']) ?? '';
}

function addFolder(call: Call) {
  const { state, caseId } = call;
  const body = call.body();
  const parentId = toInt(body['parent_node']);
  if (!state.folders.some(folder => folder.id === parentId && folder.caseId === caseId)) {
    return fail('Parent node is invalid for this case');
  }
  const folder = { id: state.nextId('folder'), uuid: state.uuid(), caseId, name: folderName(body), parentId };
  state.folders.push(folder);
  return ok(toFolder(folder), 'Folder added');
}

/** `parent_node` has to be the folder's own id. */
function renameFolder(call: Call) {
  const body = call.body();
  const id = call.params['id'];
  const folder = call.state.folders.find(item => item.id === id && item.caseId === call.caseId);
  if (folder === undefined || toInt(body['parent_node']) !== id || folderName(body) === '') {
    return fail('Invalid data');
  }
  folder.name = folderName(body);
  return ok(toFolder(folder), 'Folder renamed');
}

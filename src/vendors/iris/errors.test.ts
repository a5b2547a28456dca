import { expect, test } from 'vitest';
import { readIrisError } from './errors.ts';
import errors from './fixtures/errors.json' with { type: 'json' };

function read(name: keyof typeof errors) {
  return readIrisError(errors[name].status, errors[name].body);
}

test.each([
  ['auth_bad_key', 'unauthorized', 'credential-refused'],
  ['cid_missing_case_403', 'forbidden', 'case-access'],
  ['reader_customers_list_403', 'forbidden', 'permission'],
  ['body_and_query_cid', 'invalid', 'refused'],
  ['case_notes_add_bad_group', 'invalid', 'refused'],
  ['datastore_file_view_wrong_case', 'invalid', 'refused'],
  ['manage_cases_update_remove_shared_tag', 'invalid', 'database'],
  ['limit_case_name_300', 'invalid', 'database'],
  ['case_assets_get_wrong_case', 'not-found', 'not-in-case'],
  ['case_ioc_delete_missing', 'not-found', 'not-in-case'],
  ['case_notes_groups_get_missing', 'not-found', 'not-in-case'],
  ['case_notes_get_wrong_case', 'not-found', 'not-in-case'],
  ['case_tasks_status_update_bad', 'invalid', 'refused'],
  ['case_tasks_add_no_assignees', 'invalid', 'refused'],
  ['not_found_json', 'unsupported', 'api-not-found'],
  ['user_token_renew_as_HEAD_only_note', 'unsupported', 'api-not-found'],
  ['cookie_post_csrf', 'invalid', 'cookie-sent'],
] as const)('the recorded %s is %s, %s', (name, code, reason) => {
  expect(read(name)).toMatchObject({ code, reason, retryable: false, status: errors[name].status });
});

test('a 403 on a case names who asked: the only way to learn it', () => {
  expect(read('cid_missing_case_403').facts).toEqual({ userId: '1', caseId: '9999' });
});

test('problems by field keep their fields', () => {
  expect(read('body_and_query_cid')).toMatchObject({
    fields: { cid: 'Unknown field.' },
    message: 'IRIS did not accept this: cid: Unknown field.',
  });
});

test('`data` as a list and as a text are said as they are', () => {
  expect(read('case_notes_add_bad_group').message).toBe(
    'IRIS did not accept this: Invalid group id for note',
  );
  expect(read('datastore_file_view_wrong_case').message).toBe(
    'IRIS did not accept this: Invalid DS file ID for this case',
  );
});

test.each(['manage_cases_update_remove_shared_tag', 'limit_case_name_300'] as const)(
  'SQL of %s is neither said nor kept',
  name => {
    const error = read(name);
    expect(JSON.stringify([error.message, error.raw, error.fields])).not.toMatch(/psycopg2|SQL|tags|varying/);
  },
);

test('a 200 that says error is an error', () => {
  const error = readIrisError(200, { status: 'error', message: 'Something', data: [] });
  expect(error).toMatchObject({ code: 'invalid', message: 'IRIS did not accept this: Something' });
});

test.each([null, '', [], {}, { status: 1 }, 'text'])(
  'a body %j of no known shape is judged by its status',
  body => {
    expect(readIrisError(400, body)).toMatchObject({ code: 'invalid', retryable: false });
    expect(readIrisError(502, body)).toMatchObject({ code: 'unavailable', retryable: true });
  },
);

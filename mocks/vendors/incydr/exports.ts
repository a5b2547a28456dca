import { HttpResponse, http, type RequestHandler } from 'msw';
import { createCsv, createPdf, createZip } from './documents.ts';
import { eventsOf, fileBytes } from './file-events.ts';
import { findCase, guarded, notFound, type Service } from './service.ts';
import { formatMicros, riskOf, type StoredCase } from './state.ts';

/** Summary as PDF, file events as CSV, and all of it as ZIP. Mount before the calls for one file event. */
export function exportHandlers(service: Service): RequestHandler[] {
  const one = `${service.origin}${service.casesPath}/:number`;
  return [
    http.get(
      `${one}/export`,
      guarded(service, call => {
        const stored = findCase(service, call);
        if (stored === undefined) return notFound(service, call, 'stream');
        const bytes = summary(service, stored, call.url.searchParams.get('language'));
        return file(bytes, `Case-${stored.number}.pdf`, 'application/pdf');
      }),
    ),
    http.get(
      `${one}/fileevent/export`,
      guarded(service, call => {
        const stored = findCase(service, call);
        if (stored === undefined) return notFound(service, call, 'stream');
        return file(table(service, stored), `Case-${stored.number}-file-events.csv`, 'text/csv');
      }),
    ),
    http.get(
      `${one}/export/full`,
      guarded(service, call => {
        const stored = findCase(service, call);
        if (stored === undefined) return notFound(service, call, 'stream');
        const query = call.url.searchParams;
        const has = (key: string) => (query.get(key) ?? 'true').toLowerCase() === 'true';
        const files = [
          ...(has('summary')
            ? [{ name: `Case-${stored.number}.pdf`, bytes: summary(service, stored, query.get('language')) }]
            : []),
          ...(has('fileEvents')
            ? [{ name: `Case-${stored.number}-file-events.csv`, bytes: table(service, stored) }]
            : []),
          ...(has('files')
            ? eventsOf(service, stored)
                .filter(event => event.hasFile)
                .map(event => ({ name: `files/${event.fileName}`, bytes: fileBytes(event) }))
            : []),
        ];
        if (!has('summary') && !has('fileEvents') && !has('files')) {
          return new HttpResponse('Must include at least one export type', { status: 400 });
        }
        return file(createZip(files), `Case-${stored.number}.zip`, 'application/zip');
      }),
    ),
  ];
}

function file(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): Response {
  return new HttpResponse(bytes, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  });
}

function summary(service: Service, stored: StoredCase, language: string | null): Uint8Array<ArrayBuffer> {
  const heading = language?.toLowerCase().startsWith('de') ? 'Fall' : 'Case';
  const subject = service.state.users.get(stored.subject ?? '')?.username ?? '-';
  return createPdf([
    `${heading} ${stored.number}: ${stored.name}`,
    `${stored.status}   ${subject}   ${formatMicros(stored.updatedAtMicros)}`,
    '',
    ...(stored.description ?? '').split('\n'),
    '',
    ...(stored.findings ?? '').split('\n'),
  ]);
}

/** Of an archived case only the heading is left: its events are gone. */
function table(service: Service, stored: StoredCase): Uint8Array<ArrayBuffer> {
  const rows = eventsOf(service, stored).map(event => [
    event.id,
    new Date(event.at).toISOString(),
    service.state.users.get(event.user)?.username ?? '',
    event.fileName,
    event.directory,
    event.sizeInBytes,
    event.sha256,
    event.destination,
    riskOf(event).severity,
  ]);
  const heading = [
    'Event ID',
    'Date observed',
    'User',
    'Filename',
    'File path',
    'File size',
    'SHA-256',
    'Destination',
  ];
  return createCsv([[...heading, 'Risk severity'], ...rows]);
}

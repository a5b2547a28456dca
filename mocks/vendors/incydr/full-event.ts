import { type IncydrState, riskOf, type StoredEvent } from './state.ts';

/** A file event in the vendor's second format, as the call for one event answers it. */
export function fullEvent(event: StoredEvent, state: IncydrState): Record<string, unknown> {
  const user = state.users.get(event.user);
  const risk = riskOf(event);
  const at = (offsetMs: number) => new Date(event.at + offsetMs).toISOString();
  const isUpload = event.destination !== 'USB';
  return {
    '@timestamp': at(0),
    event: {
      id: event.id,
      inserted: at(234_801),
      action: isUpload ? 'application-read' : 'removable-media-created',
      observer: 'Endpoint',
      shareType: [],
      ingested: at(118_611),
      relatedEvents: [],
    },
    user: {
      email: user?.username ?? null,
      id: event.user,
      deviceUid: `10688256800730591${event.user.slice(-2)}`,
    },
    file: {
      name: event.fileName,
      directory: event.directory,
      category: categoryOf(event.fileName),
      sizeInBytes: event.sizeInBytes,
      owner: user?.username ?? null,
      created: at(-7_200_000),
      modified: at(-120_000),
      hash: { md5: null, sha256: event.sha256, md5Error: null, sha256Error: null },
      id: null,
      url: null,
      directoryId: [],
      cloudDriveId: null,
      classifications: [],
    },
    report: { id: null, name: null, description: null, headers: [], count: null, type: null },
    source: {
      category: 'Device',
      name: event.host,
      domain: event.host.toLowerCase(),
      ip: '198.51.100.84',
      privateIp: ['10.20.4.18', '127.0.0.1'],
      operatingSystem: event.host.includes('MAC') ? 'macOS 16' : 'Windows 11',
      email: { sender: null, from: null },
      tabs: [],
      domains: [],
      user: { email: [] },
    },
    destination: {
      category: isUpload ? 'Cloud Storage' : 'Device',
      name: event.destination,
      user: { email: [] },
      ip: null,
      privateIp: [],
      removableMedia: isUpload
        ? null
        : { vendor: 'SanDisk', name: 'Extreme', busType: 'USB', volumeName: ['E:'] },
      email: { recipients: null, subject: null },
      tabs: [],
      domains: [],
    },
    process: {
      executable: 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      owner: user?.username ?? null,
    },
    risk: {
      score: risk.score,
      severity: risk.severity,
      indicators: event.indicators,
      trusted: false,
      trustReason: null,
      untrustedValues: {
        accountNames: [],
        domains: [],
        gitRepositoryUris: [],
        slackWorkspaces: [],
        urlPaths: [],
      },
    },
  };
}

function categoryOf(fileName: string): string {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1);
  if (extension === 'zip') return 'Archive';
  if (extension === 'xlsx' || extension === 'csv') return 'Spreadsheet';
  return extension === 'ts' ? 'SourceCode' : 'Document';
}

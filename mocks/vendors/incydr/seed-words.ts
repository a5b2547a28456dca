import type { RiskIndicator, StoredEvent } from './state.ts';

/** A way for files to leave, with what the vendor notices about it. */
export type Theme = {
  /** Case name; `{n}`, `{user}` and `{host}` are filled in. Short: the vendor takes 50 characters. */
  name: string;
  description: string;
  destination: string;
  directory: string | null;
  files: readonly string[];
  exposure: StoredEvent['exposure'];
  indicators: readonly RiskIndicator[];
};

export const indicator = {
  dropbox: { id: 'dropbox-upload', name: 'Dropbox upload', weight: 5 },
  gmail: { id: 'gmail-upload', name: 'Gmail upload', weight: 5 },
  drive: { id: 'google-drive-upload', name: 'Google Drive upload', weight: 5 },
  usb: { id: 'removable-media', name: 'Removable media', weight: 3 },
  airdrop: { id: 'airdrop', name: 'AirDrop', weight: 3 },
  publicLink: { id: 'public-link', name: 'Public link from corporate OneDrive', weight: 4 },
  print: { id: 'print', name: 'Sent to printer', weight: 1 },
  firstUse: { id: 'first-use', name: 'First use of destination', weight: 3 },
  mismatch: { id: 'file-mismatch', name: 'File mismatch', weight: 9 },
  offHours: { id: 'off-hours', name: 'Off hours', weight: 1 },
  departing: { id: 'departing', name: 'Departing employee', weight: 3 },
  zip: { id: 'zip', name: 'Zip', weight: 0 },
  spreadsheet: { id: 'spreadsheet', name: 'Spreadsheet', weight: 0 },
  source: { id: 'source-code', name: 'Source code', weight: 0 },
  remote: { id: 'remote', name: 'Remote', weight: 0 },
} as const satisfies Record<string, RiskIndicator>;

export const themes: readonly Theme[] = [
  {
    name: 'USB: {n} files by {user}',
    description: 'Files from a project folder were copied to a removable drive on {host}.',
    destination: 'USB',
    directory: 'C:/Users/{user}/Documents/Projects/',
    files: ['personnel-2026.xlsx', 'salary-review.xlsx', 'contracts.zip', 'org-chart.pdf'],
    exposure: ['RemovableMedia'],
    indicators: [indicator.usb, indicator.spreadsheet],
  },
  {
    name: 'Personal Gmail: {n} attachments, {user}',
    description: 'Work documents were attached to mail in a personal Gmail account, seen on {host}.',
    destination: 'Gmail',
    directory: 'C:/Users/{user}/Downloads/',
    files: ['offer-draft.docx', 'customer-list.csv', 'price-model.xlsx'],
    exposure: ['ApplicationRead'],
    indicators: [indicator.gmail, indicator.firstUse],
  },
  {
    name: 'Public OneDrive link, {n} views: {user}',
    description: 'A link that anybody can open was made to a folder owned by {user}.',
    destination: 'OneDrive',
    directory: null,
    files: ['tender-2026.docx', 'tender-annex.pdf', 'budget.xlsx'],
    exposure: ['IsPublic', 'OutsideTrustedDomains'],
    indicators: [indicator.publicLink],
  },
  {
    name: 'Source to personal GitHub by {user}, {n}',
    description: 'Files of a closed repository were pushed to an account that is not ours, from {host}.',
    destination: 'GitHub',
    directory: '/Users/{user}/src/',
    files: ['scheduler.ts', 'ledger.ts', 'pricing-engine.ts', 'release-keys.zip'],
    exposure: ['ApplicationRead'],
    indicators: [indicator.source, indicator.firstUse, indicator.offHours],
  },
  {
    name: 'Dropbox upload, {n} MB, from {host}',
    description: '{user} uploaded an archive to a Dropbox that is not managed by us.',
    destination: 'Dropbox',
    directory: 'C:/Users/{user}/Desktop/',
    files: ['backup-desktop.zip', 'notes.zip', 'photos.zip'],
    exposure: ['ApplicationRead'],
    indicators: [indicator.dropbox, indicator.zip],
  },
  {
    name: 'Renamed file type, {n} KB, on {host}',
    description: 'A spreadsheet was renamed to look like a picture and then uploaded by {user}.',
    destination: 'Google Drive',
    directory: 'C:/Users/{user}/Pictures/',
    files: ['cat.jpg', 'holiday.png'],
    exposure: ['ApplicationRead'],
    indicators: [indicator.mismatch, indicator.drive, indicator.spreadsheet],
  },
  {
    name: 'AirDrop of {n} documents: {user}',
    description: 'Documents were sent by AirDrop to a phone that is not enrolled.',
    destination: 'AirDrop',
    directory: '/Users/{user}/Documents/',
    files: ['board-minutes.pdf', 'strategy-2027.pdf'],
    exposure: ['ApplicationRead'],
    indicators: [indicator.airdrop, indicator.offHours],
  },
  {
    name: 'Printed out: {n} pages by {user}',
    description: 'Customer records were printed outside working hours on {host}.',
    destination: 'Printer 3B',
    directory: 'C:/Users/{user}/Documents/',
    files: ['customer-records.pdf'],
    exposure: ['ApplicationRead'],
    indicators: [indicator.print],
  },
];

/** What analysts wrote. Markdown; one holds what must never run in a browser. */
export const findings: readonly string[] = [
  '## Result\n\nThe destination is approved for this team. No customer data was in the files.',
  '## Result\n\n- Interviewed the employee and the manager\n- Files deleted at the destination, confirmed by screenshot\n- **No further action**',
  'Private pictures only. See `file events`.',
  '## Open questions\n\n1. Was the drive encrypted?\n2. Where is it now?\n\n| asked | answered |\n|---|---|\n| user | no |\n| manager | yes |',
  'Link was found in the file:\n\n<img src="x" onerror="alert(1)"> [open](javascript:alert(1))\n\nKept as found.',
];

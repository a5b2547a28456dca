import type { Random } from '../../random.ts';
import { campaigns, type StoryEntry } from '../../story.ts';
import { serviceUser } from './accounts.ts';
import { eventId } from './seed-events.ts';
import { indicator } from './seed-words.ts';
import type { RiskIndicator, StoredCase, StoredEvent } from './state.ts';

/** What the stories say of this tenant. */
export const storyEntries: readonly StoryEntry[] = campaigns
  .flatMap(campaign => campaign.entries)
  .filter(entry => entry.vendor === 'incydr');

/** What the analyst has found so far, by the words of the case's title; null where nobody has written yet. */
export function storyFindings(entry: StoryEntry): string | null {
  if (!entry.title.startsWith('Q4-forecast.zip')) return null;
  return [
    '## So far',
    `- **${entry.users[0]}** uploaded the archive and its parts to a personal Dropbox from ${entry.hosts[0]}`,
    '- The session came from `185.220.101.34`, after the sign-in was stolen',
    '- Account locked, Dropbox asked to keep the files',
    '## Open',
    '1. Was the link shared?\n2. Which customers are in the forecast?',
  ].join('\n\n');
}

const megabyte = 1_000_000;

type Upload = { fileName: string; sizeInBytes: number; indicators: readonly RiskIndicator[] };

/** Files by the words of the case's title, so that the events tell what the title says. */
const uploads: readonly { word: string; files: (count: number) => Upload[] }[] = [
  {
    word: 'Q4-forecast.zip',
    files: count => [
      {
        fileName: 'Q4-forecast.zip',
        sizeInBytes: 212 * megabyte,
        indicators: [indicator.dropbox, indicator.firstUse, indicator.zip, indicator.remote],
      },
      ...Array.from({ length: count - 1 }, (_, index) => ({
        fileName: `Q4-forecast-part-${index + 1}.xlsx`,
        sizeInBytes: (3 + index) * megabyte,
        indicators: [indicator.dropbox, indicator.spreadsheet, indicator.remote],
      })),
    ],
  },
  {
    word: '2.4 GB of source',
    files: count =>
      Array.from({ length: count }, (_, index) => ({
        fileName: `kystlab-src-${String(index + 1).padStart(2, '0')}.zip`,
        // 2.4 GB in all.
        sizeInBytes: Math.floor((2400 * megabyte) / count),
        indicators: [
          indicator.dropbox,
          indicator.departing,
          indicator.offHours,
          indicator.zip,
          indicator.source,
        ],
      })),
  },
];

/** The file events behind a case of the story, as many as the story counts. */
export function storyEvents(entry: StoryEntry, stored: StoredCase, random: Random): StoredEvent[] {
  const files = uploads.find(upload => entry.title.includes(upload.word))?.files(entry.alerts) ?? [];
  const hash = entry.observables.find(observable => /^[0-9a-f]{64}$/.test(observable));
  return files.map((file, index) => ({
    ...file,
    id: eventId(random, stored.number, index),
    at: Math.floor(stored.createdAtMicros / 1000) - (files.length - index) * 70_000,
    directory: `/Users/${entry.users[0] ?? ''}/Documents/`,
    sha256: index === 0 && hash !== undefined ? hash : random.hex(64),
    user: stored.subject ?? serviceUser.uid,
    host: entry.hosts[0] ?? '',
    destination: 'Dropbox',
    exposure: ['ApplicationRead'],
    hasFile: true,
  }));
}

import type { CommentedKind } from './records.ts';

/** What the analysts wrote into the three story cases, by a word of the case's title. */
export type StoryScript = {
  titleWord: string;
  groups: readonly { title: string; notes: readonly { title: string; text: string; minutesAgo: number }[] }[];
  /** `zone` is the source's own; `minutesAgo` counts from now, wherever the source was. */
  events: readonly {
    title: string;
    text: string;
    minutesAgo: number;
    zone: string;
    category: number;
    source: string;
    hosts: readonly string[];
    observables: readonly string[];
    isFlagged?: boolean;
  }[];
  tasks: readonly { title: string; text: string; status: number; assignee: string }[];
  evidences: readonly { name: string; size: number; text: string }[];
  /** `on`: the kind of object and which of the case's; default: its first asset. `editedMinutesAgo`: by an edit. */
  comments: readonly {
    by: string;
    text: string;
    minutesAgo: number;
    on?: readonly [kind: CommentedKind, index: number];
    editedMinutesAgo?: number;
  }[];
  /** With a password or as an IOC a small file is kept zipped, and empty. */
  files: readonly {
    name: string;
    folder: 'Evidences' | 'IOCs' | 'Images';
    content: string;
    text?: string;
    isIoc?: boolean;
    password?: string;
  }[];
  /** What an administrator added to the case, and to its second asset. */
  attributes?: { ofCase?: unknown; ofAsset?: unknown };
  people: readonly { role: string; name: string; contact: string }[];
};

export const storyScripts: readonly StoryScript[] = [
  {
    titleWord: 'AiTM',
    groups: [
      {
        title: 'Triage',
        notes: [
          {
            title: 'First findings',
            text: '## 07:10\n\n1. Session cookie of **t.haugen** replayed from `185.220.101.34`\n2. Page `login-vidar.app`, certificate 2 days old\n3. MFA satisfied by claim, so a reset of the password alone is not enough\n\n> Revoke refresh tokens first',
            minutesAgo: 170,
          },
          {
            title: 'Call with Vidar Logistics',
            text: '- 07:25 CISO told, agrees to lock t.haugen\n- 07:40 finance asked to hold payments\n- Next call at 09:00',
            minutesAgo: 140,
          },
        ],
      },
      {
        title: 'Forensics',
        notes: [
          {
            title: 'WS-0412 triage',
            text: '| Time | Source | Finding |\n|---|---|---|\n| 07:41 | 4769 | 38 tickets with RC4 |\n| 07:57 | 4624 type 10 | svc-sql-fin to SRV-FIN-07 |\n\nImage: ![desk](/datastore/file/view/1?cid=412)',
            minutesAgo: 22,
          },
        ],
      },
    ],
    events: [
      {
        title: 'Phishing page opened by t.haugen',
        text: 'Link in a mail from a known supplier.',
        minutesAgo: 66,
        zone: '+01:00',
        category: 4,
        source: 'mail gateway',
        hosts: ['WS-0412'],
        observables: ['login-vidar.app'],
      },
      {
        title: 'Session replayed from 185.220.101.34',
        text: 'Same session id, 11 minutes after the sign-in in Oslo.',
        minutesAgo: 55,
        zone: '+00:00',
        category: 9,
        source: 'sign-in log',
        hosts: [],
        observables: ['185.220.101.34'],
      },
      {
        title: '38 service tickets with RC4 in 90 s',
        text: '',
        minutesAgo: 18,
        zone: '-05:00',
        category: 9,
        source: 'AD',
        hosts: ['WS-0412'],
        observables: ['10.20.4.18'],
      },
      {
        title: 'RDP to SRV-FIN-07 as svc-sql-fin',
        text: 'First logon of the account there in 90 days.',
        minutesAgo: 7,
        zone: '+05:30',
        category: 11,
        source: 'AD',
        hosts: ['WS-0412', 'SRV-FIN-07'],
        observables: ['10.20.4.18'],
        isFlagged: true,
      },
    ],
    tasks: [
      { title: 'Revoke refresh tokens of t.haugen', text: '', status: 4, assignee: 'mari' },
      { title: 'Isolate WS-0412', text: 'Agreed with the customer at 07:40.', status: 2, assignee: 'jonas' },
      {
        title: 'Memory image of SRV-FIN-07',
        text: '- ask before rebooting\n- hash into the notes',
        status: 1,
        assignee: 'mari',
      },
      { title: 'Inbox rules of the finance group', text: '', status: 3, assignee: 'ida' },
    ],
    evidences: [
      { name: 'ws-0412-triage.zip', size: 48_211_934, text: 'KAPE triage' },
      { name: 'srv-fin-07-mem.raw', size: 17_179_869_184, text: 'Memory image, 16 GB' },
    ],
    comments: [
      { by: 'jonas', text: 'Isolation is **confirmed** by the EDR console.', minutesAgo: 12 },
      { by: 'mari', text: 'Keep the VPN session log, it rolls over tonight.', minutesAgo: 4 },
      {
        by: 'ida',
        text: 'CISO wants the next call in English.',
        minutesAgo: 130,
        on: ['notes', 1],
        editedMinutesAgo: 128,
      },
      {
        by: 'jonas',
        text: 'Isolated at **07:58**, `edr isolate WS-0412` answered ok.',
        minutesAgo: 14,
        on: ['tasks', 1],
      },
      { by: 'sara', text: 'SHA-256 checked against the collector.', minutesAgo: 9, on: ['evidences', 0] },
      {
        by: 'mari',
        text: 'Same source port as at 07:41, so the same tunnel.',
        minutesAgo: 6,
        on: ['timeline/events', 3],
      },
      {
        by: 'ida',
        text: 'Blocked at the proxy, also as hxxps://login-vidar[.]app',
        minutesAgo: 50,
        on: ['ioc', 1],
      },
    ],
    files: [
      {
        name: 'login-page.md',
        folder: 'Evidences',
        content: '# login-vidar.app\n\nCertificate two days old.\n',
      },
      {
        name: 'inbox-rules t.haugen.csv',
        folder: 'Evidences',
        text: 'As exported at 07:30',
        content:
          'rule,created,action\nRSS,2026-11-22T07:02:11Z,move to RSS Feeds\n.,2026-11-22T07:03:40Z,delete\n',
      },
      { name: 'kit.html', folder: 'IOCs', text: 'Page of the kit', isIoc: true, content: '' },
      {
        name: 'vpn-session.log',
        folder: 'Images',
        text: 'From the customer',
        password: 'Vidar-0412',
        content: '',
      },
    ],
    attributes: {
      ofAsset: {
        Inventory: {
          Owner: { type: 'input_string', mandatory: false, value: 'Finance platform' },
          'Holds personal data': { type: 'input_checkbox', mandatory: false, value: true },
        },
      },
    },
    people: [
      { role: 'Lead', name: 'Mari Dahl', contact: 'mari.dahl@soc.example' },
      { role: 'Customer', name: 'Eva Strand', contact: 'eva.strand@vidar.example' },
    ],
  },
  {
    titleWord: 'Insider',
    groups: [
      {
        title: 'With HR',
        notes: [{ title: 'Agreed', text: 'No contact with r.fossum before Thursday.', minutesAgo: 30 }],
      },
    ],
    events: [
      {
        title: '340 source files zipped',
        text: '',
        minutesAgo: 840,
        zone: '+01:00',
        category: 12,
        source: 'endpoint',
        hosts: ['KYST-MAC-04'],
        observables: [],
      },
      {
        title: '2.4 GB to a personal Dropbox',
        text: '',
        minutesAgo: 815,
        zone: '+01:00',
        category: 14,
        source: 'Incydr',
        hosts: ['KYST-MAC-04'],
        observables: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
      },
    ],
    tasks: [{ title: 'Freeze the Incydr file events', text: '', status: 1, assignee: 'sara' }],
    evidences: [{ name: 'file-events.csv', size: 88_120, text: 'Export from Incydr' }],
    comments: [{ by: 'sara', text: 'Legal wants the list by noon.', minutesAgo: 8 }],
    files: [],
    people: [{ role: 'HR', name: 'Per Aune', contact: 'per.aune@kystlab.example' }],
    attributes: {
      ofCase: {
        Legal: {
          Counsel: { type: 'input_string', mandatory: true, value: 'L. Myhre' },
          'Works council told': { type: 'input_checkbox', mandatory: false, value: false },
        },
      },
    },
  },
  {
    titleWord: 'Web shell',
    groups: [
      {
        title: 'Eradication',
        notes: [
          {
            title: 'Plan',
            text: '1. Take the form off\n2. Patch\n3. Rotate **adm-ostby**\n\n<script>document.title = "a note may hold this"</script>',
            minutesAgo: 900,
          },
        ],
      },
    ],
    events: [
      {
        title: 'upload.aspx written through the upload form',
        text: '`POST /extranet/upload` from 192.0.2.200',
        minutesAgo: 1530,
        zone: '+00:00',
        category: 6,
        source: 'IIS',
        hosts: ['SRV-WEB-03'],
        observables: ['192.0.2.200'],
      },
      {
        title: 'whoami, net group, certutil',
        text: '',
        minutesAgo: 1522,
        zone: '+00:00',
        category: 10,
        source: 'Stellar',
        hosts: ['SRV-WEB-03'],
        observables: [],
      },
    ],
    tasks: [
      { title: 'Take the upload form off', text: '', status: 4, assignee: 'ida' },
      { title: 'Patch the extranet', text: '', status: 2, assignee: 'ida' },
    ],
    evidences: [{ name: 'iis-logs.zip', size: 9_120_334, text: '' }],
    comments: [{ by: 'ida', text: 'Form is off since 06:10.', minutesAgo: 110 }],
    files: [],
    people: [],
  },
];

import type { SimulatedCase } from './records.ts';

type Technique = {
  /** Occurs in the names of cases that it explains. */
  word: RegExp;
  /** What a single alert of it is called. */
  alertName: string;
  tactic: { id: string; name: string };
  technique: { id: string; name: string };
  stage: string;
};

function technique(
  word: RegExp,
  alertName: string,
  tacticId: string,
  tactic: string,
  techniqueId: string,
  name: string,
  stage: string,
): Technique {
  return {
    word,
    alertName,
    tactic: { id: tacticId, name: tactic },
    technique: { id: techniqueId, name },
    stage,
  };
}

const other = technique(
  /./,
  'An application that this network does not use',
  'XTA0002',
  'XDR Network Anomaly',
  'XT2003',
  'Uncommon Application',
  'Initial Attempts',
);

/** Ids that begin with X are the vendor's own, the others are MITRE's. */
const techniques: readonly Technique[] = [
  technique(
    /kerberoast/i,
    'Many service tickets with RC4 asked for by one account',
    'TA0006',
    'Credential Access',
    'T1558',
    'Steal or Forge Kerberos Tickets',
    'Propagation',
  ),
  technique(
    /rdp|lateral/i,
    'RDP to a server where the account never logged on',
    'TA0008',
    'Lateral Movement',
    'T1021',
    'Remote Services',
    'Propagation',
  ),
  technique(
    /travel|country|vpn/i,
    'Sign-in from two places too far apart',
    'TA0001',
    'Initial Access',
    'T1078',
    'Valid Accounts',
    'Initial Attempts',
  ),
  technique(
    /shadow|rename/i,
    'Shadow copies deleted',
    'TA0040',
    'Impact',
    'T1490',
    'Inhibit System Recovery',
    'Exfiltration & Impact',
  ),
  technique(
    /w3wp|web/i,
    'A web server process started a shell',
    'TA0003',
    'Persistence',
    'T1505',
    'Server Software Component',
    'Persistent Foothold',
  ),
  technique(
    /powershell|rundll32/i,
    'A script ran that was never seen on this host',
    'TA0002',
    'Execution',
    'T1059',
    'Command and Scripting Interpreter',
    'Persistent Foothold',
  ),
  technique(
    /login|spray/i,
    'Many failed sign-ins, then one that worked',
    'TA0006',
    'Credential Access',
    'T1110',
    'Brute Force',
    'Initial Attempts',
  ),
  technique(
    /dns/i,
    'Names with unusual entropy were resolved',
    'TA0011',
    'Command and Control',
    'T1071',
    'Application Layer Protocol',
    'Persistent Foothold',
  ),
  technique(
    /media|share/i,
    'Many files read from a share within minutes',
    'TA0010',
    'Exfiltration',
    'T1052',
    'Exfiltration Over Physical Medium',
    'Exfiltration & Impact',
  ),
  technique(
    /phish/i,
    'A link to a look-alike sign-in page was opened',
    'TA0001',
    'Initial Access',
    'T1566',
    'Phishing',
    'Initial Attempts',
  ),
  technique(
    /admin/i,
    'An account was given administrator rights',
    'TA0004',
    'Privilege Escalation',
    'T1098',
    'Account Manipulation',
    'Propagation',
  ),
  technique(
    /scan/i,
    'Many ports were probed from one host',
    'TA0043',
    'Reconnaissance',
    'T1595',
    'Active Scanning',
    'Exploration',
  ),
];

/** What explains the case; the stories are told by several, each alert by one of them. */
export function techniquesOf({ record, story }: SimulatedCase): readonly [Technique, ...Technique[]] {
  const told = story === null ? record.name : `${record.name} ${story.text}`;
  const [first = other, ...rest] = techniques.filter(candidate => candidate.word.test(told));
  return story === null ? [first] : [first, ...rest];
}

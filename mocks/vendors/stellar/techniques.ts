import type { SimulatedCase } from './records.ts';

type Technique = {
  /** Occurs in the names of cases that it explains. */
  word: RegExp;
  tactic: { id: string; name: string };
  technique: { id: string; name: string };
  stage: string;
};

function technique(
  word: RegExp,
  tacticId: string,
  tactic: string,
  techniqueId: string,
  name: string,
  stage: string,
): Technique {
  return { word, tactic: { id: tacticId, name: tactic }, technique: { id: techniqueId, name }, stage };
}

const other = technique(
  /./,
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
    'TA0006',
    'Credential Access',
    'T1558',
    'Steal or Forge Kerberos Tickets',
    'Propagation',
  ),
  technique(/rdp|lateral/i, 'TA0008', 'Lateral Movement', 'T1021', 'Remote Services', 'Propagation'),
  technique(/travel|country|vpn/i, 'TA0001', 'Initial Access', 'T1078', 'Valid Accounts', 'Initial Attempts'),
  technique(
    /shadow|rename/i,
    'TA0040',
    'Impact',
    'T1490',
    'Inhibit System Recovery',
    'Exfiltration & Impact',
  ),
  technique(
    /w3wp|web/i,
    'TA0003',
    'Persistence',
    'T1505',
    'Server Software Component',
    'Persistent Foothold',
  ),
  technique(
    /powershell|rundll32/i,
    'TA0002',
    'Execution',
    'T1059',
    'Command and Scripting Interpreter',
    'Persistent Foothold',
  ),
  technique(/login|spray/i, 'TA0006', 'Credential Access', 'T1110', 'Brute Force', 'Initial Attempts'),
  technique(
    /dns/i,
    'TA0011',
    'Command and Control',
    'T1071',
    'Application Layer Protocol',
    'Persistent Foothold',
  ),
  technique(
    /media|share/i,
    'TA0010',
    'Exfiltration',
    'T1052',
    'Exfiltration Over Physical Medium',
    'Exfiltration & Impact',
  ),
  technique(/phish/i, 'TA0001', 'Initial Access', 'T1566', 'Phishing', 'Initial Attempts'),
  technique(/admin/i, 'TA0004', 'Privilege Escalation', 'T1098', 'Account Manipulation', 'Propagation'),
  technique(/scan/i, 'TA0043', 'Reconnaissance', 'T1595', 'Active Scanning', 'Exploration'),
];

export function techniqueOf(simulated: SimulatedCase): Technique {
  const { name } = simulated.record;
  return techniques.find(candidate => candidate.word.test(name)) ?? other;
}

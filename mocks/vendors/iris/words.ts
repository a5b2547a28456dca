/** The reference lists of a fresh v2.0.0 server, as far as they were recorded. Ids are the server's own. */

export const taskStatuses = [
  { id: 1, status_name: 'To do', status_bscolor: 'danger', status_description: '' },
  { id: 2, status_name: 'In progress', status_bscolor: 'warning', status_description: '' },
  { id: 3, status_name: 'On hold', status_bscolor: 'muted', status_description: '' },
  { id: 4, status_name: 'Done', status_bscolor: 'success', status_description: '' },
  { id: 5, status_name: 'Canceled', status_bscolor: 'muted', status_description: '' },
] as const;

export const analysisStatuses = [
  { id: 1, name: 'Unspecified' },
  { id: 2, name: 'To be done' },
  { id: 3, name: 'Started' },
  { id: 4, name: 'Pending' },
  { id: 5, name: 'Canceled' },
  { id: 6, name: 'Done' },
] as const;

export const compromiseStatuses = [
  { name: 'To be determined', value: 0 },
  { name: 'Compromised', value: 1 },
  { name: 'Not compromised', value: 2 },
  { name: 'Unknown', value: 3 },
] as const;

/** `word` is how the export spells it. */
export const outcomeStatuses = [
  { name: 'Other', value: 0, word: 'other' },
  { name: 'False positive', value: 1, word: 'false_positive' },
  { name: 'True positive', value: 2, word: 'true_positive' },
  { name: 'Not applicable', value: 3, word: 'not_applicable' },
] as const;

export const tlps = [
  { registry: null, tlp_bscolor: 'danger', tlp_id: 1, tlp_name: 'red' },
  { registry: null, tlp_bscolor: 'warning', tlp_id: 2, tlp_name: 'amber' },
  { registry: null, tlp_bscolor: 'success', tlp_id: 3, tlp_name: 'green' },
  { registry: null, tlp_bscolor: 'black', tlp_id: 4, tlp_name: 'clear' },
] as const;

export const eventCategories = [
  'Unspecified',
  'Legitimate',
  'Remediation',
  'Initial Access',
  'Execution',
  'Persistence',
  'Privilege Escalation',
  'Defense Evasion',
  'Credential Access',
  'Discovery',
  'Lateral Movement',
  'Collection',
  'Command and Control',
  'Exfiltration',
  'Impact',
].map((name, index) => ({ id: index + 1, name }));

function assetType(id: number, name: string, description: string, icon: string) {
  return { id, name, description, icon: `${icon}.png`, compromisedIcon: `ioc_${icon}.png` };
}

export const assetTypes = [
  assetType(1, 'Account', 'Generic Account', 'user'),
  assetType(2, 'Firewall', 'Firewall', 'firewall'),
  assetType(3, 'Linux - Server', 'Linux server', 'server'),
  assetType(4, 'Linux - Computer', 'Linux computer', 'desktop'),
  assetType(5, 'Linux Account', 'Linux Account', 'user'),
  assetType(6, 'Mac - Computer', 'Mac computer', 'desktop'),
  assetType(7, 'Phone - Android', 'Android Phone', 'phone'),
  assetType(8, 'Phone - IOS', 'Apple Phone', 'phone'),
  assetType(9, 'Windows - Computer', 'Standard Windows Computer', 'windows_desktop'),
  assetType(10, 'Windows - Server', 'Standard Windows Server', 'windows_server'),
  assetType(11, 'Windows - DC', 'Domain Controller', 'windows_server'),
  assetType(12, 'Router', 'Router', 'router'),
  assetType(14, 'VPN', 'VPN', 'vpn'),
  assetType(21, 'Windows Account - AD - Service', 'Windows Account - AD - Service', 'user'),
];

export type IocType = {
  id: number;
  name: string;
  description: string;
  regex: string | null;
  expect: string | null;
};

function iocType(
  id: number,
  name: string,
  description: string,
  regex: string | null = null,
  expect: string | null = null,
): IocType {
  return { id, name, description, regex, expect };
}

export const iocTypes: readonly IocType[] = [
  iocType(1, 'AS', 'Autonomous system'),
  iocType(3, 'account', 'Account of any type'),
  iocType(20, 'domain', 'A domain name used in the malware'),
  iocType(31, 'email-src', 'The source email address'),
  iocType(37, 'filename', 'Filename'),
  iocType(69, 'hostname', 'A full host/dnsname of an attacker'),
  iocType(77, 'ip-dst', 'A destination IP address of the attacker or C&C server'),
  iocType(90, 'md5', 'A checksum in md5 format'),
  iocType(109, 'regkey', 'Registry key or value'),
  iocType(113, 'sha256', 'A checksum in sha-256 format'),
  // Added by this server's administrator: the only type with a check of its own.
  iocType(161, 'campaign-id2', 'Associated campaign ID', '^C-[0-9]+$', 'C-<number>'),
];

export const classifications = [
  { id: 1, name: 'abusive-content:spam', expanded: 'Abusive-Content: spam' },
  { id: 2, name: 'abusive-content:harmful-speech', expanded: 'Abusive-Content: Harmful Speech' },
  { id: 4, name: 'malicious-code:virus', expanded: 'Malicious-Code: Virus' },
  { id: 6, name: 'malicious-code:ransomware', expanded: 'Malicious-Code: Ransomware' },
  { id: 7, name: 'malicious-code:trojan-malware', expanded: 'Malicious-Code: Trojan/Malware' },
  { id: 8, name: 'malicious-code:spyware-rat', expanded: 'Malicious-Code: Spyware/Rat' },
  { id: 11, name: 'information-gathering:scanner', expanded: 'Information-Gathering: Scanning' },
  { id: 12, name: 'information-gathering:sniffing', expanded: 'Information-Gathering: Sniffing' },
  {
    id: 14,
    name: 'intrusion-attempts:exploit-known-vuln',
    expanded: 'Intrusion-Attempts: Exploiting known Vulnerabilities',
  },
  { id: 20, name: 'intrusion:domain-compromise', expanded: 'Intrusion: Domain Compromise' },
  { id: 22, name: 'availability:dos', expanded: 'Availability: DoS' },
] as const;

/** Colours that a timeline event may have; any other becomes ''. */
export const eventColors = [
  '',
  '#fff',
  '#1572E899',
  '#6861CE99',
  '#48ABF799',
  '#31CE3699',
  '#F2596199',
  '#FFAD4699',
];

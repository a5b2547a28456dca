import type { ThreatIntelRecord } from './entities.ts';

function record(
  number: number,
  title: string,
  category: string,
  subcategory: string,
  severity: ThreatIntelRecord['severity'],
): ThreatIntelRecord {
  return { id: `CTAL${String(number).padStart(6, '0')}`, title, category, subcategory, severity };
}

/** The threat catalogue: the only place in the service where a threat has a name. */
export const catalogue: readonly ThreatIntelRecord[] = [
  record(101, 'Cobalt Strike beacon', 'Attack tool', 'Command and control', 'Critical'),
  record(102, 'Banking trojan traffic', 'Malware', 'Banking trojan', 'High'),
  record(103, 'Cryptomining: stratum traffic', 'Unwanted software', 'Cryptominer', 'Medium'),
  record(104, 'Ransomware beaconing', 'Malware', 'Ransomware', 'Critical'),
  record(105, 'Domain generation algorithm', 'Malware', 'Command and control', 'High'),
  record(106, 'Adware: browser hijacker', 'Unwanted software', 'Adware', 'Low'),
  record(107, 'DNS tunnelling', 'Attack pattern', 'Data exfiltration', 'High'),
  record(108, 'SMB service discovery', 'Attack pattern', 'Reconnaissance', 'Medium'),
  record(109, 'Anonymisation network: Tor relay', 'Attack pattern', 'Anonymisation', 'Medium'),
  record(110, 'Information stealer upload', 'Malware', 'Information stealer', 'High'),
  record(111, 'Phishing page visited', 'Attack pattern', 'Phishing', 'Medium'),
  record(112, 'Potentially unwanted application', 'Unwanted software', 'Application', 'Low'),
  record(113, 'Ad injector', 'Unwanted software', 'Adware', 'Low'),
  record(114, 'Excessive communication to rare domain', 'Attack pattern', 'Anomaly', 'Low'),
  record(115, 'Remote access trojan', 'Malware', 'Remote access', 'Critical'),
  record(116, 'Spam bot: SMTP to many hosts', 'Malware', 'Spam bot', 'Medium'),
];

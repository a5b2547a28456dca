import { hosts, tenants, users } from './cast.ts';
import type { Random } from './random.ts';
import type { Severity } from './story-words.ts';

type Template = { title: string; severity: Severity; tags: readonly string[]; isUsuallyFalse: boolean };

/** What fills an ordinary week. Most of it is nothing; the same few rules fire again and again. */
const templates: readonly Template[] = [
  {
    title: 'Suspicious PowerShell download cradle on {host}',
    severity: 'medium',
    tags: ['powershell'],
    isUsuallyFalse: true,
  },
  { title: 'Failed logins over threshold: {user}', severity: 'low', tags: [], isUsuallyFalse: true },
  {
    title: 'Password spray against ADFS, {n} accounts',
    severity: 'high',
    tags: ['spray'],
    isUsuallyFalse: false,
  },
  {
    title: 'Anonymous proxy login to VPN by {user}',
    severity: 'medium',
    tags: ['vpn'],
    isUsuallyFalse: true,
  },
  {
    title: 'DNS tunnelling suspected: {n} TXT lookups from {host}',
    severity: 'medium',
    tags: ['dns'],
    isUsuallyFalse: true,
  },
  { title: 'TeamViewer seen on {host}', severity: 'low', tags: ['policy'], isUsuallyFalse: true },
  {
    title: 'Removable media: {n} files of HR to USB by {user}',
    severity: 'medium',
    tags: ['usb'],
    isUsuallyFalse: false,
  },
  {
    title: 'Phishing report: "Faktura {n}" from {user}',
    severity: 'medium',
    tags: ['phish'],
    isUsuallyFalse: true,
  },
  {
    title: 'New admin in Domain Admins: {user}',
    severity: 'high',
    tags: ['privilege'],
    isUsuallyFalse: true,
  },
  { title: 'Port scan from {host} to {n} addresses', severity: 'low', tags: ['recon'], isUsuallyFalse: true },
  {
    title: 'Cloud share opened to the public by {user}',
    severity: 'low',
    tags: ['exposure'],
    isUsuallyFalse: false,
  },
  { title: 'Sensor back after maintenance: {host}', severity: 'info', tags: [], isUsuallyFalse: true },
  {
    title: 'Rare parent process of rundll32 on {host}',
    severity: 'medium',
    tags: ['lolbin'],
    isUsuallyFalse: true,
  },
  {
    title: 'Sign-in from a new country by {user}',
    severity: 'low',
    tags: ['identity'],
    isUsuallyFalse: true,
  },
  { title: 'Malware quarantined on {host}', severity: 'low', tags: ['av'], isUsuallyFalse: false },
  {
    title: 'Mass file rename on {host}: {n} in 60 s',
    severity: 'high',
    tags: ['ransomware'],
    isUsuallyFalse: true,
  },
];

export type NoiseRecord = {
  title: string;
  severity: Severity;
  tags: readonly string[];
  isUsuallyFalse: boolean;
  /** Key of a tenant. */
  tenant: string;
  host: string;
  user: string;
  /** Minutes before epoch, weighted to the recent. */
  ageMinutes: number;
  changedMinutes: number;
  alerts: number;
};

/** One ordinary record. `spanDays` is how far back the records of this world go. */
export function createNoise(random: Random, spanDays: number): NoiseRecord {
  const template = random.pick(templates);
  const host = random.pick(hosts);
  const user = random.pick(users);
  const share = random.int(0, 10_000) / 10_000;
  const ageMinutes = 20 + Math.floor(share * share * spanDays * 1440);
  return {
    title: template.title
      .replace('{host}', host)
      .replace('{user}', user)
      .replace('{n}', String(random.int(12, 9400))),
    severity: random.chance(0.06) ? 'critical' : random.chance(0.12) ? 'high' : template.severity,
    tags: random.chance(0.4) ? template.tags : [],
    isUsuallyFalse: template.isUsuallyFalse,
    tenant: random.pick(tenants).key,
    host,
    user,
    ageMinutes,
    changedMinutes: Math.floor((ageMinutes * random.int(2, 95)) / 100),
    alerts: random.chance(0.7) ? random.int(1, 4) : random.int(5, 60),
  };
}

import { analysts, tenants, users } from '../../cast.ts';
import type { Category, Customer, Service, User } from './records.ts';

const domain = { id: 1, name: 'MNEMONIC' };

/** The service provider itself, and its customers. Short names are given where ids are asked for, and mixed with them. */
export const provider: Customer = { id: 1, name: 'Demo SOC', shortName: 'demosoc', domain };
export const customers: readonly Customer[] = [
  provider,
  ...tenants.map(tenant => ({
    id: 2170 + tenant.number,
    name: tenant.name,
    shortName: tenant.short,
    domain,
  })),
];

export const techs: readonly User[] = analysts.map(analyst => ({
  id: 1100 + analyst.number,
  customerID: provider.id,
  customer: provider,
  domain,
  userName: analyst.email,
  name: analyst.name,
  type: 'user',
}));

export const customerUsers: readonly User[] = users.map((userName, index) => {
  const customer = customers[1 + (index % tenants.length)] ?? provider;
  return {
    id: 5200 + index,
    customerID: customer.id,
    customer,
    domain,
    userName,
    name: userName,
    type: 'user',
  };
});

const everybody: readonly User[] = [...techs, ...customerUsers];

export const services: readonly Service[] = [
  {
    id: 2,
    shortName: 'ids',
    name: 'Security Monitoring',
    caseTypes: ['operationalIncident', 'change', 'securityIncident', 'informational'],
    workflows: [
      'severityAlert',
      'escalateInfra',
      'escalateTI',
      'validation',
      'customerUpdate',
      'slaViolation',
    ],
  },
  {
    id: 6,
    shortName: 'support',
    name: 'Support',
    caseTypes: ['informational', 'operationalIncident'],
    workflows: ['customerUpdate', 'escalateDEV'],
  },
  {
    id: 13,
    shortName: 'administrative',
    name: 'Administrative',
    caseTypes: ['informational'],
    workflows: ['escalateTRS', 'customerUpdate'],
  },
  {
    id: 221,
    shortName: 'advisory',
    name: 'Advisory',
    caseTypes: ['informational'],
    workflows: ['customerUpdate', 'escalateMSSAnalyst'],
  },
  {
    id: 260,
    shortName: 'vulnscan',
    name: 'Vulnerability Scanning',
    caseTypes: ['informational', 'operationalIncident'],
    workflows: ['escalateTRS', 'customerUpdate', 'escalateDEV'],
  },
];

const incidents = ['securityIncident'] as const;
function onIds(id: number, shortName: string, name: string): Category {
  return { id, shortName, name, bindings: [{ service: 'ids', caseTypes: incidents }] };
}

export const categories: readonly Category[] = [
  onIds(11, 'unauthorized-access', 'Unauthorized access'),
  onIds(12, 'data-leakage', 'Data leakage'),
  onIds(13, 'malicious-infection', 'Malicious infection'),
  onIds(14, 'reconnaissance', 'Reconnaissance'),
  onIds(15, 'phishing', 'Phishing'),
  onIds(16, 'failed-authentication', 'Failed authentication'),
  onIds(17, 'false-positive', 'False positive'),
  { ...onIds(18, 'suspected-targeted-attack', 'Suspected targeted attack'), closeNeedsField: 'root-cause' },
  {
    id: 61,
    shortName: 'sensor-malfunctioning',
    name: 'Sensor malfunctioning',
    bindings: [
      { service: 'ids', caseTypes: ['operationalIncident'] },
      { service: 'support', caseTypes: ['operationalIncident'] },
    ],
  },
  {
    id: 62,
    shortName: 'exposed-malicious',
    name: 'Exposed to exploitation',
    bindings: [{ service: 'vulnscan', caseTypes: ['operationalIncident', 'informational'] }],
  },
];

/** Ids and short names name the same thing, also as digits in a query. */
export function findNamed<Item extends { id: number; shortName: string }>(
  items: readonly Item[],
  idOrShortName: number | string,
): Item | undefined {
  const text = String(idOrShortName);
  return items.find(item => String(item.id) === text || item.shortName === text);
}

/** Users are named by id or by user name. */
export function findUser(idOrName: number | string): User | undefined {
  const text = String(idOrName);
  return everybody.find(user => String(user.id) === text || user.userName === text);
}

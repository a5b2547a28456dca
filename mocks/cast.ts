/** Who and what the stories are about. Made up; names of hosts and addresses are from documentation ranges. */

export type Analyst = { key: string; name: string; email: string; uid: string; hex: string; number: number };

function analyst(key: string, name: string, number: number): Analyst {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@soc.example`;
  return {
    key,
    name,
    email,
    // Code42 user ids are 18 digits, beyond what a JavaScript number holds.
    uid: `4213807975182392${String(number).padStart(2, '0')}`,
    hex: `${'5e1f0c9a7b3d4e28'}${String(number).padStart(16, '0')}`,
    number,
  };
}

/** The first one is who the demo is signed in as. */
export const analysts: readonly Analyst[] = [
  analyst('mari', 'Mari Dahl', 11),
  analyst('jonas', 'Jonas Berg', 12),
  analyst('ida', 'Ida Moen', 13),
  analyst('sara', 'Sara Lund', 14),
  analyst('ola', 'Ola Vik', 15),
];

export type Tenant = {
  key: string;
  name: string;
  short: string;
  hex: string;
  number: number;
  domain: string;
};

function tenant(key: string, name: string, number: number, domain: string): Tenant {
  return { key, name, short: key, hex: `a3c1e5d7f9b2${String(number).padStart(20, '0')}`, number, domain };
}

export const tenants: readonly Tenant[] = [
  tenant('nordfjord', 'Nordfjord Bank', 1, 'nordfjord.example'),
  tenant('vidar', 'Vidar Logistics', 2, 'vidar.example'),
  tenant('helse', 'Helse Øst', 3, 'helseost.example'),
  tenant('kystlab', 'Kystlab', 4, 'kystlab.example'),
  tenant('brennmoen', 'Brennmoen Kraft', 5, 'brennmoen.example'),
];

export const hosts = [
  'WS-0412',
  'SRV-FIN-07',
  'HELSE-LT-2207',
  'DESKTOP-7K2',
  'BKP-02',
  'DC-01',
  'SRV-WEB-03',
  'LAB-PC-19',
  'NW-FS02',
  'WS-1188',
  'KYST-MAC-04',
  'SCADA-GW-1',
] as const;

export const users = [
  't.haugen',
  'k.strand',
  'svc-sql-fin',
  'a.nilsen',
  'p.solberg',
  'svc-backup',
  'm.eide',
  'r.fossum',
  'h.lie',
  'adm-ostby',
] as const;

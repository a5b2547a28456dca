/** Who may sign in at the simulated tenant. Made up, and worth nothing anywhere else. */
export const incydrAccounts = {
  analyst: { username: 'mari.dahl@soc.example', password: 'fjord-42-incydr' },
  /** Local two-factor sign-in is on for this one. */
  twoFactor: {
    username: 'jonas.berg@soc.example',
    password: 'heather-17-incydr',
    totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  },
  /** Signs in, but holds no role that may see cases. */
  withoutRole: { username: 'ola.vik@soc.example', password: 'skerry-08-incydr' },
  client: { clientId: 'key-4251b2cf-8d36-4d42-9a17-6f21c0de4242', clientSecret: 'birch-client-secret-42' },
} as const;

/** What the vendor calls the user behind an API client: a number and a GUID. */
export const serviceUser = {
  uid: '806150685834341101',
  username: '05c28ad3-7eca-4d99-8bb7-a5d0995806c8',
} as const;

export const customer = {
  name: 'Nordisk Holding',
  registrationKey: '8u42pwskc42p42hmrj',
  tenantId: 'c4b5e830-4242-4242-4242-345664cfbb33',
} as const;

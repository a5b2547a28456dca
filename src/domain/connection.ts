/** How much of a vendor's records is held here. */
export type KeepPolicy = 'all' | { closedDays: number };

/** All that is open, and what was closed in the last 90 days. */
export const defaultKeep: KeepPolicy = { closedDays: 90 };

/** One configured instance of a vendor. Its secrets live in the gateway and never come here. */
export type Connection = {
  /** Lower-case letters, digits and dashes, at most 64. Part of every row's reference. */
  id: string;
  /** The vendor's id, a key of the vendor registry. */
  vendor: string;
  name: string;
  settings: Readonly<Record<string, string>>;
  keep: KeepPolicy;
  /** Which secrets are set. The values never leave the gateway. */
  secrets: Readonly<Record<string, boolean>>;
  /** Where the gateway got it: a declared one is changed in its file, not on screen. */
  source: 'file' | 'screen' | 'demo';
};

/** One input of a vendor's settings form. The form is data; one component draws every vendor's. */
export type FormField = {
  key: string;
  label: string;
  kind: 'text' | 'origin' | 'number' | 'choice' | 'secret';
  required: boolean;
  /** Said under the label, one sentence. */
  hint?: string;
  example?: string;
  /** Used when the field is left empty. */
  fallback?: string;
  options?: readonly { value: string; label: string }[];
  /** Shown only while another field has one of these values. */
  when?: { key: string; oneOf: readonly string[] };
};

/** How a self-signed server is trusted. Settings that every vendor has, whatever its own form says. */
export const trustFields: readonly FormField[] = [
  {
    key: 'certificateSha256',
    label: 'Certificate fingerprint',
    kind: 'text',
    required: false,
    hint: 'SHA-256 of the one certificate to trust, as the test shows it.',
  },
  {
    key: 'caFile',
    label: 'Authority file',
    kind: 'text',
    required: false,
    hint: 'Path of a PEM file with the authority that signed the certificate, on the machine Casefold runs on.',
  },
];

/** A region or product variant that fills several fields at once. */
export type FormPreset = { label: string; values: Readonly<Record<string, string>> };

export type ConnectionForm = {
  fields: readonly FormField[];
  presets: readonly FormPreset[];
};

/** What is wrong with a filled form, by field key; empty when nothing is. */
export type FormProblems = Readonly<Record<string, string>>;

/** R: reads. I: writes that may be sent twice with the same result. N: writes that may not. */
export type OperationClass = 'R' | 'I' | 'N';

/** A named shape that a path or query parameter must have, whole. */
export type ParameterRule = {
  pattern: RegExp;
  /** May the key be given several times? Query parameters only. */
  repeatable?: boolean;
  /** Largest number allowed, for counts and limits. */
  max?: number;
  /** Query parameters only: the call is refused without it. Path parameters are always required. */
  required?: boolean;
};

/**
 * A body check that knows which keys are allowed. Any valibot schema is one (Standard Schema v1).
 * The gateway sends on what `validate` gives back, so unknown keys are refused or stripped here, never forwarded.
 */
export type BodySchema = {
  readonly '~standard': {
    readonly validate: (value: unknown) => BodyResult | Promise<BodyResult>;
  };
};
type BodyResult =
  | { readonly value: unknown; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string }[] };

/**
 * One HTTP call of a vendor, as data. The adapter calls by it, the gateway lets through nothing else:
 * it matches method and path, checks every parameter, and rebuilds the URL from the template.
 */
export type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path template from the vendor's root, `{name}` for parameters: `/cases/v2/case/{id}`. */
  path: string;
  class: OperationClass;
  /** Which of the connection's addresses serves it: a key of `Vendor.targets`. */
  target: string;
  params?: Readonly<Record<string, ParameterRule>>;
  /** Allowed query keys. A key that is not here is refused. A `*` within a key is not special. */
  query?: Readonly<Record<string, ParameterRule>>;
  /** What may be sent as JSON. Absent: no body. */
  body?: BodySchema;
  /** What comes back. 'file': bytes of any type, passed on as they come and named by Content-Disposition. Default 'json'. */
  answer?: 'json' | 'file';
  /**
   * Files only: may a web page be the file although the vendor does not say 'attachment'? Where it may not, one that
   * comes is taken for a login page and refused.
   */
  isHtmlExpected?: boolean;
  /** How the body travels to the vendor. Default 'json'. */
  bodyType?: 'json' | 'none';
  limits?: {
    /**
     * Whole call, from first byte sent to last byte read. Default 25,000. Of a file: until it begins, and between two
     * pieces of it, since nobody knows how long it is. Default 60,000.
     */
    timeoutMs?: number;
    /** Decompressed. Default 32 MiB; of a file 512 MiB. */
    maxResponseBytes?: number;
  };
};

export type OperationTable = Readonly<Record<string, Operation>>;

/** Rules that most tables need. */
export const rule = {
  int: { pattern: /^-?\d{1,18}$/ },
  uuid: { pattern: /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/ },
  hex: { pattern: /^[0-9a-fA-F]{1,128}$/ },
  /** Letters, digits, dot, dash, underscore: ids of unknown make. Never '.' or '..'. */
  token: { pattern: /^(?!\.{1,2}$)[\w.-]{1,200}$/ },
  flag: { pattern: /^(true|false)$/ },
  /** Free text in a query, printable, at most 500. */
  text: { pattern: /^[^\p{Cc}]{0,500}$/u },
  count: (max: number): ParameterRule => ({ pattern: /^\d{1,9}$/, max }),
  oneOf: (...values: string[]): ParameterRule => ({
    pattern: new RegExp(`^(${values.map(value => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`),
  }),
} as const;

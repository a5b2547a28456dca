import type { Vendor } from '#domain/vendor.ts';
import type { FaultRule } from '#mocks/fault-rules.ts';
import type { Simulator, SimulatorOptions } from '#mocks/simulator.ts';
import type { Chain } from './chain.ts';

export type Credentials = {
  settings: Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, string>>;
};

/** What the suite must know of a vendor, beyond what every vendor must do. */
export type Subject = {
  vendor: Vendor;
  create: (options: SimulatorOptions) => Simulator;
  /** A pattern of the path that gives out tokens; null where the credential itself goes with every call. */
  signInPath: string | null;
  /** Somebody who may sign in and not read cases: other credentials, or what the vendor then answers. */
  withoutPermission: Partial<Credentials> | FaultRule;
  /** Well-formed, and no record has it. */
  unknownId: string;
  /** The name of who signs in; null where the vendor does not say. */
  me: string | null;
  /** Calls to the vendor until rows are on screen, signing in not counted. */
  callsToFirstRows: number;
  /** Calls of a pull when nothing changed. */
  callsWhenQuiet: number;
  /** How far the clock goes on before much is asked again: what the vendor allows is counted by the minute. */
  restMs: number;
  /** Somebody closes a record at the vendor, by whatever way it has. */
  close: (chain: Chain, id: string) => Promise<void>;
  /** Paths within answers, as `json-paths.ts` names them, without which nothing is left to read. */
  container: RegExp;
  /** Paths of what a record is known by. */
  identity: RegExp;
};

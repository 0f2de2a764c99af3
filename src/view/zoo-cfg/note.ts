/** What is to be said of a `zoo.cfg`. Words stand under `panels.cfg.note.<code>`. */

export const CFG_CODES = [
  'not-key-value',
  'bad-number',
  'bad-choice',
  'bad-word',
  'bad-path',
  'bad-sid',
  'bad-server',
  'bad-port',
  'bad-peer-type',
  'duplicate-key',
  'duplicate-port',
  'not-set',
  'no-servers',
  'too-many-servers',
  'observers-without-participants',
  'single-server',
  'no-failure-tolerated',
  'even-number',
  'hierarchy-ignored',
  'unknown-key',
  'wrong-case',
  'jvm-property',
  'not-simulated',
  'raised',
  'min-above-max',
  'only-three',
  'port-without-address',
  'ensemble-elsewhere',
] as const;
export type CfgCode = (typeof CFG_CODES)[number];

export interface CfgNote {
  readonly kind: 'error' | 'warning';
  readonly code: CfgCode;
  /** 1-based; 0 when the file as a whole is meant. */
  readonly line: number;
  readonly data: Readonly<Record<string, string | number>>;
  /** What the real server prints, in its own words. */
  readonly said?: string;
}

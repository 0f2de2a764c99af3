/** What is to be said of a `zoo.cfg`. Words stand under `panels.cfg.note.<code>`. */

export const CFG_CODES = [
  'malformed',
  'not-key-value',
  'duplicate-key',
  'bad-number',
  'senseless',
  'ignored-value',
  'counts-as',
  'bad-choice',
  'bad-path',
  'relative-path',
  'bad-port',
  'only-three',
  'raised',
  'not-set',
  'port-without-address',
  'host-looked-up',
  'no-host',
  'no-ssl-provider',
  'sasl-needs',
  'min-above-max',
  'no-metrics-class',
  'in-dynamic-file',
  'no-dynamic-file',
  'not-in-dynamic-file',
  'version-in-dynamic-file',
  'bad-version',
  'bad-sid',
  'sid-range',
  'sid-not-here',
  'bad-server',
  'bad-server-port',
  'several-addresses',
  'bad-peer-type',
  'duplicate-port',
  'bad-group',
  'no-group',
  'two-groups',
  'group-of-nobody',
  'no-participants',
  'observers-without-participants',
  'single-server',
  'no-failure-tolerated',
  'even-number',
  'client-address',
  'peer-type-mismatch',
  'no-myid',
  'not-in-list',
  'ends-at-start',
  'never-serves',
  'no-client-port',
  'unsimulated',
  'hierarchy-ignored',
  'members-elsewhere',
  'alone-elsewhere',
  'unknown-key',
  'wrong-case',
  'other-name',
  'jvm-property',
  'no-servers',
  'too-many-servers',
  'ensemble-elsewhere',
] as const;
export type CfgCode = (typeof CFG_CODES)[number];

export interface CfgNote {
  /**
   * `refused`: a server ends because of it; `warning`: it starts, and something is not as it seems;
   * `unsimulated`: right, and nothing here acts on it; `unknown`: no server reads it.
   */
  readonly kind: 'refused' | 'warning' | 'unsimulated' | 'unknown';
  readonly code: CfgCode;
  /** 1-based; 0 when the file as a whole is meant. */
  readonly line: number;
  /** '' when the file as a whole is meant. */
  readonly key: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** What the real server prints, in its own words; of an exception its message. */
  readonly said?: string;
}

type Place = { readonly number: number; readonly key: string } | null;

/** @param place the line that is meant; null: the file as a whole */
export const note = (
  kind: CfgNote['kind'],
  code: CfgCode,
  place: Place,
  data: CfgNote['data'] = {},
  said?: string,
): CfgNote => ({
  kind,
  code,
  line: place?.number ?? 0,
  key: place?.key ?? '',
  data: place === null ? data : { key: place.key, ...data },
  ...(said === undefined ? {} : { said: asRead(said) }),
});

/** A server reads its file byte by byte [Properties.load, ISO 8859-1], and so it quotes from it. */
const asRead = (said: string): string =>
  said
    .replaceAll(/\p{Surrogate}/gu, '?')
    .replaceAll(/[^\0-\x7f]+/gu, (letters) =>
      encodeURIComponent(letters).replaceAll(/%(..)/gu, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    );

export const refused = (
  code: CfgCode,
  place: Place,
  data: CfgNote['data'] = {},
  said?: string,
): CfgNote => note('refused', code, place, data, said);

export const warning = (
  code: CfgCode,
  place: Place,
  data: CfgNote['data'] = {},
  said?: string,
): CfgNote => note('warning', code, place, data, said);

export const isRefused = ({ kind }: CfgNote): boolean => kind === 'refused';
export const hasRefused = (notes: readonly CfgNote[]): boolean => notes.some(isRefused);

/** In order of their lines, those about the whole file first. */
export const byLine = (notes: readonly CfgNote[]): readonly CfgNote[] =>
  notes.toSorted((a, b) => a.line - b.line);

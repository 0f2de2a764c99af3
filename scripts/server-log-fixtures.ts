/** For tests: the logs of the election recordings, and what the recordings themselves say. */
import { readdirSync, readFileSync } from 'node:fs';
import type { LogToRead } from '../src/server-logs/logs.ts';

/** Tests and fuzzers run in the project's folder. */
const FOLDER = 'fixtures/zookeeper-3.8';

export interface Recorded {
  readonly final: {
    readonly leader: number;
    readonly modes: Readonly<Record<string, string>>;
    readonly epochs: Readonly<
      Record<string, { readonly acceptedEpoch: number; readonly currentEpoch: number }>
    >;
  };
  readonly states: Readonly<
    Record<string, readonly { readonly state: string; readonly proposedZxid?: string }[]>
  >;
  readonly notifications: readonly {
    readonly at: number;
    readonly from: number;
    readonly state: string;
    readonly leader: number;
    readonly round: number;
    readonly peerEpoch: number;
    readonly zxid: string;
  }[];
}

/** The recordings whose servers' logs are here, with the file that tells of each. */
export const RECORDINGS = {
  'first-start-5-in-order': '01-first-start-5-in-order',
  'newer-zxid-lower-sid': '04-newer-zxid-lower-sid',
} as const;

/** Beside them: an ensemble whose leader was killed, and whose next leader lost its follower for a while. */
type Name = keyof typeof RECORDINGS | 'leader-lost-twice';

export const caseOf = (name: keyof typeof RECORDINGS): Recorded =>
  JSON.parse(readFileSync(`${FOLDER}/election/${RECORDINGS[name]}.case.json`, 'utf8')) as Recorded;

/** The logs as texts, by file name. */
export function textsOf(name: Name): Record<string, string> {
  const folder = `${FOLDER}/server-logs/${name}`;
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]),
  );
}

export const filesOf = (texts: Readonly<Record<string, string>>): readonly LogToRead[] =>
  Object.entries(texts).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));

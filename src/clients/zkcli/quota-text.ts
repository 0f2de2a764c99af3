/** The text of a quota's two nodes [StatsTrack]. */
import { textOf } from '../../zookeeper/records/utf8.ts';
import type { Bytes } from '../../zookeeper/records/values.ts';
import { javaSplit } from './acl-text.ts';
import { Unchecked } from './failures.ts';
import { parseInt64 } from './java-numbers.ts';

/** −1 means none. Its limits are soft, `…HardLimit` is hard. */
export type StatsTrack = ReadonlyMap<string, bigint>;

export const countOf = (track: StatsTrack, key: string): bigint => track.get(key) ?? -1n;

/**
 * Reads `count=3,bytes=-1=;byteHardLimit=-1;countHardLimit=-1`.
 * @throws NumberFormat
 * @throws Unchecked for a pair without a value, or no data at all
 */
export function readTrack(data: Bytes | null): StatsTrack {
  if (data === null) {
    throw new Unchecked(
      'java.lang.NullPointerException',
      'Cannot read the array length because "bytes" is null',
    );
  }
  const text = textOf(data);
  const track = new Map<string, bigint>();
  for (const pair of text === '' ? [] : javaSplit(text, /[,;]+/u)) {
    const [key = '', value] = javaSplit(pair, '=');
    if (value === undefined) {
      throw new Unchecked(
        'java.lang.ArrayIndexOutOfBoundsException',
        'Index 1 out of bounds for length 1',
      );
    }
    track.set(key, parseInt64(value === '' ? '-1' : value));
  }
  return track;
}

/** Count and bytes first, as old readers want it; an odd `=` makes them overlook the rest. */
export function trackText(track: StatsTrack): string {
  const others = [...track.keys()].filter((key) => key !== 'count' && key !== 'bytes').toSorted();
  const first = `count=${countOf(track, 'count')},bytes=${countOf(track, 'bytes')}`;
  const rest = others.map((key) => `;${key}=${countOf(track, key)}`);
  return others.length === 0 ? first : `${first}=${rest.join('')}`;
}

export const QUOTA_ROOT = '/zookeeper/quota';
export const LIMIT_NODE = 'zookeeper_limits';
export const STAT_NODE = 'zookeeper_stats';
/** Where the quota of a node stands [Quotas]. */
export const quotaPath = (path: string): string => `${QUOTA_ROOT}${path}`;
export const limitPath = (path: string): string => `${QUOTA_ROOT}${path}/${LIMIT_NODE}`;
export const statPath = (path: string): string => `${QUOTA_ROOT}${path}/${STAT_NODE}`;

/** What a `zoo.cfg` says of the times of an election. */
import type { Config, ElectionTimes } from '../protocols/election/config.ts';
import type { Micros } from '../view/time.ts';
import type { ZooCfg } from '../view/zookeeper-setup.ts';
import { MAX_INT } from '../zoo-cfg/keys.ts';

const MS = 1000;

/** A wait of none would look for news without end. */
export function timesOf(cfg: ZooCfg = {}): Pick<Config, 'times'> {
  const {
    'fastleader.minNotificationInterval': first,
    'fastleader.maxNotificationInterval': longest,
    cnxTimeout: dialling,
  } = cfg;
  const least = (ms: number): Micros => Math.max(1, ms) * MS;
  const times: ElectionTimes = {
    ...(first !== undefined && { firstWait: least(first) }),
    ...(longest !== undefined && { longestWait: least(longest) }),
    // [Socket.connect] 0: without end.
    ...(dialling !== undefined && { dialling: least(dialling === 0 ? MAX_INT : dialling) }),
  };
  return Object.keys(times).length > 0 ? { times } : {};
}

/**
 * A store of keys in the manner of Redis: commands one at a time, in memory alone. A key expires by the
 * wall clock of its own machine, which may be set; a master tells its replicas of every change and
 * waits for none of them. What a command does is a function of the keys, the command and the time.
 */
import type { RedisKey } from '../../view/outside.ts';
import type { Pid } from '../../view/time.ts';
import type { Redis } from './data.ts';
import type { OutsideReply, RedisRequest } from './messages.ts';
import { answerOf } from './messages.ts';

export const emptyRedis = (replicaOf: Pid | undefined): Redis => ({
  kind: 'redis',
  role: replicaOf === undefined ? 'master' : 'replica',
  keys: [],
  replicas: [],
  master: 0,
  alone: false,
  commands: 0,
  vain: 0,
});

const commands: ReadonlySet<string> = new Set<RedisRequest['op']>([
  'set',
  'get',
  'incr',
  'del',
  'compare-and-delete',
  'compare-and-extend',
]);

export const isCommand = ({ op }: { readonly op: string }): boolean => commands.has(op);

/** The key as it is at this time, by the store's clock, in ms since 1970. */
export const keyAt = (
  keys: readonly RedisKey[],
  name: string,
  clock: number,
): RedisKey | undefined =>
  keys.find(({ key, expiresAt }) => key === name && !isOver(expiresAt, clock));

const isOver = (expiresAt: number | null, clock: number): boolean =>
  expiresAt !== null && expiresAt <= clock;

/** Those whose time is over. */
export const expiredBy = (keys: readonly RedisKey[], clock: number): readonly RedisKey[] =>
  keys.filter(({ expiresAt }) => isOver(expiresAt, clock));

export const withKey = (
  keys: readonly RedisKey[],
  name: string,
  now: RedisKey | null,
): readonly RedisKey[] => {
  const rest = keys.filter(({ key }) => key !== name);
  return now === null ? rest : [...rest, now];
};

/** What a command comes to. */
export interface Executed {
  readonly reply: OutsideReply;
  /** The key that it changed, as it is now (null: gone); undefined: it changed none. */
  readonly changed?: { readonly key: string; readonly now: RedisKey | null };
}

const changes = (
  key: string,
  now: RedisKey | null,
  value: OutsideReply['value'] = null,
): Executed => ({ reply: answerOf(value), changed: { key, now } });

const notSet: Executed = { reply: answerOf(null, 'NotSet') };

/** @param clock the store's own, ms since 1970 */
export function execute(keys: readonly RedisKey[], asked: RedisRequest, clock: number): Executed {
  const { key } = asked;
  const found = keyAt(keys, key, clock);
  switch (asked.op) {
    case 'set': {
      if (asked.nx && found !== undefined) return notSet;
      const expiresAt = asked.px === null ? null : clock + asked.px;
      return changes(key, { key, value: asked.value, expiresAt });
    }
    case 'get':
      return { reply: answerOf(found?.value ?? null) };
    case 'incr': {
      const value = Number(found?.value ?? 0) + 1;
      const expiresAt = found?.expiresAt ?? null;
      return changes(key, { key, value: String(value), expiresAt }, value);
    }
    case 'del':
      return found === undefined ? { reply: answerOf(0) } : changes(key, null, 1);
    case 'compare-and-delete':
      return found?.value === asked.value ? changes(key, null, 1) : notSet;
    case 'compare-and-extend':
      return found?.value === asked.value
        ? changes(key, { ...found, expiresAt: clock + asked.px }, 1)
        : notSet;
  }
}

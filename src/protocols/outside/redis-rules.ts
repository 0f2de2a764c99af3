/** What the machine of a store of keys does: commands, expiry, its replicas, its master. */
import { SERVICE_PORT } from './messages.ts';
import type { ChangedMessage, CopyMessage, RedisRequest } from './messages.ts';
import { answerOf } from './messages.ts';
import { clockOf, did, edit, reply, requestOf } from './outside.ts';
import type { Draft, Outside, OutsideEvent } from './outside.ts';
import { say } from './facts.ts';
import { execute, expiredBy, isCommand as isRedisCommand, withKey } from './redis.ts';
import type { Executed } from './redis.ts';
import type { Redis } from './data.ts';
import type { RedisSetup } from '../../view/outside.ts';

type S = Outside<Redis>;

/** It looks for keys whose time is over ten times a second [redis.conf, hz]. */
const CRON_EVERY = 100_000;
/** A replica that lost its master dials it again after so long. */
const DIAL_AGAIN = 1_000_000;

const setupOf = ({ config }: S): RedisSetup => config.setup as RedisSetup & S['config']['setup'];

const withData = (s: S, change: Partial<Redis>): Draft<Redis> => {
  const next = edit(s);
  next.data = { ...s.data, ...change };
  return next;
};

export const isReplica = ({ data }: S): boolean => data.role === 'replica';
export const isCommand = (_s: S, e: OutsideEvent): boolean => isRedisCommand(requestOf(e));
export const isRead = (_s: S, e: OutsideEvent): boolean => requestOf(e).op === 'get';

/** A master tells its replicas, and waits for none of them. */
function spread({ data }: S, e: OutsideEvent, message: ChangedMessage): void {
  for (const connection of data.replicas) e.io.send(connection, message);
}

export function command(s: S, e: OutsideEvent): S {
  const asked = requestOf(e) as RedisRequest;
  const { keys, commands, vain } = s.data;
  const done = execute(keys, asked, clockOf(s, e));
  reply(e, done.reply);
  if (e.io.explaining) {
    explainLate(s, e, asked.key);
    explain(s, e, asked, done);
  }
  const isVain = asked.op === 'set' && done.reply.err === 'NotSet';
  const next = withData(s, { commands: commands + 1, vain: vain + (isVain ? 1 : 0) });
  const { changed } = done;
  if (changed === undefined) return next;
  if (changed.now === null) tellDeleted(s, e, changed.key);
  spread(s, e, { type: 'CHANGED', ...changed });
  next.data = { ...next.data, keys: withKey(keys, changed.key, changed.now) };
  setCron(next, e);
  return next;
}

function tellDeleted(s: S, e: OutsideEvent, key: string): void {
  const found = s.data.keys.find((each) => each.key === key);
  if (found !== undefined) did(e, { kind: 'deleted', by: e.from, key, value: found.value });
}

/** It finds only now that the time of the key is over. */
function explainLate(s: S, e: OutsideEvent, key: string): void {
  const over = expiredBy(s.data.keys, clockOf(s, e)).find((each) => each.key === key);
  if (over !== undefined) say(e, 'key-expired', { key, value: over.value });
}

function explain(s: S, e: OutsideEvent, asked: RedisRequest, { reply: { err } }: Executed): void {
  const { key, op } = asked;
  const from = e.from;
  if (err !== 'OK') say(e, 'key-unchanged', { from, key, op });
  else if (asked.op === 'set') say(e, 'key-set', { from, key, value: asked.value, ms: asked.px });
  else if (asked.op === 'compare-and-extend') say(e, 'key-extended', { from, key, ms: asked.px });
  else if (op === 'del' || op === 'compare-and-delete') {
    const found = s.data.keys.find((each) => each.key === key);
    if (found !== undefined) say(e, 'key-deleted', { from, key, value: found.value });
  }
}

/** It looks again while there is anything that can expire. */
export function setCron({ data }: S, e: OutsideEvent): void {
  if (data.keys.some(({ expiresAt }) => expiresAt !== null))
    e.io.setTimer('REDIS_CRON', CRON_EVERY);
  else e.io.clearTimer('REDIS_CRON');
}

/** Keys whose time is over by its own clock go; its replicas are told. */
export function expire(s: S, e: OutsideEvent): S {
  const over = expiredBy(s.data.keys, clockOf(s, e));
  const next = withData(s, { keys: s.data.keys.filter((each) => !over.includes(each)) });
  for (const { key, value } of over) {
    if (e.io.explaining) say(e, 'key-expired', { key, value });
    spread(s, e, { type: 'CHANGED', key, now: null });
  }
  setCron(next, e);
  return next;
}

/** A replica is given all keys, and then every change. */
export function adopt(s: S, e: OutsideEvent): S {
  const message: CopyMessage = { type: 'COPY', keys: s.data.keys };
  e.io.send(e.connection, message);
  return withData(s, { replicas: [...s.data.replicas, e.connection] });
}

export const isReplicas = ({ data }: S, e: OutsideEvent): boolean =>
  data.replicas.includes(e.connection);

export const drop = (s: S, e: OutsideEvent): S =>
  withData(s, { replicas: s.data.replicas.filter((each) => each !== e.connection) });

/** A replica's link to its master. */
export function dial(s: S, e: OutsideEvent): S {
  const { replicaOf } = setupOf(s);
  const master = replicaOf === undefined ? 0 : e.io.dial(replicaOf, SERVICE_PORT);
  return withData(s, { master });
}

export const isMasters = ({ data }: S, e: OutsideEvent): boolean => e.connection === data.master;

/** It has its master again: nobody is to take its place. */
export function follow(s: S, e: OutsideEvent): S {
  e.io.send(e.connection, { type: 'FOLLOW' });
  e.io.clearTimer('PROMOTE');
  return withData(s, { alone: false });
}

export function takeCopy(s: S, e: OutsideEvent): S {
  if (e.io.explaining) say(e, 'replica-follows', { master: e.from });
  return withData(s, { keys: (e.message as CopyMessage).keys });
}

export function takeChange(s: S, e: OutsideEvent): S {
  const { key, now } = e.message as ChangedMessage;
  return withData(s, { keys: withKey(s.data.keys, key, now) });
}

export function lose(s: S, e: OutsideEvent): S {
  const { failoverMs } = setupOf(s);
  if (e.io.explaining) say(e, 'replica-alone', { master: e.from, reason: e.reason });
  e.io.setTimer('DIAL_MASTER', DIAL_AGAIN);
  // What a sentinel would decide: it is counted from when the master was lost, not from the newest dial.
  if (failoverMs !== undefined && !s.data.alone) e.io.setTimer('PROMOTE', failoverMs * 1000);
  return withData(s, { master: 0, alone: true });
}

/** It takes writes itself from now on, with what it has, whatever its master does. */
export function promote(s: S, e: OutsideEvent): S {
  const { keys, master } = s.data;
  if (e.io.explaining) say(e, 'replica-promoted', { keys: keys.length });
  e.io.clearTimer('DIAL_MASTER');
  e.io.clearTimer('PROMOTE');
  if (master !== 0) e.io.close(master);
  return withData(s, { role: 'master', master: 0, alone: false });
}

/** A replica answers what only reads, by what it has. */
export function look(s: S, e: OutsideEvent): S {
  const asked = requestOf(e) as RedisRequest;
  reply(e, execute(s.data.keys, asked, clockOf(s, e)).reply);
  return withData(s, { commands: s.data.commands + 1 });
}

export const refuseWrite = (_s: S, e: OutsideEvent): void => reply(e, answerOf(null, 'ReadOnly'));

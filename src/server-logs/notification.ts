/** A vote that a server has heard, as FastLeaderElection writes it down. */
import { zxidText } from '../view/zxid.ts';
import type { Said } from './line.ts';
import { countIn, zxidIn } from './numbers.ts';

const STATES: ReadonlySet<string> = new Set(['LOOKING', 'FOLLOWING', 'LEADING', 'OBSERVING']);

type Field = 'sid' | 'state' | 'leader' | 'round' | 'peerEpoch' | 'zxid' | 'mine';

/** From 3.6 on: `Notification: my state:LOOKING; n.sid:1, n.state:LOOKING, n.leader:1, …`. */
const NEW: Readonly<Record<Field, RegExp>> = {
  sid: /\bn\.sid:(\d{1,9})\b/u,
  state: /\bn\.state:([A-Z]{1,12})\b/u,
  leader: /\bn\.leader:(-?\d{1,20})\b/u,
  round: /\bn\.round:0x([\da-f]{1,16})\b/u,
  peerEpoch: /\bn\.peerEpoch:0x([\da-f]{1,16})\b/iu,
  zxid: /\bn\.zxid:(0x[\da-f]{1,16})\b/u,
  mine: /\bmy state:([A-Z]{1,12})\b/u,
};

/** Before: `Notification: 1 (message format version), 3 (n.leader), 0x0 (n.zxid), …`. */
const OLD: Readonly<Record<Field, RegExp>> = {
  sid: /(\d{1,9}) \(n\.sid\)/u,
  state: /([A-Z]{1,12}) \(n\.state\)/u,
  leader: /(-?\d{1,20}) \(n\.leader\)/u,
  round: /0x([\da-f]{1,16}) \(n\.round\)/u,
  peerEpoch: /0x([\da-f]{1,16}) \(n\.peerEpoch\)/iu,
  zxid: /(0x[\da-f]{1,16}) \(n\.zxid\)/u,
  mine: /([A-Z]{1,12}) \(my state\)/u,
};

/**
 * Null: it does not hold what a notification holds. An observer votes for nobody: `leader` is −1.
 * Which server hears it decides whether it is its own (`told.ts`).
 */
export function notification(text: string): Said | null {
  const like = text.includes('(n.leader)') ? OLD : NEW;
  const field = (name: Field): string | undefined => like[name].exec(text)?.[1];
  const from = field('sid');
  const leader = field('leader');
  const state = field('state');
  if (from === undefined || leader === undefined || state === undefined) return null;
  const mine = field('mine');
  if (!STATES.has(state) || (mine !== undefined && !STATES.has(mine))) return null;
  const zxid = zxidIn(field('zxid') ?? '');
  const nobody = leader.startsWith('-') || Number(leader) >= 2 ** 53;
  return {
    rule: 'heard',
    data: {
      from: Number(from),
      state,
      leader: nobody ? -1 : Number(leader),
      zxid: zxid === null ? null : zxidText(zxid),
      round: countIn(field('round')),
      epoch: countIn(field('peerEpoch')),
      mine: mine ?? null,
    },
  };
}

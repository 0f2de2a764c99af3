/** What is known of each server after an event; what no log has told is null. */
import type { Pid } from '../view/time.ts';
import type { Zxid } from '../view/zxid.ts';
import { zxidOf } from './numbers.ts';
import type { Told } from './sequence.ts';

export interface KnownVote {
  readonly leader: Pid;
  readonly zxid: Zxid | null;
  readonly epoch: number | null;
}

export interface Known {
  readonly sid: Pid;
  /** A log of its own is among the files. */
  readonly own: boolean;
  readonly ended: boolean;
  readonly state: string | null;
  readonly phase: string | null;
  readonly observer: boolean;
  /** The last vote that its own log has of it. */
  readonly vote: KnownVote | null;
  /** It has another vote now, which no log tells: it follows whom it did not vote for. */
  readonly voteGone: boolean;
  readonly round: number | null;
  readonly leader: Pid | null;
  readonly currentEpoch: number | null;
  readonly acceptedEpoch: number | null;
  readonly zxid: Zxid | null;
  readonly serving: boolean;
  /** What it comes to by its synchronisation, once that is over. */
  readonly comingTo: Zxid | null;
}

export interface Ensemble {
  readonly servers: ReadonlyMap<Pid, Known>;
  readonly established: { readonly leader: Pid; readonly epoch: number | null } | null;
  /** Votes that were heard, own copies left out. */
  readonly heard: number;
}

const blank = (sid: Pid, own: boolean): Known => ({
  sid,
  own,
  ended: false,
  state: null,
  phase: null,
  observer: false,
  vote: null,
  voteGone: false,
  round: null,
  leader: null,
  currentEpoch: null,
  acceptedEpoch: null,
  zxid: null,
  serving: false,
  comingTo: null,
});

export const beginning = (own: readonly Pid[], named: readonly Pid[]): Ensemble => ({
  servers: new Map([
    ...own.map((sid) => [sid, blank(sid, true)] as const),
    ...named.map((sid) => [sid, blank(sid, false)] as const),
  ]),
  established: null,
  heard: 0,
});

/** What its memory held is gone; what its disk holds is what it was, as far as that is known. */
const forgotten = {
  ended: false,
  state: null,
  phase: null,
  vote: null,
  voteGone: false,
  round: null,
  leader: null,
  serving: false,
  comingTo: null,
} satisfies Partial<Known>;

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Whose epoch is known once a quorum has acknowledged its leader. */
const supporters = (text: unknown): readonly Pid[] =>
  (String(text).match(/\d+/gu) ?? []).map(Number);

/** The same ensemble after one more event. */
export function after(ensemble: Ensemble, told: Told): Ensemble {
  const { server: sid, rule, data } = told;
  const servers = new Map(ensemble.servers);
  const before = servers.get(sid) ?? blank(sid, true);
  let { established, heard } = ensemble;
  const set = (of: Pid, change: Partial<Known>): void => {
    const known = servers.get(of);
    if (known !== undefined) servers.set(of, { ...known, ...change });
  };
  const endsLeading = (): void => {
    if (established?.leader === sid) established = null;
  };
  /** Whom a server follows, as another one tells; the first to tell is believed. */
  const follows = (of: Pid | null, leader: Pid | null): void => {
    const known = of === null ? undefined : servers.get(of);
    if (known === undefined || known.leader !== null || leader === null || leader < 0) return;
    if (known.state !== 'FOLLOWING' && known.state !== 'OBSERVING' && known.own) return;
    const vote = known.vote?.leader === leader ? known.vote : { leader, zxid: null, epoch: null };
    set(known.sid, { leader, ...(!known.observer && { vote, voteGone: false }) });
  };
  const zxid = zxidOf(data['zxid']);
  /** Of a server without a log of its own nothing is known but what it was last heard to say. */
  const claims = (of: Pid | null): void => {
    const known = of === null ? undefined : servers.get(of);
    if (known === undefined || known.own) return;
    const state = String(data['state']);
    const leader = number(data['leader']);
    set(known.sid, {
      state,
      observer: state === 'OBSERVING' || leader === -1,
      vote: leader === null || leader < 0 ? null : { leader, zxid, epoch: number(data['epoch']) },
      round: number(data['round']),
      leader: state === 'LOOKING' || leader === -1 ? null : leader,
    });
  };
  switch (rule) {
    case 'started':
      endsLeading();
      set(sid, forgotten);
      break;
    case 'silent':
    case 'log-ends':
      endsLeading();
      set(sid, { ...forgotten, currentEpoch: null, acceptedEpoch: null, zxid: null });
      break;
    case 'stopped':
      endsLeading();
      set(sid, { ...forgotten, ended: true });
      break;
    case 'epoch-absent': {
      const epoch = number(data['epoch']);
      set(sid, data['which'] === 'current' ? { currentEpoch: epoch } : { acceptedEpoch: epoch });
      break;
    }
    case 'loaded':
    case 'proposal':
    case 'log-begun':
      if (zxid !== null) set(sid, { zxid });
      break;
    case 'looking':
      endsLeading();
      set(sid, { ...forgotten, state: 'LOOKING', phase: 'ELECTION' });
      break;
    case 'candidate': {
      const leader = number(data['candidate']) ?? sid;
      // An observer votes for nobody.
      const vote = before.observer ? null : { leader, zxid, epoch: null };
      set(sid, { vote, voteGone: false, round: null, ...(zxid !== null && { zxid }) });
      break;
    }
    case 'voted': {
      const leader = number(data['leader']);
      const epoch = number(data['epoch']);
      const observer = leader === -1;
      set(sid, {
        vote: leader === null || observer ? null : { leader, zxid, epoch },
        voteGone: false,
        round: number(data['round']),
        ...(observer && { observer }),
        // For itself it stands with its own epoch.
        ...(leader === sid && epoch !== null && { currentEpoch: epoch }),
      });
      break;
    }
    case 'heard':
      heard++;
      claims(number(data['from']));
      if (data['state'] === 'FOLLOWING') follows(number(data['from']), number(data['leader']));
      break;
    case 'following':
      // Nobody follows itself, and the line does not say whom it follows.
      set(sid, {
        state: 'FOLLOWING',
        phase: null,
        leader: null,
        voteGone: before.vote?.leader === sid,
      });
      break;
    case 'observing':
      set(sid, { state: 'OBSERVING', phase: null, observer: true, vote: null });
      break;
    case 'leading':
      set(sid, { state: 'LEADING', phase: null, leader: sid });
      break;
    case 'phase':
      set(sid, {
        phase: String(data['phase']),
        serving: before.serving || data['phase'] === 'BROADCAST',
      });
      break;
    case 'learner-came':
      follows(number(data['from']), sid);
      if (data['observer'] === true) set(number(data['from']) ?? -1, { observer: true });
      break;
    case 'synchronizing': {
      const last = zxidOf(data['peerLast']);
      if (last !== null) set(number(data['learner']) ?? -1, { zxid: last });
      break;
    }
    case 'sync-got':
      if (data['how'] === 'TRUNC' && zxid !== null) set(sid, { zxid, comingTo: null });
      else set(sid, { comingTo: zxid });
      break;
    case 'up-to-date': {
      const epoch =
        established !== null && established.leader === before.leader ? established.epoch : null;
      set(sid, {
        serving: true,
        ...(before.comingTo !== null && { zxid: before.comingTo }),
        ...(epoch !== null && { currentEpoch: epoch, acceptedEpoch: epoch }),
      });
      // A leader says that to a learner only with a quorum behind it: that counts without its own log.
      const leaders = [...servers.values()].filter(
        (one) => !one.own && (one.sid === before.leader || one.state === 'LEADING'),
      );
      const [leader] = leaders;
      if (established === null && leader !== undefined && leaders.length === 1) {
        established = { leader: leader.sid, epoch: leader.vote?.epoch ?? null };
      }
      break;
    }
    case 'leader-established': {
      const epoch = number(data['epoch']) ?? 0;
      established = { leader: sid, epoch };
      for (const one of [sid, ...supporters(data['sids'])]) {
        set(one, { currentEpoch: epoch, acceptedEpoch: epoch });
      }
      set(sid, { zxid: { epoch, counter: 0 }, serving: true, phase: 'BROADCAST' });
      break;
    }
    case 'leader-stops':
    case 'learner-stops':
      endsLeading();
      set(sid, { serving: false });
  }
  return { servers, established, heard };
}

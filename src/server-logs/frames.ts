/** Positions of a told history as frames of the election lab; what no log tells is `unknown`. */
import type { ElectionDetail, ElectionServerView } from '../view/election.ts';
import type { Frame, MessageView, ProcessView } from '../view/frame.ts';
import type { ToldFrame, UnknownField } from '../view/told-frame.ts';
import type { Pid } from '../view/time.ts';
import type { Event } from './history.ts';
import type { Ensemble, Known } from './state.ts';

const NO_ZXID = { epoch: 0, counter: 0 };

/** A cell that only says that there is a log, of which nothing is known. */
const UNKNOWN_LOG = [{ zxid: NO_ZXID, committed: false }];

const processOf = ({ sid, state, ended, phase }: Known): ProcessView => ({
  pid: sid,
  name: `S${sid}`,
  liveness: ended ? 'crashed' : 'up',
  dark: false,
  diskless: false,
  state: state ?? '',
  machineState: phase ?? '',
});

const serverOf = (known: Known): ElectionServerView => ({
  sid: known.sid,
  observer: known.observer,
  phase: known.phase ?? '',
  round: known.round ?? 0,
  vote:
    known.vote === null
      ? null
      : {
          leader: known.vote.leader,
          zxid: known.vote.zxid ?? NO_ZXID,
          peerEpoch: known.vote.epoch ?? 0,
        },
  leader: known.leader,
  currentEpoch: known.currentEpoch ?? 0,
  acceptedEpoch: known.acceptedEpoch ?? 0,
  zxid: known.zxid ?? NO_ZXID,
  log: UNKNOWN_LOG,
  logHidden: 0,
  serving: known.serving,
  box: [],
  comparison: null,
});

function unknownOf(known: Known): readonly UnknownField[] {
  const fields: UnknownField['field'][] = ['log'];
  if (known.state === null && !known.ended) fields.push('state');
  if (known.round === null) fields.push('round');
  if (known.currentEpoch === null) fields.push('currentEpoch');
  if (known.zxid === null) fields.push('lastZxid');
  if (known.phase === null) fields.push('phase');
  if (known.leader === null && known.state !== 'LOOKING') fields.push('leader');
  if (known.voteGone) fields.push('vote');
  if (known.vote !== null) {
    if (known.vote.zxid === null) fields.push('zxid');
    if (known.vote.epoch === null) fields.push('epoch');
  }
  return fields.map((field) => ({ pid: known.sid, field }));
}

/** Of the ensemble: how many servers it has, and what the ballot boxes hold. */
const NEVER_TOLD: readonly UnknownField[] = (['quorum', 'tally', 'comparison'] as const).map(
  (field) => ({ pid: null, field }),
);

/** What has just come; when it was sent is not known, so it does not travel. */
function arrived({ record }: Event): MessageView | null {
  const { message, time } = record;
  if (message === null) return null;
  const { id, from, to, kind, label, claim } = message;
  return {
    id,
    from,
    to,
    kind,
    shape: 'vote',
    claim,
    label,
    short: claim === null ? '–' : `S${claim}`,
    sentAt: time,
    leftAt: time,
    arrivesAt: time,
    status: 'arrived',
    nature: 'tcp',
    routine: false,
    piled: 0,
  };
}

/** What the frame of a position needs beside the ensemble. */
export interface Place {
  readonly position: number;
  readonly length: number;
  readonly last: Event | null;
  readonly next: Event | null;
  /** The next event that is more than repeating. */
  readonly interesting: Event | null;
  readonly violations: Frame['violations'];
}

/** In an epoch there is one leader at most: the one invariant that logs alone can break. */
export const ONE_LEADER = 'E-OneEstablished';

export function frameOf(ensemble: Ensemble, place: Place): ToldFrame<ElectionDetail> {
  const servers = [...ensemble.servers.values()].toSorted((a, b) => a.sid - b.sid);
  const voters: readonly Pid[] = servers.filter(({ observer }) => !observer).map(({ sid }) => sid);
  const { established, heard } = ensemble;
  const message = place.last === null ? null : arrived(place.last);
  return {
    branch: 0,
    position: place.position,
    length: place.length,
    time: place.last?.record.time ?? 0,
    nextTime: place.next?.record.time ?? null,
    nextInteresting: place.interesting?.record.time ?? null,
    processes: servers.map(processOf),
    messages: message === null ? [] : [message],
    links: [],
    partition: [],
    invariants: place.violations.length === 0 ? [ONE_LEADER] : [],
    violations: place.violations,
    structure: place.position,
    detail: {
      profile: 'told',
      quorum: Math.floor(voters.length / 2) + 1,
      voters,
      established:
        established === null ? null : { leader: established.leader, epoch: established.epoch ?? 0 },
      notifications: heard,
      servers: servers.map(serverOf),
    },
    unknown: [...NEVER_TOLD, ...servers.flatMap(unknownOf)],
  };
}

/** Phase 1: which epoch is proposed, who may acknowledge it. */
import type { Pid } from '../../view/time.ts';
import type { Config } from './config.ts';
import { hasVoterQuorum, isVoter } from './config.ts';
import type { EpochAck, Leading } from './server.ts';
import { compareZxid } from './zxid.ts';

/**
 * One server, a learner or the leader itself, tells its acceptedEpoch [Leader.getEpochToPropose].
 * Until a quorum has called, itself included, the epoch becomes larger than every one heard.
 */
export function getEpochToPropose(
  config: Config,
  leading: Leading,
  sid: Pid,
  acceptedEpoch: number,
): Leading {
  if (leading.epochFixed) return leading;
  const connecting =
    isVoter(config, sid) && !leading.connecting.includes(sid)
      ? [...leading.connecting, sid]
      : leading.connecting;
  // Where no epoch was ever promised there is none to keep: the first leader begins the first one.
  const kept = config.keepsEpoch === true && acceptedEpoch > 0;
  const proposed = kept ? acceptedEpoch : acceptedEpoch + 1;
  return { ...leading, connecting, epoch: Math.max(leading.epoch, proposed) };
}

/** Whether the epoch can be fixed now. */
export const isEpochAgreed = (config: Config, leading: Leading): boolean =>
  config.broken.has('skip-discovery-quorum') || hasVoterQuorum(config, leading.connecting);

export type Summary = Pick<EpochAck, 'currentEpoch' | 'zxid'>;

/** [StateSummary.isMoreRecentThan] */
export const isMoreRecentThan = (a: Summary, b: Summary): boolean =>
  a.currentEpoch > b.currentEpoch ||
  (a.currentEpoch === b.currentEpoch && compareZxid(a.zxid, b.zxid) > 0);

/** Whether enough have acknowledged the epoch [Leader.waitForEpochAck]. */
export const isEpochAcknowledged = (config: Config, leading: Leading): boolean =>
  hasVoterQuorum(
    config,
    leading.epochAcks.map(({ sid }) => sid),
  );

/**
 * Whether a learner must be refused: it is ahead of the leader, and the leader has no quorum for
 * its epoch yet [Leader.waitForEpochAck].
 */
export const isRefused = (config: Config, leading: Leading, learner: Summary): boolean =>
  !config.broken.has('accept-fresher-follower') &&
  learner.currentEpoch !== -1 &&
  !isEpochAcknowledged(config, leading) &&
  isMoreRecentThan(learner, leading.summary);

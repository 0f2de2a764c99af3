/**
 * Names that a scenario may use. They stand here apart from what bears them, so that whoever checks a
 * file need not fetch every protocol; a test keeps both equal.
 */
import type { ScenarioFile } from '../view/scenario.ts';

/** What must hold, by protocol. */
export const invariantNames: Readonly<Record<ScenarioFile['model'], readonly string[]>> = {
  election: [
    'E-Order',
    'E-Quorum',
    'BetterVoteInBox',
    'E-OneEstablished',
    'E-Fresh',
    'E-Stable',
    'Z-Fence',
    'Z-Durable',
  ],
  paxos: [
    'I-Type',
    'I-Keep',
    'I-Mono',
    'I-Truth',
    'I-OneValuePerBallot',
    'I-P2c',
    'I-Safe',
    'I-P2b',
    'I-P2a',
    'I-P2',
    'I-Agreement',
    'I-Validity',
    'I-Learn',
    'I-Stable',
  ],
  zookeeper: [
    'Zxids-Increase',
    'Ephemerals-Owned',
    'Tree-Is-Log',
    'Restart-Keeps',
    'Acknowledged-Kept',
    'Replies-In-Order',
    'Watch-Before-Read',
    'Watch-Once',
    'Parents-Count',
    'Expiry-Not-Before',
    'Sequence-Grows',
  ],
  counter: ['C-Success', 'C-Failure', 'C-Sum', 'C-Once'],
};

/** Rules that can be switched off, by protocol. */
export const ruleNames: Readonly<Record<ScenarioFile['model'], readonly string[]>> = {
  election: [
    'ignore-epoch',
    'ignore-zxid',
    'ignore-sid',
    'half-is-quorum',
    'skip-finalize-wait',
    'believe-old-rounds',
    'keep-old-rounds-waiting',
    'skip-check-leader',
    'forget-epoch',
    'accept-old-epoch',
    'accept-fresher-follower',
    'yield-to-newcomer',
    'skip-discovery-quorum',
  ],
  paxos: [
    'keep-own-value',
    'share-ballots',
    'accept-below-promise',
    'adopt-lowest',
    'forget-disk',
    'forget-ballot',
    'accept-without-promise',
    'half-is-quorum',
    'refuse-equal-accept',
  ],
  zookeeper: [
    'reply-before-sync',
    'keep-ephemerals',
    'watch-twice',
    'watch-after-reply',
    'sequential-reuse',
    'forget-outstanding',
    'expire-early',
    'expire-on-disconnect',
    'reuse-zxid',
    'answer-out-of-order',
  ],
  counter: ['answer-before-disk', 'forget-call-ids'],
};

/** What a simulated client may run. */
export const programNames: readonly string[] = [
  'api',
  'subscriber',
  'zkcli',
  'zkcli-wait',
  'zkcli-plain',
];

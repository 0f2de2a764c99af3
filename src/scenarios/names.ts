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

/** What a simulated client may run. */
export const programNames: readonly string[] = ['api', 'subscriber', 'zkcli', 'zkcli-plain'];

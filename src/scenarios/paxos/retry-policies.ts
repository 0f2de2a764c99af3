/** The same group under another retry policy: what cures a livelock, and what is compared. */
import type { PaxosPause, PaxosProcessSetup, PaxosRetry } from '../../view/paxos-setup.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Policy } from '../../view/study.ts';

/** Between 5 and 15 ms, each by chance: a network that has nothing against anybody. */
const NETWORK = { kind: 'uniform', min: 5000, max: 15_000 } as const;

/** Two round trips, with room to spare: whoever does not wait is done by then. */
const LONG_PAUSE_MS = 80;

const retries: Readonly<Record<Policy, PaxosRetry>> = {
  immediate: { policy: 'immediate' },
  fixed: { policy: 'fixed', ms: 20 },
  'one-waits': { policy: 'immediate' },
  random: { policy: 'random', ms: 30 },
  exponential: { policy: 'exponential', ms: 20 },
  leader: { policy: 'leader', leaseMs: 100 },
};

const patient: PaxosPause = { policy: 'fixed', ms: LONG_PAUSE_MS };

/**
 * The group of a scenario, all of them proposing at once on an ordinary network. No schedule, no
 * delivery by hand, no steps: what the policy makes of it happens by itself.
 */
export function withPolicy(file: Scenario<'paxos'>, policy: Policy): Scenario<'paxos'> {
  const { format, version, model, seed, setup } = file;
  const { refusal, learning, distinguished, watch, broken } = setup;
  let first = true;
  const processes = setup.processes.map(({ retry: _own, ...process }): PaxosProcessSetup => {
    if (!process.roles.includes('proposer')) return { ...process, startMs: 0 };
    const waits = policy === 'one-waits' && !first;
    first = false;
    return { ...process, startMs: 0, proposeMs: 0, ...(waits && { retry: patient }) };
  });
  return {
    format,
    version,
    model,
    seed,
    setup: {
      processes,
      retry: retries[policy],
      ...(refusal !== undefined && { refusal }),
      ...(learning !== undefined && { learning }),
      ...(distinguished !== undefined && { distinguished }),
      ...(watch !== undefined && { watch }),
      ...(broken !== undefined && { broken }),
    },
    latency: NETWORK,
  };
}

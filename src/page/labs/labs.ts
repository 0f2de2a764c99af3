import type { LabDescriptor } from '../lab-frame/descriptor.ts';
import type { BundleName } from '../words/words.ts';

/** A lab before it is fetched. */
export interface LabSource {
  readonly load: () => Promise<LabDescriptor>;
  /** What it says, fetched beside it. */
  readonly words: readonly BundleName[];
}

/** The labs there are, each fetched when it is first opened. */
const labs: Readonly<Record<string, LabSource>> = {
  election: {
    load: async () => (await import('./election/lab.tsx')).electionLab,
    words: ['labs', 'election'],
  },
  counter: {
    load: async () => (await import('./counter/lab.tsx')).counterLab,
    words: ['labs', 'counter'],
  },
  zookeeper: {
    load: async () => (await import('./zookeeper/lab.tsx')).zookeeperLab,
    words: ['labs', 'zookeeper'],
  },
  paxos: {
    load: async () => (await import('./paxos/lab.tsx')).paxosLab,
    words: ['labs', 'paxos'],
  },
};

/** Null when there is no such lab. */
export const labSource = (id: string): LabSource | null =>
  Object.hasOwn(labs, id) ? (labs[id] ?? null) : null;

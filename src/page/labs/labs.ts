import type { LabDescriptor } from '../lab/descriptor.ts';

/** The labs there are, each fetched when it is first opened. */
const loaders: Readonly<Record<string, () => Promise<LabDescriptor>>> = {
  election: async () => (await import('./election.tsx')).electionLab,
  counter: async () => (await import('./counter.tsx')).counterLab,
  paxos: async () => (await import('./paxos.tsx')).paxosLab,
};

/** Null when there is no such lab. */
export const labLoader = (id: string): (() => Promise<LabDescriptor>) | null =>
  Object.hasOwn(loaders, id) ? (loaders[id] ?? null) : null;

import type { ScenarioFile } from '../view/scenario.ts';
import type { Protocol } from './protocol.ts';

/** Every protocol, one line for each. A visitor of one lab need not fetch the other labs'. */
export const loaders: Readonly<Record<ScenarioFile['model'], () => Promise<Protocol>>> = {
  election: async () => (await import('./election/adapter.ts')).election,
  paxos: async () => (await import('./paxos/adapter.ts')).paxos,
  zookeeper: async () => (await import('./zookeeper/adapter.ts')).zookeeper,
  counter: async () => (await import('./counter/adapter.ts')).counter,
  recipes: async () => (await import('./recipes/adapter.ts')).recipes,
  byzantine: async () => (await import('./byzantine/adapter.ts')).byzantine,
  cap: async () => (await import('./cap/adapter.ts')).cap,
};

/** Begins to fetch the protocol of this name, if there is one: it will be asked for. */
export const fetchProtocol = (name: string): void => {
  const load = Object.hasOwn(loaders, name) ? loaders[name as ScenarioFile['model']] : undefined;
  // Who asks for it says what went wrong.
  load?.().catch(() => undefined);
};

/** The protocol of a scenario, fetched when first asked for. */
export const loadProtocol = (model: ScenarioFile['model']): Promise<Protocol> => loaders[model]();

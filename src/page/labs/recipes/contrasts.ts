import type { InitialValue } from '../../../view/recipe-program.ts';
import type { RecipeClientSetup, RecipesSetup } from '../../../view/recipes-setup.ts';

/** One thing that a run can have in two ways: the same seed, clients and deeds with the other. */
export interface Contrast {
  readonly id: 'registry' | 'fencing' | 'ephemeral';
  /** Without it, and with it. */
  readonly options: readonly [ContrastOption, ContrastOption];
  /** Which way this run has it; null: it has neither. */
  readonly of: (setup: RecipesSetup) => ContrastOption | null;
  readonly as: (setup: RecipesSetup, option: ContrastOption) => RecipesSetup;
}

export type ContrastOption =
  | 'fixedList'
  | 'registry'
  | 'unfenced'
  | 'fenced'
  | 'lasting'
  | 'ephemeral';

type Clients = RecipesSetup['clients'];

const withClients = (
  setup: RecipesSetup,
  change: (client: RecipeClientSetup) => RecipeClientSetup,
): RecipesSetup => ({ ...setup, clients: setup.clients.map(change) });

const runs = (clients: Clients, ...programs: readonly string[]): boolean =>
  clients.some(({ program }) => programs.includes(program));

const answers = ({ answers: own }: RecipeClientSetup): boolean => own !== undefined;

const nameAt = ({ name }: RecipeClientSetup, place: number): string => name ?? `C${place + 1}`;

/** What a file would say: everybody who is there to answer. */
const addresses = (clients: Clients): readonly string[] =>
  clients.flatMap((one, place) => (answers(one) && one.spare !== true ? [nameAt(one, place)] : []));

/** Without a registry nobody asks the servers, and they stay down. */
const withServers = (setup: RecipesSetup, up: boolean): RecipesSetup => ({
  ...setup,
  servers: setup.servers.map(({ startMs: _down, ...server }) =>
    up ? server : { ...server, startMs: null },
  ),
});

const withValues = (
  client: RecipeClientSetup,
  program: string,
  change: Readonly<Record<string, InitialValue>>,
): RecipeClientSetup => {
  const { list: _list, turn: _turn, ...kept } = client.values ?? {};
  return { ...client, program, values: { ...kept, ...change } };
};

const fixedList = (setup: RecipesSetup): RecipesSetup => {
  const list = addresses(setup.clients);
  return withClients(withServers(setup, false), (one) => {
    if (one.program === 'provider') return { ...one, program: 'unregistered' };
    return one.program.startsWith('consumer-') ? withValues(one, 'fixed-caller', { list }) : one;
  });
};

const registry = (setup: RecipesSetup): RecipesSetup =>
  withClients(withServers(setup, true), (one) => {
    if (one.program === 'unregistered') return { ...one, program: 'provider' };
    return one.program === 'fixed-caller' ? withValues(one, 'consumer-in-turn', {}) : one;
  });

const isService = ({ clients }: RecipesSetup): boolean => clients.some(answers);

export const contrasts: readonly Contrast[] = [
  {
    id: 'registry',
    options: ['fixedList', 'registry'],
    of: (setup) => {
      if (!isService(setup)) return null;
      if (runs(setup.clients, 'fixed-caller')) return 'fixedList';
      return setup.clients.some(({ program }) => program.startsWith('consumer-'))
        ? 'registry'
        : null;
    },
    as: (setup, option) => (option === 'registry' ? registry(setup) : fixedList(setup)),
  },
  {
    id: 'fencing',
    options: ['unfenced', 'fenced'],
    of: ({ outside = [] }) => {
      const storage = outside.find(({ kind }) => kind === 'storage');
      if (storage?.kind !== 'storage') return null;
      return storage.fencing === true ? 'fenced' : 'unfenced';
    },
    as: (setup, option) => ({
      ...setup,
      outside: (setup.outside ?? []).map((one) =>
        one.kind === 'storage' ? { ...one, fencing: option === 'fenced' } : one,
      ),
    }),
  },
  {
    id: 'ephemeral',
    options: ['lasting', 'ephemeral'],
    of: ({ clients }) => {
      if (runs(clients, 'ephemeral-producer')) return 'ephemeral';
      return runs(clients, 'producer') ? 'lasting' : null;
    },
    as: (setup, option) =>
      withClients(setup, (one) =>
        one.program.endsWith('producer')
          ? { ...one, program: option === 'ephemeral' ? 'ephemeral-producer' : 'producer' }
          : one,
      ),
  },
];

/** What this run has in one of two ways; undefined: nothing. */
export const contrastIn = (setup: RecipesSetup): Contrast | undefined =>
  contrasts.find((one) => one.of(setup) !== null);

import type { InitialValue } from '../../../../view/recipe-program.ts';
import type { RecipeClientSetup, RecipesSetup } from '../../../../view/recipes-setup.ts';
import { SCENARIO_VERSION } from '../../../../view/scenario.ts';
import type { Scenario } from '../../../../view/scenario.ts';
import {
  keptAmong,
  keptOf,
  middleOf,
  spanOf,
  textOf,
  TIME_FIELDS,
  timesOf,
} from '../../../panels/set-up/kept.ts';
import type { Kept } from '../../../panels/set-up/kept.ts';
import type { Built, FieldProblem } from '../../../panels/set-up/set-up.tsx';
import { seedOf, typedMs, typedWhole } from '../../../panels/set-up/typed.ts';
import { FIRST_CLIENT } from '../catalogue.ts';

/** A client of the form. */
export interface ClientDraft {
  /** Stable over edits. */
  readonly key: number;
  readonly program: string;
  /** `workMs=2000, times=1`: those that it has instead of the program's. */
  readonly values: string;
  readonly thinkMs: string;
  /** Empty: not by itself. */
  readonly startMs: string;
  /** Of all its messages; empty: as everybody's. */
  readonly latencyMs: string;
  readonly timeoutMs: string;
  readonly was?: RecipeClientSetup;
}

/** A set-up of recipes as it stands in the form: what was typed, right or wrong. */
export interface RecipesDraft {
  readonly servers: 1 | 3;
  readonly clients: readonly ClientDraft[];
  readonly leastMs: string;
  readonly mostMs: string;
  readonly diskMs: string;
  readonly seed: string;
  readonly broken: readonly string[];
  readonly kept: Kept;
  /** What it was made of, and the form does not show. */
  readonly keptSetup: Partial<RecipesSetup>;
}

/** As ZooKeeper's clients wish where nobody says anything else. */
const USUAL = { timeoutMs: '10000', startMs: '100', thinkMs: '0' };

const valuesText = (values: RecipeClientSetup['values']): string =>
  Object.entries(values ?? {})
    .map(([name, value]) => `${name}=${typeof value === 'object' ? value.join(' ') : value}`)
    .join(', ');

/** `a=1, b=text`; null: it cannot be read. */
export const typedValues = (text: string): Readonly<Record<string, InitialValue>> | null => {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  const read = parts.map((part) => /^\s*([a-zA-Z]\w*)\s*=\s*(.*?)\s*$/u.exec(part));
  if (read.includes(null)) return null;
  return Object.fromEntries(
    read.flatMap((found): [string, InitialValue][] => {
      const [, name = '', value = ''] = found ?? [];
      return [[name, /^-?\d+(\.\d+)?$/u.test(value) ? Number(value) : value]];
    }),
  );
};

/** The form for a scenario: what it does not show is kept. */
export const draftOf = (scenario: Scenario<'recipes'>): RecipesDraft => {
  const { setup, seed, latency, diskLatency } = scenario;
  const { clients, broken = [], ...keptSetup } = setup;
  const { least, most } = spanOf(latency);
  return {
    servers: setup.servers.length > 1 ? 3 : 1,
    clients: clients.map((was, key) => ({
      key,
      program: was.program,
      values: valuesText(was.values),
      thinkMs: textOf(was.thinkMs, USUAL.thinkMs),
      startMs: was.startMs === null ? '' : textOf(was.startMs, USUAL.startMs),
      latencyMs: middleOf(was.latency),
      timeoutMs: textOf(was.timeoutMs, USUAL.timeoutMs),
      was,
    })),
    leastMs: least,
    mostMs: most,
    diskMs: middleOf(diskLatency),
    seed: String(seed),
    broken,
    kept: keptOf(scenario),
    keptSetup,
  };
};

/** One client more, as the last one is. */
export const addClient = (before: RecipesDraft): RecipesDraft => {
  const key = Math.max(-1, ...before.clients.map((one) => one.key)) + 1;
  const last = before.clients.at(-1);
  const first: ClientDraft = { key, program: 'fair-lock', values: '', latencyMs: '', ...USUAL };
  const { was: _was, ...like } = last ?? first;
  return { ...before, clients: [...before.clients, { ...like, key }] };
};

type Report = (field: string, code: string, data?: FieldProblem['data']) => void;

/** The clients' numbers: those that they had, the others the least ones that are free. */
const idsOf = (clients: readonly ClientDraft[]): readonly number[] => {
  const taken = new Set(clients.flatMap(({ was }) => (was === undefined ? [] : [was.id])));
  let next = FIRST_CLIENT;
  return clients.map(({ was }) => {
    if (was !== undefined) return was.id;
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  });
};

function clientOf(draft: ClientDraft, id: number, report: Report): RecipeClientSetup {
  const { key, program, was } = draft;
  const ms = (field: 'thinkMs' | 'startMs' | 'latencyMs', text: string): number => {
    const value = typedMs(text);
    if (value === null) report(`${key}.${field}`, 'start-number');
    return value ?? 0;
  };
  // Lists have no way of being typed: they stay as they are, as long as nothing else is.
  const values =
    was?.values !== undefined && valuesText(was.values) === draft.values
      ? was.values
      : typedValues(draft.values);
  if (values === null) report(`${key}.values`, 'values-form');
  const timeout = typedWhole(draft.timeoutMs);
  if (timeout === null) report(`${key}.timeoutMs`, 'ms-positive');
  const { values: _values, latency, thinkMs, startMs, timeoutMs, ...others } = was ?? {};
  const sameLatency = latency !== undefined && middleOf(latency) === draft.latencyMs;
  const said = (name: 'thinkMs' | 'startMs' | 'timeoutMs', text: string, old: unknown): boolean =>
    old !== undefined || text !== USUAL[name];
  return {
    ...others,
    id,
    program,
    ...(values !== null && Object.keys(values).length > 0 && { values }),
    ...(said('thinkMs', draft.thinkMs, thinkMs) && { thinkMs: ms('thinkMs', draft.thinkMs) }),
    ...(draft.startMs.trim() === ''
      ? { startMs: null }
      : said('startMs', draft.startMs, startMs) && { startMs: ms('startMs', draft.startMs) }),
    ...(sameLatency
      ? { latency }
      : draft.latencyMs.trim() !== '' && {
          latency: {
            kind: 'fixed',
            us: Math.round(ms('latencyMs', draft.latencyMs) * 1000),
          } as const,
        }),
    ...(said('timeoutMs', draft.timeoutMs, timeoutMs) && { timeoutMs: timeout ?? 1 }),
  };
}

const fieldsOf = ({ clients }: RecipesDraft): ReadonlyMap<string, string> =>
  new Map([
    ['seed', 'seed'],
    ...TIME_FIELDS,
    ...clients.flatMap(({ key }, index) =>
      (['program', 'values', 'thinkMs', 'startMs', 'timeoutMs'] as const).map(
        (name) => [`setup.clients[${index}].${name}`, `${key}.${name}`] as const,
      ),
    ),
  ]);

/** The scenario that the draft describes. */
export const buildRecipes = (draft: RecipesDraft): Built<Scenario<'recipes'>> => {
  const unread: FieldProblem[] = [];
  const report: Report = (field, code, data = {}) => unread.push({ field, code, data });
  const ids = idsOf(draft.clients);
  const times = timesOf(draft, report);
  const seed = seedOf(draft.seed, report);
  const { servers, ensemble, ...kept } = draft.keptSetup;
  const several = draft.servers > 1;
  const same = servers !== undefined && servers.length > 1 === several;
  const setup: RecipesSetup = {
    ...kept,
    servers: same ? servers : Array.from({ length: draft.servers }, (_, i) => ({ sid: i + 1 })),
    ...(several && { ensemble: ensemble ?? {} }),
    clients: draft.clients.map((one, i) => clientOf(one, ids[i] ?? FIRST_CLIENT, report)),
    ...(draft.broken.length > 0 && { broken: draft.broken }),
  };
  const everybody = new Set([...setup.servers.map(({ sid }) => sid), ...ids]);
  return {
    unread,
    fields: fieldsOf(draft),
    scenario: {
      format: 'zooscope-scenario',
      version: SCENARIO_VERSION,
      model: 'recipes',
      seed,
      setup,
      ...keptAmong(draft.kept, everybody),
      ...times,
    },
  };
};

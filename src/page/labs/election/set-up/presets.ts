import type { ServerDraft, SetupDraft } from './draft.ts';
import type { ZooCfg } from './zoo-cfg.ts';

interface Brief {
  readonly zxid?: string;
  readonly epoch?: string;
  readonly observer?: boolean;
  readonly startMs?: string;
}

const server = (sid: number, brief: Brief = {}): ServerDraft => ({
  key: sid,
  sid: String(sid),
  observer: brief.observer ?? false,
  currentEpoch: brief.epoch ?? '',
  zxid: brief.zxid ?? '',
  startMs: brief.startMs ?? '0',
});

/** As in ZooKeeper's sample configuration. */
const draft = (servers: readonly ServerDraft[], more: Partial<SetupDraft> = {}): SetupDraft => ({
  profile: 'zookeeper-3.8',
  tickTimeMs: '2000',
  initLimit: '10',
  syncLimit: '5',
  seed: '1',
  servers,
  broken: [],
  partition: null,
  pasted: null,
  kept: {},
  keptSetup: {},
  ...more,
});

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** How far apart servers start that start one after another, ms. */
const APART = 1000;

/** All servers start at the beginning, or each so long after the one before it. */
export const withStarts = (
  servers: readonly ServerDraft[],
  how: 'together' | 'one-by-one',
): ServerDraft[] =>
  servers.map((one, i) => ({ ...one, startMs: how === 'together' ? '0' : String(i * APART) }));

export type PresetId =
  | 'one-by-one'
  | 'together'
  | 'after-a-crash'
  | 'epoch-first'
  | 'split-in-halves'
  | 'observers';

const zxids = (list: readonly string[]): ServerDraft[] =>
  list.map((zxid, i) => server(i + 1, { zxid }));

export const presets: Readonly<Record<PresetId, () => SetupDraft>> = {
  'one-by-one': () =>
    draft(
      withStarts(
        numbers(5).map((sid) => server(sid)),
        'one-by-one',
      ),
    ),
  together: () => draft(numbers(5).map((sid) => server(sid))),
  // The leader S3 and S5 are down: they do not start by themselves.
  'after-a-crash': () =>
    draft(
      zxids(['1·8', '1·8', '1·8', '1·7', '1·7']).map((one) =>
        one.sid === '3' || one.sid === '5' ? { ...one, startMs: '' } : one,
      ),
    ),
  'epoch-first': () => draft(zxids(['2·1', '1·99', '1·50'])),
  'split-in-halves': () =>
    draft(zxids(['1·4', '1·4', '1·4', '1·4']), {
      partition: [
        [1, 2],
        [3, 4],
      ],
    }),
  observers: () => draft(numbers(5).map((sid) => server(sid, { zxid: '1·4', observer: sid > 3 }))),
};

export const PRESET_IDS = Object.keys(presets) as PresetId[];

/** One server more, with the next free sid, started like the others. */
export const addServer = (draftNow: SetupDraft): SetupDraft => {
  const taken = new Set(draftNow.servers.map((one) => Number(one.sid)));
  const sid = numbers(draftNow.servers.length + 1).find((n) => !taken.has(n)) ?? 1;
  const key = Math.max(0, ...draftNow.servers.map((one) => one.key)) + 1;
  return { ...draftNow, servers: [...draftNow.servers, { ...server(sid), key }] };
};

/** The draft with the servers and limits of a `zoo.cfg`; what the file does not say stays. */
export const fromZooCfg = (cfg: ZooCfg, before: SetupDraft): SetupDraft => {
  const text = (value: number | null, kept: string): string =>
    value === null ? kept : String(value);
  return {
    ...before,
    tickTimeMs: text(cfg.tickTimeMs, before.tickTimeMs),
    initLimit: text(cfg.initLimit, before.initLimit),
    syncLimit: text(cfg.syncLimit, before.syncLimit),
    servers: cfg.servers.map((one) => server(one.sid, { observer: one.observer })),
    partition: null,
  };
};

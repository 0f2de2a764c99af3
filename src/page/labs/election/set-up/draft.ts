import type { Intervention } from '../../../../view/intervention.ts';
import type {
  ElectionScenario,
  ElectionServerSetup,
  ElectionSetup,
} from '../../../../view/scenario.ts';
import { SCENARIO_VERSION } from '../../../../view/scenario.ts';
import { zxidText } from '../../../../view/zxid.ts';
import type { Kept } from '../../../panels/set-up/kept.ts';
import { keptAmong, keptOf, textOf } from '../../../panels/set-up/kept.ts';
import { LARGEST_SEED, typedMs, typedWhole, typedZxid } from '../../../panels/set-up/typed.ts';
import type { ZooCfg } from './zoo-cfg.ts';
import { MOST_SERVERS } from '../../../../view/exhibit.ts';

/** A set-up as it stands in the form: what was typed, right or wrong. */
export interface SetupDraft {
  readonly profile: ElectionSetup['profile'];
  readonly tickTimeMs: string;
  readonly initLimit: string;
  readonly syncLimit: string;
  readonly seed: string;
  readonly servers: readonly ServerDraft[];
  /** Names of rules that are switched off. */
  readonly broken: readonly string[];
  /** Cuts the network into these groups from the beginning. */
  readonly partition: readonly (readonly number[])[] | null;
  /** The `zoo.cfg` that stands in its field. */
  readonly pasted: ZooCfg | null;
  /** What it was made of and the form does not show. */
  readonly kept: Kept;
  readonly keptSetup: Partial<ElectionSetup>;
}

export interface ServerDraft {
  /** Stable over edits. */
  readonly key: number;
  readonly sid: string;
  readonly observer: boolean;
  /** Empty: the epoch of the zxid. */
  readonly currentEpoch: string;
  /** Empty: nothing in the log. */
  readonly zxid: string;
  /** Empty: does not start by itself. */
  readonly startMs: string;
  /** What it was made of: its log and its rounds stay as long as nobody types another zxid or epoch. */
  readonly was?: ElectionServerSetup;
}

export type DraftCode =
  | 'servers-count'
  | 'no-voters'
  | 'sid-range'
  | 'sid-twice'
  | 'epoch-whole'
  | 'zxid-form'
  | 'zxid-epoch'
  | 'zxid-long'
  | 'start-number'
  | 'whole-positive'
  | 'seed-range';

/** A bad value: at which field (`seed`, `2.sid` with the server's key), and what is wrong. */
export interface DraftProblem {
  readonly field: string;
  readonly code: DraftCode;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Longest log a set-up may begin with: each transaction is a cell that is kept and drawn. */
const LONGEST_LOG = 10_000;

/** The last transaction of a log written as ranges: of `1·1-1·8 2·1` the `2·1`. */
const lastOf = ({ zxid, log = '' }: ElectionServerSetup): string =>
  zxid ?? log.trim().split(/\s+/).at(-1)?.split('-').at(-1) ?? '';

const shownOf = (was: ElectionServerSetup): Pick<ServerDraft, 'currentEpoch' | 'zxid'> => ({
  currentEpoch: textOf(was.currentEpoch, ''),
  zxid: lastOf(was),
});

type Disk = Pick<ElectionServerSetup, 'currentEpoch' | 'acceptedEpoch' | 'log' | 'zxid'>;

/** What was on the disk, if nobody has typed anything else. */
const keptDisk = ({ was, zxid, currentEpoch }: ServerDraft): Disk | null => {
  if (was === undefined) return null;
  const shown = shownOf(was);
  if (shown.zxid !== zxid || shown.currentEpoch !== currentEpoch) return null;
  const { sid: _sid, observer: _observer, startMs: _startMs, round: _round, ...disk } = was;
  return disk;
};

/** The form for a scenario: what it does not show is kept. */
export const draftOf = (scenario: ElectionScenario): SetupDraft => {
  const { setup, seed, interventions = [] } = scenario;
  const { servers, profile, tickTimeMs, initLimit, syncLimit, broken = [], ...keptSetup } = setup;
  const first = interventions.find(({ step, what }) => step === 0 && what.kind === 'partition');
  return {
    profile,
    tickTimeMs: textOf(tickTimeMs, '2000'),
    initLimit: textOf(initLimit, '10'),
    syncLimit: textOf(syncLimit, '5'),
    seed: String(seed),
    servers: servers.map((was) => ({
      key: was.sid,
      sid: String(was.sid),
      observer: was.observer === true,
      ...shownOf(was),
      startMs: textOf(was.startMs, ''),
      was,
    })),
    broken,
    pasted: null,
    partition: first?.what.kind === 'partition' ? first.what.groups : null,
    kept: keptOf(scenario),
    keptSetup,
  };
};

type Report = (field: string, code: DraftCode, data?: DraftProblem['data']) => void;

const readServer = (draft: ServerDraft, report: Report): ElectionServerSetup => {
  const at = (name: string): string => `${draft.key}.${name}`;
  const kept = keptDisk(draft);
  const sid = typedWhole(draft.sid);
  if (sid === null || sid < 1 || sid > 255) report(at('sid'), 'sid-range', { value: draft.sid });

  const typedEpoch = draft.currentEpoch.trim() === '' ? null : typedWhole(draft.currentEpoch);
  if (draft.currentEpoch.trim() !== '' && typedEpoch === null) {
    report(at('currentEpoch'), 'epoch-whole', { value: draft.currentEpoch });
  }
  const zxid = draft.zxid.trim() === '' ? null : typedZxid(draft.zxid);
  if (draft.zxid.trim() !== '' && zxid === null)
    report(at('zxid'), 'zxid-form', { value: draft.zxid });
  if (zxid !== null && zxid.counter > LONGEST_LOG)
    report(at('zxid'), 'zxid-long', { most: LONGEST_LOG });
  // A real server refuses to start then: "The current epoch is older than the last zxid".
  if (zxid !== null && typedEpoch !== null && zxid.epoch > typedEpoch) {
    report(at('zxid'), 'zxid-epoch', { zxid: zxidText(zxid), epoch: typedEpoch });
  }
  const startMs = draft.startMs.trim() === '' ? null : typedMs(draft.startMs);
  if (draft.startMs.trim() !== '' && startMs === null) {
    report(at('startMs'), 'start-number', { value: draft.startMs });
  }
  return {
    ...(draft.was?.round === undefined ? {} : { round: draft.was.round }),
    sid: sid ?? 0,
    ...(draft.observer ? { observer: true } : {}),
    ...(kept ?? {
      currentEpoch: typedEpoch ?? zxid?.epoch ?? 0,
      ...(zxid === null ? {} : { zxid: zxidText(zxid) }),
    }),
    startMs,
  };
};

const reportServers = (draft: SetupDraft, report: Report): void => {
  const count = draft.servers.length;
  if (count < 1 || count > MOST_SERVERS)
    report('servers', 'servers-count', { count, most: MOST_SERVERS });
  else if (draft.servers.every((server) => server.observer)) report('servers', 'no-voters');
  const seen = new Set<number>();
  for (const server of draft.servers) {
    const sid = typedWhole(server.sid);
    if (sid === null) continue;
    if (seen.has(sid)) report(`${server.key}.sid`, 'sid-twice', { sid });
    seen.add(sid);
  }
};

/** The scenario that the draft describes, or everything that is wrong with it. */
export const buildScenario = (
  draft: SetupDraft,
):
  | { readonly scenario: ElectionScenario; readonly problems: readonly [] }
  | { readonly scenario: null; readonly problems: readonly DraftProblem[] } => {
  const problems: DraftProblem[] = [];
  const report: Report = (field, code, data = {}) => problems.push({ field, code, data });
  const positive = (field: 'tickTimeMs' | 'initLimit' | 'syncLimit'): number => {
    const value = typedWhole(draft[field]);
    if (value === null || value < 1 || value > 1_000_000) report(field, 'whole-positive');
    return value ?? 1;
  };

  const seed = typedWhole(draft.seed);
  if (seed === null || seed > LARGEST_SEED) report('seed', 'seed-range', { most: LARGEST_SEED });
  const setup: ElectionSetup = {
    ...draft.keptSetup,
    profile: draft.profile,
    tickTimeMs: positive('tickTimeMs'),
    initLimit: positive('initLimit'),
    syncLimit: positive('syncLimit'),
    servers: draft.servers.map((server) => readServer(server, report)),
    ...(draft.broken.length === 0 ? {} : { broken: draft.broken }),
  };
  reportServers(draft, report);
  if (problems.length > 0 || seed === null) return { scenario: null, problems };

  const sids = new Set(setup.servers.map((server) => server.sid));
  const groups = (draft.partition ?? [])
    .map((group) => group.filter((sid) => sids.has(sid)))
    .filter((group) => group.length > 0);
  const cut: Intervention = { kind: 'partition', groups, oneWay: false };
  return {
    problems: [],
    scenario: {
      format: 'zooscope-scenario',
      version: SCENARIO_VERSION,
      model: 'election',
      seed,
      setup,
      ...keptAmong(draft.kept, sids),
      ...(groups.length < 2 ? {} : { interventions: [{ step: 0, timeMs: 0, what: cut }] }),
    },
  };
};

import type { Intervention } from '../../../../view/intervention.ts';
import type { ElectionServerSetup, ElectionSetup } from '../../../../view/election-setup.ts';
import type { Scenario } from '../../../../view/scenario.ts';
import { SCENARIO_VERSION } from '../../../../view/scenario.ts';
import { zxidText } from '../../../../view/zxid.ts';
import type { Kept } from '../../../panels/set-up/kept.ts';
import { keptAmong, keptOf, textOf } from '../../../panels/set-up/kept.ts';
import type { Built, FieldProblem } from '../../../panels/set-up/set-up.tsx';
import { seedOf, typedMs, typedWhole, typedZxid } from '../../../panels/set-up/typed.ts';
import type { ZooCfg } from './zoo-cfg.ts';

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
export const draftOf = (scenario: Scenario<'election'>): SetupDraft => {
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

type Report = (field: string, code: string, data?: FieldProblem['data']) => void;

/** A number that no server of a form has: for one that cannot be read. */
const NOBODY = 200;

const readServer = (draft: ServerDraft, index: number, report: Report): ElectionServerSetup => {
  const at = (name: string): string => `${draft.key}.${name}`;
  const kept = keptDisk(draft);
  const sid = typedWhole(draft.sid);
  if (sid === null) report(at('sid'), 'sid-range');

  const typedEpoch = draft.currentEpoch.trim() === '' ? null : typedWhole(draft.currentEpoch);
  if (draft.currentEpoch.trim() !== '' && typedEpoch === null) {
    report(at('currentEpoch'), 'epoch-whole');
  }
  const zxid = draft.zxid.trim() === '' ? null : typedZxid(draft.zxid);
  if (draft.zxid.trim() !== '' && zxid === null) report(at('zxid'), 'zxid-form');
  if (zxid !== null && zxid.counter > LONGEST_LOG)
    report(at('zxid'), 'zxid-long', { most: LONGEST_LOG });
  const startMs = draft.startMs.trim() === '' ? null : typedMs(draft.startMs);
  if (draft.startMs.trim() !== '' && startMs === null) {
    report(at('startMs'), 'start-number');
  }
  return {
    ...(draft.was?.round === undefined ? {} : { round: draft.was.round }),
    sid: sid ?? NOBODY + index,
    ...(draft.observer ? { observer: true } : {}),
    ...(kept ?? {
      currentEpoch: typedEpoch ?? zxid?.epoch ?? 0,
      ...(zxid === null ? {} : { zxid: zxidText(zxid) }),
    }),
    startMs,
  };
};

const LIMITS = ['tickTimeMs', 'initLimit', 'syncLimit'] as const;

/** Where in the scenario each field of the form stands. */
const fieldsOf = ({ servers }: SetupDraft): ReadonlyMap<string, string> =>
  new Map([
    ['seed', 'seed'],
    ['setup.servers', 'servers'],
    ...LIMITS.map((name) => [`setup.${name}`, name] as const),
    ...servers.flatMap(({ key }, index) =>
      (['sid', 'currentEpoch', 'zxid', 'startMs'] as const).map(
        (name) => [`setup.servers[${index}].${name}`, `${key}.${name}`] as const,
      ),
    ),
  ]);

/** The scenario that the draft describes. */
export const buildScenario = (draft: SetupDraft): Built<Scenario<'election'>> => {
  const unread: FieldProblem[] = [];
  const report: Report = (field, code, data = {}) => unread.push({ field, code, data });
  const whole = (field: (typeof LIMITS)[number]): number => {
    const value = typedWhole(draft[field]);
    if (value === null) report(field, 'whole-positive');
    return value ?? 1;
  };
  const setup: ElectionSetup = {
    ...draft.keptSetup,
    profile: draft.profile,
    tickTimeMs: whole('tickTimeMs'),
    initLimit: whole('initLimit'),
    syncLimit: whole('syncLimit'),
    servers: draft.servers.map((server, index) => readServer(server, index, report)),
    ...(draft.broken.length === 0 ? {} : { broken: draft.broken }),
  };
  const seed = seedOf(draft.seed, report);
  const sids = new Set(setup.servers.map((server) => server.sid));
  const groups = (draft.partition ?? [])
    .map((group) => group.filter((sid) => sids.has(sid)))
    .filter((group) => group.length > 0);
  const cut: Intervention = { kind: 'partition', groups, oneWay: false };
  return {
    unread,
    fields: fieldsOf(draft),
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

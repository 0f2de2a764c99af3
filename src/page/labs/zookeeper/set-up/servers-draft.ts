import type {
  ZooKeeperEnsembleSetup,
  ZooKeeperServerSetup,
  ZooKeeperSetup,
} from '../../../../view/zookeeper-setup.ts';
import { textOf } from '../../../panels/set-up/kept.ts';
import { typedMs, typedWhole } from '../../../panels/set-up/typed.ts';

/** A server of the form. */
export interface ServerDraft {
  /** Stable over edits. */
  readonly key: number;
  readonly sid: string;
  readonly observer: boolean;
  /** Empty: it does not start by itself. */
  readonly startMs: string;
  /** The sids that its own file lists. Empty: all. */
  readonly lists: string;
}

/** The servers of the form, and what their files say of each other. */
export interface ServersDraft {
  readonly servers: readonly ServerDraft[];
  /** Of an ensemble; of a server that stands alone they say nothing. */
  readonly initLimit: string;
  readonly syncLimit: string;
  readonly localSessions: boolean;
  readonly upgrading: boolean;
  readonly readOnlyMode: boolean;
  readonly keptSetup: Partial<ZooKeeperSetup>;
}

/** As ZooKeeper's sample file has them. */
export const USUAL_LIMITS = { initLimit: '10', syncLimit: '5' };
export const LIMIT_FIELDS = ['initLimit', 'syncLimit'] as const;
export type LimitField = (typeof LIMIT_FIELDS)[number];

export const serverDraft = (
  sid: number,
  more: Partial<Omit<ServerDraft, 'key'>> = {},
): ServerDraft => ({
  key: sid,
  sid: String(sid),
  observer: false,
  startMs: '0',
  lists: '',
  ...more,
});

/** The servers of a run, as the form shows them. */
export const serversIn = ({
  servers,
  ensemble,
}: Pick<ZooKeeperSetup, 'servers' | 'ensemble'>): Omit<ServersDraft, 'keptSetup'> => ({
  servers: servers.map(({ sid, observer = false, startMs, lists = [] }) =>
    serverDraft(sid, {
      observer,
      startMs: startMs === null ? '' : textOf(startMs, '0'),
      lists: lists.join(' '),
    }),
  ),
  initLimit: textOf(ensemble?.initLimit, USUAL_LIMITS.initLimit),
  syncLimit: textOf(ensemble?.syncLimit, USUAL_LIMITS.syncLimit),
  localSessions: ensemble?.localSessionsEnabled === true,
  upgrading: ensemble?.localSessionsUpgradingEnabled === true,
  readOnlyMode: ensemble?.readOnlyMode === true,
});

/** Several servers, or an observer, are an ensemble; one alone is, if it was one. */
export const isEnsemble = ({ servers, keptSetup }: ServersDraft): boolean =>
  servers.length > 1 ||
  servers.some(({ observer }) => observer) ||
  (servers.length === 1 && keptSetup.ensemble !== undefined && keptSetup.servers?.length === 1);

type Report = (field: string, code: string) => void;

/** A number that no server of a form has: for one that cannot be read. */
const NOBODY = 200;

/** Sids as typed; null: they cannot be read. */
export const sidsIn = (typed: string): readonly number[] | null => {
  const words = typed.split(/[\s,;]+/u).filter((word) => word !== '');
  const read = words.map(typedWhole);
  return read.some((sid) => sid === null) ? null : read.map((sid) => sid ?? 0);
};

/** What the form says of them. */
export const serversOf = (draft: ServersDraft, report: Report): readonly ZooKeeperServerSetup[] =>
  draft.servers.map(({ key, sid: typed, observer, startMs, lists: listed }, index) => {
    const sid = typedWhole(typed);
    if (sid === null) report(`s${key}.sid`, 'sid-range');
    const start = startMs.trim() === '' ? null : typedMs(startMs);
    if (startMs.trim() !== '' && start === null) report(`s${key}.startMs`, 'start-number');
    // Where the run said nothing of its start and nobody types anything, it goes on saying nothing.
    const was = draft.keptSetup.servers?.find((one) => one.sid === sid);
    // The file of one that stands alone lists nobody.
    const lists = isEnsemble(draft) ? sidsIn(listed) : [];
    if (lists === null) report(`s${key}.lists`, 'names-form');
    const unsaid = start === 0 && (was === undefined || was.startMs === undefined);
    return {
      sid: sid ?? NOBODY + index,
      ...(observer && { observer }),
      ...(lists !== null && lists.length > 0 && { lists }),
      ...(!unsaid && { startMs: start }),
    };
  });

/** What an ensemble's file says; it goes on saying nothing of what is usual and was never said. */
export const ensembleOf = (
  draft: ServersDraft,
  positive: (field: LimitField) => number,
): ZooKeeperEnsembleSetup => {
  const { ensemble } = draft.keptSetup;
  const said = (field: LimitField): boolean =>
    ensemble?.[field] !== undefined || draft[field] !== USUAL_LIMITS[field];
  const {
    localSessionsEnabled: _local,
    localSessionsUpgradingEnabled: _upgrading,
    readOnlyMode: _reads,
    ...kept
  } = ensemble ?? {};
  return {
    ...kept,
    ...(draft.localSessions && { localSessionsEnabled: true }),
    ...(draft.upgrading && { localSessionsUpgradingEnabled: true }),
    ...(draft.readOnlyMode && { readOnlyMode: true }),
    ...(said('initLimit') && { initLimit: positive('initLimit') }),
    ...(said('syncLimit') && { syncLimit: positive('syncLimit') }),
  };
};

/** One server more, with the next free sid. */
export const addServer = <D extends ServersDraft>(before: D): D => {
  const taken = new Set(before.servers.map(({ sid }) => Number(sid)));
  const sid = before.servers.map((_, i) => i + 1).find((n) => !taken.has(n)) ?? taken.size + 1;
  const key = Math.max(0, ...before.servers.map((one) => one.key)) + 1;
  return { ...before, servers: [...before.servers, { ...serverDraft(sid), key }] };
};

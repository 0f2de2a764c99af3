/** What the members of an ensemble make of a `zoo.cfg`, and how theirs is written. */
import type {
  ZooCfg,
  ZooKeeperEnsembleSetup,
  ZooKeeperServerSetup,
} from '../view/zookeeper-setup.ts';
import type { Pid } from '../view/time.ts';
import { dynamicOf } from './dynamic.ts';
import { isEnsemble, judge } from './judge.ts';
import { byLine, isRefused, refused } from './note.ts';
import type { CfgNote } from './note.ts';
import { readCfg } from './read.ts';
import type { CfgFile } from './read.ts';
import { cfgText } from './write.ts';

/** The members of a run: a file may list some of them only, in other roles, and nobody else. */
export interface MembersHere {
  readonly voters: readonly Pid[];
  readonly observers: readonly Pid[];
}

/** What of a file concerns the ensemble; what it does not say is as without the line. */
export interface MemberCfg {
  /** Ticks. */
  readonly initLimit: number;
  readonly syncLimit: number;
  /** For the connection to a leader alone; 0: as long as initLimit [LeaderConnector.connectToLeader]. */
  readonly connectLimit: number;
  /** [Leader.startZkServer] Nothing but `no` means no. */
  readonly leaderServes: boolean;
  readonly localSessions: boolean;
  /** Whether one of these becomes known to all where it is to own an ephemeral. */
  readonly upgradesLocal: boolean;
  /** `-Dreadonlymode.enabled`, which a run takes from the file as well; null: as its environment says. */
  readonly readOnlyMode: boolean | null;
  /** Whom it lists, itself included, and who of them votes. */
  readonly members: readonly Pid[];
  readonly voters: readonly Pid[];
  /** Who is how much of a quorum; null: a majority decides. */
  readonly groups: {
    readonly groups: readonly (readonly Pid[])[];
    readonly weights: ReadonlyMap<Pid, number>;
  } | null;
}

/** No other file lies on its disk. */
const nothing = (): { why: string } => ({ why: 'No such file or directory' });

export function memberCfg({ lines, servers }: CfgFile): MemberCfg {
  const number = (key: string): number => Number(lines.get(key)?.value ?? 0);
  const isOn = (key: string): boolean => lines.get(key)?.value.toLowerCase() === 'true';
  return {
    initLimit: number('initLimit'),
    syncLimit: number('syncLimit'),
    connectLimit: Math.max(0, number('connectToLearnerMasterLimit')),
    leaderServes: lines.get('leaderServes')?.value !== 'no',
    localSessions: isOn('localSessionsEnabled'),
    upgradesLocal: isOn('localSessionsUpgradingEnabled'),
    readOnlyMode: lines.has('readonlymode.enabled') ? isOn('readonlymode.enabled') : null,
    members: servers.map(({ sid }) => sid),
    voters: servers.flatMap(({ sid, observer }) => (observer ? [] : [sid])),
    groups: groupsOf({ lines }),
  };
}

/** `group.N` and `weight.N` [QuorumHierarchical]; who has no weight weighs 1. */
export function groupsOf({ lines }: Pick<CfgFile, 'lines'>): MemberCfg['groups'] {
  const groups: number[][] = [];
  const weights = new Map<Pid, number>();
  for (const { key, value } of lines.values()) {
    const [, kind, number] = /^(group|weight)\.(\d+)$/u.exec(key) ?? [];
    if (kind === 'group') groups.push(value.split(':').map(Number));
    if (kind === 'weight') weights.set(Number(number), Number(value));
  }
  return groups.length === 0 ? null : { groups, weights };
}

const judgedOf = (file: CfgFile, sid: Pid | null) => judge(file, sid, dynamicOf(file, nothing));

/**
 * A run has the members that it has: a file that names others, or none, would be of another ensemble, and
 * one without an ensemble's machinery of a server that stands alone.
 */
function elsewhere(file: CfgFile, here: MembersHere): CfgNote | null {
  const { servers, lines } = file;
  const known = new Set([...here.voters, ...here.observers]);
  if (servers.length > 0 && servers.every(({ sid }) => known.has(sid)))
    return isEnsemble(file) ? null : refused('alone-elsewhere', null);
  const [first] = servers.toSorted((a, b) => a.line - b.line);
  const line = [...lines.values()].find(({ number }) => number === first?.line);
  return refused('members-elsewhere', line ?? null, {
    members: [...here.voters, ...here.observers].toSorted((a, b) => a - b).join(', '),
  });
}

/** Everything that ZooKeeper has to say of a member's file, in order of its lines, and what a run cannot follow. */
export function memberNotes(file: CfgFile, sid: Pid, here: MembersHere): readonly CfgNote[] {
  const { notes } = judgedOf(file, sid);
  const other = hasFatal(notes) ? null : elsewhere(file, here);
  return other === null ? notes : byLine([...notes, other]);
}

const hasFatal = (notes: readonly CfgNote[]): boolean => notes.some(isRefused);

/** What ends a member that reads this text; null: nothing does. */
export function memberFatal(
  text: string,
  here: MembersHere,
  sid: Pid | null = null,
): CfgNote | null {
  const file = readCfg(text);
  const { why, notes } = judgedOf(file, sid);
  if (why !== undefined)
    return notes.find((each) => isRefused(each) && (each.said ?? '') === why) ?? null;
  return notes.find(isRefused) ?? elsewhere(file, here);
}

/** The file of one of these servers. */
export function memberText(
  cfg: ZooCfg | undefined,
  { sid }: Pick<ZooKeeperServerSetup, 'sid'>,
  servers: readonly ZooKeeperServerSetup[],
  {
    initLimit,
    syncLimit,
    leaderServes,
    localSessionsEnabled,
    localSessionsUpgradingEnabled,
    groups,
    weights,
  }: ZooKeeperEnsembleSetup,
): string {
  const own = servers.find((one) => one.sid === sid);
  const listed = servers.filter((one) => own?.lists?.includes(one.sid) ?? true);
  const alone = listed.filter(({ observer }) => observer !== true).length === 1;
  const limits = {
    ...(initLimit !== undefined && { initLimit }),
    ...(syncLimit !== undefined && { syncLimit }),
  };
  const lines = [
    ...(leaderServes === false ? ['leaderServes=no'] : []),
    ...(localSessionsEnabled === true ? ['localSessionsEnabled=true'] : []),
    ...(localSessionsUpgradingEnabled === true ? ['localSessionsUpgradingEnabled=true'] : []),
    ...(own?.observer === true ? ['peerType=observer'] : []),
    // Without it a real server would stand alone, whatever else the file says.
    ...(alone ? ['standaloneEnabled=false'] : []),
    ...listed.map(
      ({ sid: id, observer }) =>
        `server.${id}=zk${id}:2888:3888${observer === true ? ':observer' : ''}`,
    ),
    ...(groups ?? []).map((group, index) => `group.${index + 1}=${group.join(':')}`),
    ...Object.entries(weights ?? {}).map(([id, weight]) => `weight.${id}=${weight}`),
  ];
  return `${cfgText({ ...cfg, ...limits })}${lines.join('\n')}\n`;
}

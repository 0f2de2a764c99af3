import { LIMITS } from '../../view/limits.ts';
import type { Pid } from '../../view/time.ts';
import type { EnsembleOptions } from '../../ensemble/config.ts';
import type { Groups } from '../../protocols/election/quorum.ts';
import type { ZooCfg } from '../../view/zookeeper-setup.ts';
import { cfgKey } from '../../zoo-cfg/keys.ts';
import { memberCfg } from '../../zoo-cfg/member.ts';
import { readCfg } from '../../zoo-cfg/read.ts';
import { isSetting, settingsOf } from '../../zoo-cfg/settings.ts';
import { BadCase } from './json.ts';
import type { Field } from './json.ts';
import { readLists } from './lists.ts';
import type { Lists } from './lists.ts';
import { NotSimulated } from './not-simulated.ts';

/** How the real ensemble was configured. */
export interface EnsembleConfig {
  /** Their sids are 1 … servers, the observers included. */
  readonly servers: number;
  readonly observers: readonly Pid[];
  readonly tickTimeMs: number;
  readonly initLimit: number;
  readonly syncLimit: number;
  /** Who is how much of a quorum; null: a majority decides. */
  readonly groups: Groups | null;
  readonly leaderServes: boolean;
  /** Whether sessions may be of one server. */
  readonly sessions: Pick<
    EnsembleOptions,
    'localSessionsEnabled' | 'localSessionsUpgradingEnabled'
  >;
  /** Whose own file does not list all. */
  readonly lists: Lists;
  /** What else every server's file says. */
  readonly cfg: ZooCfg;
}

/** @param file the whole case @throws BadCase, NotSimulated */
export function readConfig(file: Field): EnsembleConfig {
  const config = file.at('config');
  const servers = between(config.at('servers'), 1, LIMITS.servers);
  const observers = config.at('observers');
  for (const [key, field] of config.entries()) {
    if (!KNOWN.has(key)) throw new NotSimulated(field.path, `'${key}'`);
  }
  const extra = config.at('extraConfig');
  const lines = extra.missing ? [] : extra.list();
  for (const line of lines) checkLine(line);
  return {
    servers,
    observers: observers.missing ? [] : observers.list().map((sid) => readSid(sid, servers)),
    tickTimeMs: between(config.at('tickTime'), 10, LIMITS.recordingMs),
    initLimit: between(config.at('initLimit'), 1, LIMITS.recordingMs),
    syncLimit: between(config.at('syncLimit'), 1, LIMITS.recordingMs),
    lists: readLists(file, servers),
    ...settings(lines),
  };
}

/** What the lines say that a simulated server obeys. */
function settings(
  lines: readonly Field[],
): Pick<EnsembleConfig, 'groups' | 'leaderServes' | 'sessions' | 'cfg'> {
  const file = readCfg(lines.map((line) => line.text()).join('\n'));
  const { groups, leaderServes, localSessions, upgradesLocal } = memberCfg(file);
  return {
    groups,
    leaderServes,
    sessions: {
      localSessionsEnabled: localSessions,
      localSessionsUpgradingEnabled: upgradesLocal,
    },
    cfg: settingsOf(file),
  };
}

const KNOWN: ReadonlySet<string> = new Set([
  'servers',
  'observers',
  'tickTime',
  'initLimit',
  'syncLimit',
  'extraConfig',
  'lists',
]);

/** Keys of a `zoo.cfg` that change nothing which a case records. */
const WITHOUT_EFFECT =
  /^(4lw\.commands\.whitelist|admin\.[\w.]+|autopurge\.\w+|maxClientCnxns|clientPort|dataDir|dataLogDir|clientPortAddress|metricsProvider\.[\w.]+)$/u;

/** Keys that an ensemble's members obey, as the runner takes them over. */
const OF_MEMBERS =
  /^((group|weight)\.\d+|leaderServes|localSessionsEnabled|localSessionsUpgradingEnabled)$/u;

/** @throws NotSimulated for a line that every server's file had besides, and that may matter */
function checkLine(line: Field): void {
  const [key = '', value = ''] = line
    .text()
    .split('=', 2)
    .map((part) => part.trim());
  if (WITHOUT_EFFECT.test(key) || OF_MEMBERS.test(key)) return;
  const spec = cfgKey(key);
  if (spec !== undefined && isSetting(spec)) return;
  throw new NotSimulated(line.path, `'${key}=${value}'`);
}

/** A whole number of a size that a real ensemble could have. @throws BadCase */
function between(field: Field, least: number, most: number): number {
  const value = field.number();
  if (value < least || value > most)
    throw new BadCase(field.path, `a number from ${least} to ${most}`);
  return value;
}

/** @throws BadCase */
export function readSid(field: Field, servers: number): Pid {
  const sid = field.number();
  if (sid < 1 || sid > servers) throw new BadCase(field.path, `a server from 1 to ${servers}`);
  return sid;
}

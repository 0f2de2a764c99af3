/** The set-up of a server and its clients, checked and with its defaults. */
import type { ZooKeeperSetup } from '../view/zookeeper-setup.ts';
import type { Pid } from '../view/time.ts';
import { readCfg } from '../view/zoo-cfg/read.ts';
import { standaloneCfg } from '../view/zoo-cfg/standalone.ts';
import { cfgText } from '../view/zoo-cfg/write.ts';
import { serverConfigOf } from '../zookeeper/config.ts';
import { isMutant } from '../zookeeper/mutants.ts';
import type { Mutant } from '../zookeeper/mutants.ts';
import type { WallMs } from '../zookeeper/records/values.ts';
import type { Settings } from '../zookeeper/server/server.ts';
import type { ClientConfig } from '../clients/client.ts';
import { clientName } from './name.ts';
import type { Program } from '../clients/program.ts';

/** 2026-11-21, 02:44:00 UTC. */
const USUAL_CLOCK: WallMs = 1_795_229_040_000;
/** The machine had been up for two hours. */
const USUAL_UPTIME = 7_200_000;
/** [ZooKeeperMain] */
const USUAL_TIMEOUT = 30_000;

export interface WorldConfig {
  readonly servers: ReadonlyMap<Pid, Settings>;
  readonly clients: ReadonlyMap<Pid, ClientConfig>;
  /** Clients that are kept for later. */
  readonly spare: ReadonlySet<Pid>;
  readonly watch: ReadonlySet<string> | null;
  readonly broken: ReadonlySet<Mutant>;
}

/** What the set-up says is wrong; `where` is a path in it. */
export class SetupRefused extends RangeError {
  readonly where: string;
  constructor(where: string, text: string) {
    super(`${where}: ${text}`);
    this.where = where;
  }
}

/** All run on one machine, which has the server's name too. */
const hostsOf = (sid: Pid): ReadonlyMap<string, Pid> =>
  new Map(['localhost', '127.0.0.1', '::1', `s${sid}`, `zk${sid}`].map((host) => [host, sid]));

/**
 * @param programs what clients may run, by name
 * @throws SetupRefused
 */
export function configOf(
  setup: ZooKeeperSetup,
  programs: Readonly<Record<string, Program>>,
): WorldConfig {
  const broken = new Set<Mutant>();
  for (const name of setup.broken ?? []) {
    if (!isMutant(name)) throw new SetupRefused('broken', `no rule '${name}'`);
    broken.add(name);
  }
  const [server, second] = setup.servers;
  if (server === undefined) throw new SetupRefused('servers', 'nobody serves');
  if (second !== undefined) throw new SetupRefused('servers[1]', 'only one server can stand alone');
  const cfg = serverConfigOf(setup.cfg);
  const clock = setup.clockMs ?? USUAL_CLOCK;
  const settings: Settings = {
    pid: server.sid,
    cfg,
    cfgFile: cfgText(setup.cfg),
    clock,
    uptime: USUAL_UPTIME,
    stageDelay: Math.round((setup.stageMs ?? 0.1) * 1000),
    addresses: new Map(
      setup.clients.flatMap(({ id, address }) => (address === undefined ? [] : [[id, address]])),
    ),
    broken,
  };
  const hosts = hostsOf(server.sid);
  const clients = new Map<Pid, ClientConfig>();
  setup.clients.forEach((each, index) => {
    const { id, timeoutMs = USUAL_TIMEOUT, connects = true, program = 'zkcli', lines = [] } = each;
    const found = Object.hasOwn(programs, program) ? programs[program] : undefined;
    if (found === undefined)
      throw new SetupRefused(`clients[${index}].program`, `no program '${program}'`);
    if (clients.has(id) || id === server.sid)
      throw new SetupRefused(`clients[${index}].id`, 'two processes with one id');
    clients.set(id, {
      pid: id,
      name: clientName(each, index),
      servers: [{ host: 'localhost', port: cfg.clientPort }],
      hosts,
      timeout: timeoutMs,
      program: found,
      connects,
      clock,
      lines,
    });
  });
  return {
    servers: new Map([[server.sid, settings]]),
    clients,
    spare: new Set(setup.clients.flatMap(({ id, spare }) => (spare === true ? [id] : []))),
    watch: setup.watch === undefined ? null : new Set(setup.watch),
    broken,
  };
}

/** The same server after somebody has written its file. */
export const withFile = (settings: Settings, text: string): Settings => ({
  ...settings,
  cfg: serverConfigOf(standaloneCfg(readCfg(text))),
  cfgFile: text,
});

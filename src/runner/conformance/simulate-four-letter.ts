import type { Driven } from '../driven/driven.ts';
import { connect, serve, SERVER, standalone } from '../standalone/standalone.ts';
import type { Shell } from '../../zoo-cfg/zk-server-script.ts';
import { zkServer } from '../../zoo-cfg/zk-server-script.ts';
import type { Pid } from '../../view/time.ts';
import { Ensemble } from './ensemble.ts';
import type { ClientPlan } from './ensemble.ts';
import type { Deed, Member, Role } from './four-letter-case.ts';
import { VERBS } from './four-letter-case.ts';

/** A role in an ensemble. */
export type MemberRole = Role & { readonly member: Member };

/** Answers by the name of the file that the real one's answer lies in. */
export type Answers = ReadonlyMap<string, string>;

/** What clients do is over by then. */
const SETTLING = 200_000;
const PROCESS = 4711;
const CFG_PATH = '/etc/zookeeper/conf/zoo.cfg';
const DATA_DIR = '/var/lib/zookeeper';

/** Puts one server into a role and asks. Nothing that the real one answered is known here. */
export function simulateRole(role: Role, seed = 1): Answers {
  const names = [...new Set(role.deeds.flatMap((deed) => ('client' in deed ? deed.client : [])))];
  const host = standalone({
    seed,
    cfg: {
      tickTime: 2000,
      dataDir: DATA_DIR,
      // The one role whose file says nothing of it.
      ...(role.name !== 'default-whitelist' && { '4lw.commands.whitelist': '*' }),
    },
    clients: names.map((name, index) => ({
      id: 101 + index,
      name,
      program: 'api',
      startMs: null,
      timeoutMs: timeoutOf(role.deeds, name) ?? 10_000,
    })),
  });
  if (role.name !== 'down') serve(host);
  const pidOf = (name: string): Pid => 101 + names.indexOf(name);
  for (const deed of role.deeds) perform(host, deed, pidOf);
  const answers = new Map<string, string>();
  for (const word of role.words)
    answers.set(`${role.name}.${word}.txt`, host.ask(SERVER, word) ?? '');
  if (role.status) {
    answers.set(`${role.name}.zkServer-status.txt`, textOf(call(host, 'status', true)));
  }
  return answers;
}

/** What the tool wrote into the files of its ensembles. */
const QUORUM = {
  tickTimeMs: 500,
  initLimit: 20,
  syncLimit: 10,
  groups: null,
  leaderServes: true,
  sessions: {},
  lists: new Map(),
  cfg: {},
};

/**
 * Puts the servers of one ensemble into their roles and asks each. What clients of the server with the
 * smaller sid did came first.
 */
export function simulateMembers(roles: readonly MemberRole[], seed = 1): Answers {
  const answers = new Map<string, string>();
  const [first] = roles;
  if (first === undefined) return answers;
  const { servers, observers } = first.member;
  const deeds = roles
    .toSorted((a, b) => a.member.sid - b.member.sid)
    .flatMap((role) => role.deeds.map((deed) => ({ deed, sid: role.member.sid })));
  const names = [...new Set(deeds.flatMap(({ deed }) => ('client' in deed ? deed.client : [])))];
  const plans = names.map((name, index): ClientPlan => ({
    pid: 101 + index,
    sid: deeds.find(({ deed }) => 'client' in deed && deed.client === name)?.sid ?? 1,
    timeoutMs:
      timeoutOf(
        deeds.map(({ deed }) => deed),
        name,
      ) ?? 10_000,
  }));
  const host = new Ensemble({ ...QUORUM, servers, observers }, new Map(), plans, seed, {
    '4lw.commands.whitelist': '*',
    dataDir: DATA_DIR,
  });
  const ask = (role: MemberRole): void => {
    const { sid } = role.member;
    for (const word of role.words)
      answers.set(`${role.name}.${word}.txt`, host.ask(sid, word) ?? '');
    if (!role.status) return;
    const said = called('status', true, host.ask(sid, 'srvr'));
    answers.set(`${role.name}.zkServer-status.txt`, textOf(said));
  };
  // It has no quorum yet.
  const looking = roles.find(({ name }) => name === 'looking');
  if (looking !== undefined) {
    host.start(looking.member.sid);
    host.waitUntil(() => host.answers(looking.member.sid));
    ask(looking);
  }
  const rest = roles.filter((role) => role !== looking);
  if (rest.length === 0) return answers;
  // Servers 1 and 2 first: 2 leads.
  for (const sid of host.sids.slice(0, 2)) host.start(sid);
  host.waitUntil(() => host.leader() !== null);
  for (const sid of host.sids.slice(2)) host.start(sid);
  host.waitUntil(() => host.sids.every((sid) => host.serves(sid)));
  for (const { deed } of deeds) performAt(host, deed, (name) => 101 + names.indexOf(name));
  for (const role of rest) ask(role);
  return answers;
}

function performAt(host: Ensemble, deed: Deed, pidOf: (client: string) => Pid): void {
  switch (deed.kind) {
    case 'connect': {
      const pid = pidOf(deed.client);
      host.open(pid);
      host.waitUntil(() => host.sessionTimeout(pid) !== null);
      break;
    }
    case 'call':
      host.make(pidOf(deed.client), deed.call);
      break;
    case 'drop':
      host.intervene({ kind: 'kill', pid: pidOf(deed.client) });
      break;
    case 'sleep':
      host.pass(deed.ms * 1000);
      break;
  }
  host.pass(SETTLING);
}

/** Of a client's first connect. */
function timeoutOf(deeds: readonly Deed[], name: string): number | null {
  for (const deed of deeds)
    if (deed.kind === 'connect' && deed.client === name) return deed.timeoutMs;
  return null;
}

function perform(host: Driven, deed: Deed, pidOf: (client: string) => Pid): void {
  switch (deed.kind) {
    case 'connect':
      connect(host, pidOf(deed.client));
      break;
    case 'call':
      host.type(pidOf(deed.client), JSON.stringify(deed.call));
      break;
    case 'drop':
      host.intervene({ kind: 'kill', pid: pidOf(deed.client) });
      break;
    case 'sleep':
      host.pass(deed.ms * 1000);
      break;
  }
  host.pass(SETTLING);
}

/** The script's verbs on a server of their own. */
export function simulateScript(): Answers {
  const host = standalone({ clients: [], cfg: { tickTime: 2000, dataDir: DATA_DIR } });
  const answers = new Map<string, string>();
  let pidFile = false;
  for (const { file, verb } of VERBS) {
    const said = call(host, verb, pidFile);
    if (said.deed === 'start') {
      serve(host);
      pidFile = true;
    } else if (said.deed === 'stop') {
      host.kill(SERVER);
      pidFile = false;
    }
    answers.set(file, textOf(said));
  }
  return answers;
}

const call = (host: Driven, verb: string, pidFile: boolean): Shell =>
  called(verb, pidFile, host.ask(SERVER, 'srvr'));

/** @param srvr what the server answers; null: nothing */
const called = (verb: string, pidFile: boolean, srvr: string | null): Shell =>
  zkServer(verb, {
    cfgPath: CFG_PATH,
    dataDir: DATA_DIR,
    clientPort: 2181,
    clientAddress: '127.0.0.1',
    pid: PROCESS,
    running: srvr !== null,
    pidFile,
    fatal: false,
    mode: /^Mode: (.*)$/mu.exec(srvr ?? '')?.[1] ?? null,
  });

const textOf = ({ exitCode, out, err }: Shell): string =>
  [`--- exit code ${exitCode}`, '--- stdout', ...out, '--- stderr', ...err, ''].join('\n');

import { Standalone } from '../standalone/standalone.ts';
import type { Shell } from '../../zoo-cfg/zk-server-script.ts';
import { zkServer } from '../../zoo-cfg/zk-server-script.ts';
import type { Pid } from '../../view/time.ts';
import type { Deed, Role } from './four-letter-case.ts';
import { VERBS } from './four-letter-case.ts';

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
  const host = new Standalone({
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
  if (role.name !== 'down') host.serve();
  const pidOf = (name: string): Pid => 101 + names.indexOf(name);
  for (const deed of role.deeds) perform(host, deed, pidOf);
  const answers = new Map<string, string>();
  for (const word of role.words) answers.set(`${role.name}.${word}.txt`, host.ask(word) ?? '');
  if (role.status) {
    answers.set(`${role.name}.zkServer-status.txt`, textOf(call(host, 'status', true)));
  }
  return answers;
}

/** Of a client's first connect. */
function timeoutOf(deeds: readonly Deed[], name: string): number | null {
  for (const deed of deeds)
    if (deed.kind === 'connect' && deed.client === name) return deed.timeoutMs;
  return null;
}

function perform(host: Standalone, deed: Deed, pidOf: (client: string) => Pid): void {
  switch (deed.kind) {
    case 'connect':
      host.connect(pidOf(deed.client));
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
  const host = new Standalone({ clients: [], cfg: { tickTime: 2000, dataDir: DATA_DIR } });
  const answers = new Map<string, string>();
  let pidFile = false;
  for (const { file, verb } of VERBS) {
    const said = call(host, verb, pidFile);
    if (said.deed === 'start') {
      host.serve();
      pidFile = true;
    } else if (said.deed === 'stop') {
      host.stop();
      pidFile = false;
    }
    answers.set(file, textOf(said));
  }
  return answers;
}

function call(host: Standalone, verb: string, pidFile: boolean): Shell {
  const srvr = host.ask('srvr');
  return zkServer(verb, {
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
}

const textOf = ({ exitCode, out, err }: Shell): string =>
  [`--- exit code ${exitCode}`, '--- stdout', ...out, '--- stderr', ...err, ''].join('\n');

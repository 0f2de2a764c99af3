/** What `zkServer.sh` prints, and what it does to the process [bin/zkServer.sh of 3.8]. */
import { BUILT, VERSION } from '../view/zookeeper-version.ts';

/** The machine that it is called on. */
export interface Machine {
  /** Of the configuration file. */
  readonly cfgPath: string;
  readonly dataDir: string;
  readonly clientPort: number;
  /** As the configuration says; null: not at all. */
  readonly clientAddress: string | null;
  /** The process that `start` would write down. */
  readonly pid: number;
  /** Whether that process runs; and whether its pid stands in a file, which a crash leaves there. */
  readonly running: boolean;
  readonly pidFile: boolean;
  /** Whether a process that starts now ends at once, because of its configuration. */
  readonly fatal: boolean;
  /** From the answer to `srvr`; null when nobody answers, or when it has no Mode line. */
  readonly mode: string | null;
}

export interface Shell {
  readonly out: readonly string[];
  readonly err: readonly string[];
  readonly exitCode: number;
  readonly deed: 'start' | 'stop' | null;
}

/** `start` says STARTED of a process that lives a second later: nothing of whether it will serve. */
export function zkServer(verb: string, machine: Machine): Shell {
  const { cfgPath, dataDir, pid, running, pidFile, fatal } = machine;
  const err = ['ZooKeeper JMX enabled by default', `Using config: ${cfgPath}`];
  const said = (line: string, exitCode: number, deed: Shell['deed'] = null): Shell => ({
    out: [line],
    err,
    exitCode,
    deed,
  });
  switch (verb) {
    case 'start': {
      const starting = 'Starting zookeeper ... ';
      if (running && pidFile) return said(`${starting}already running as process ${pid}.`, 1);
      return fatal
        ? said(`${starting}FAILED TO START`, 1, 'start')
        : said(`${starting}STARTED`, 0, 'start');
    }
    case 'stop': {
      const stopping = 'Stopping zookeeper ... ';
      if (pidFile) return said(`${stopping}STOPPED`, 0, running ? 'stop' : null);
      const file = `${dataDir}/zookeeper_server.pid`;
      return said(`${stopping}no zookeeper to stop (could not find file ${file})`, 0);
    }
    case 'status':
      return { ...status(machine), err, deed: null };
    case 'version':
      return said(`Apache ZooKeeper, version ${VERSION} ${BUILT}`, 0);
    default:
      return { out: [], err: [...err, USAGE], exitCode: 0, deed: null };
  }
}

const USAGE =
  'Usage: zkServer.sh [--config <conf-dir>] {start|start-foreground|stop|version|restart|status|print-cmd}';

/** It asks `srvr` and looks for the line with the mode: a server that is LOOKING has none. */
function status({ clientPort, clientAddress, mode }: Machine): Pick<Shell, 'out' | 'exitCode'> {
  const address = clientAddress ?? 'localhost';
  const found = `Client port found: ${clientPort}. Client address: ${address}. Client SSL: false.`;
  return mode === null
    ? { out: [found, 'Error contacting service. It is probably not running.'], exitCode: 1 }
    : { out: [found, `Mode: ${mode}`], exitCode: 0 };
}

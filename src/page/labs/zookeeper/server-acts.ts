import { create } from 'zustand';
import type { ProcessView } from '../../../view/frame.ts';
import type { ZooKeeperServerView } from '../../../view/zookeeper.ts';
import { fatalNote } from '../../../zoo-cfg/standalone.ts';
import { FOUR_LETTER_WORDS } from '../../../zoo-cfg/keys.ts';
import { readCfg } from '../../../zoo-cfg/read.ts';
import { zkServer } from '../../../zoo-cfg/zk-server-script.ts';
import type { Machine, Shell } from '../../../zoo-cfg/zk-server-script.ts';
import { LineHistory } from '../../panels/terminal/line-history.ts';
import { shellLine } from '../../panels/zk-server/shell-line.ts';
import type { Entry, Printed } from '../../panels/zk-server/transcript.ts';
import { intervene, send } from '../../sim/actions.ts';
import { useSim } from '../../sim/store.ts';
import { shownServer } from '../../sim/shown-server.ts';

/** Where Debian puts it, whose package was recorded. */
const CFG_PATH = '/etc/zookeeper/conf/zoo.cfg';
const PROCESS = 4711;
/** The script sleeps before it looks whether the process lives, and between stop and start. */
const LOOK_MS = 1000;
const BETWEEN_MS = 3000;

interface Shells {
  /** The run that the entries are of. */
  readonly run: number;
  readonly entries: readonly Entry[];
}

/** What was asked at the server's machine in this run. */
export const useShell = create<Shells>()(() => ({ run: -1, entries: [] }));

export const shellHistory = new LineHistory();

interface There {
  readonly server: ZooKeeperServerView;
  readonly process: ProcessView;
}

/** The server that is shown, as it is now. */
function there(): There | null {
  const { frame } = useSim.getState();
  const server = shownServer();
  const process = frame?.processes.find(({ pid }) => pid === server?.pid);
  return server === null || process === undefined ? null : { server, process };
}

const note = (code: Extract<Printed, { stream: 'note' }>['code'], what = ''): Printed => ({
  stream: 'note',
  code,
  what,
});

/** Carries out a line at the server's machine, and writes down what came of it. */
export async function enterAtServer(line: string): Promise<void> {
  const output = await outputOf(line);
  const { frame, run } = useSim.getState();
  if (frame === null) return;
  const { branch, position } = frame;
  useShell.setState((known) => {
    const entries = known.run === run ? known.entries : [];
    const number = entries.length;
    return { run, entries: [...entries, { number, branch, position, line, output }] };
  });
}

async function outputOf(line: string): Promise<readonly Printed[]> {
  const asked = shellLine(line, FOUR_LETTER_WORDS);
  switch (asked.kind) {
    case 'nothing':
      return [];
    case 'unknown':
      return [note('unknown', asked.name)];
    case 'word':
      return ask(asked.word);
    case 'script':
      return asked.verb === 'restart' ? restart() : script(asked.verb);
  }
}

async function ask(word: string): Promise<readonly Printed[]> {
  const now = there();
  if (now === null) return [];
  const port = String(now.server.clientPort);
  if (now.process.liveness === 'paused') return [note('standsStill')];
  const text = await answerTo(word, now);
  if (text === null) return [note('noAnswer', port)];
  return text === '' ? [note('nothing')] : printed('out', text.replace(/\n$/u, '').split('\n'));
}

/** What the server answers; null when nobody listens. */
async function answerTo(word: string, { server, process }: There): Promise<string | null> {
  if (process.liveness !== 'up' || process.state === 'LOADING') return null;
  const { pid } = server;
  const from = useSim.getState().frame?.position ?? 0;
  await intervene({ kind: 'input', pid, name: 'FOUR_LETTER', data: { word } });
  const to = useSim.getState().frame?.position ?? from;
  const { history } = await send({ type: 'history', from, to, all: true, most: to - from });
  const facts = history?.flatMap((record) => record.facts) ?? [];
  const answered = facts.find(
    ({ rule, data }) => rule === 'word-answered' && data['word'] === word,
  );
  return answered === undefined ? null : String(answered.data['text']);
}

const printed = (stream: 'out' | 'err', lines: readonly string[]): Printed[] =>
  lines.map((text) => ({ stream, text }));

/** As a terminal shows both streams: the script says on standard error where it looks, and first. */
const shown = ({ out, err }: Shell): Printed[] => [...printed('err', err), ...printed('out', out)];

/** @param goesOn it belongs to what was done before */
async function script(verb: string, goesOn = false): Promise<readonly Printed[]> {
  const now = there();
  if (now === null) return [];
  const { pid } = now.server;
  const machine = machineOf(now);
  const mode = verb === 'status' ? await modeOf(now, machine) : null;
  const said = zkServer(verb, { ...machine, mode });
  const { frame } = useSim.getState();
  const at = (frame?.time ?? 0) / 1000 + LOOK_MS;
  const lives = [{ condition: { timeMs: at }, withinMs: LOOK_MS }] as const;
  if (said.deed === 'start') await intervene({ kind: 'start', pids: [pid] }, lives, { goesOn });
  if (said.deed === 'stop') await intervene({ kind: 'stop', pid }, lives);
  return shown(said);
}

async function restart(): Promise<readonly Printed[]> {
  const stopped = await script('stop');
  if (!useSim.getState().playing) {
    const timeMs = (useSim.getState().frame?.time ?? 0) / 1000 + BETWEEN_MS;
    await send({ type: 'run-until', condition: { timeMs }, withinMs: BETWEEN_MS });
  }
  const was = useSim.getState().undo?.what;
  const goesOn = was?.kind === 'stop';
  return [...stopped, ...(await script('start', goesOn))];
}

/** It asks at the port that the file names, wherever the server listens. */
async function modeOf(now: There, { clientPort }: Machine): Promise<string | null> {
  if (clientPort !== now.server.clientPort) return null;
  const text = await answerTo('srvr', now);
  return /^Mode: (.*)$/mu.exec(text ?? '')?.[1] ?? null;
}

function machineOf({ server: { cfg }, process: { liveness } }: There): Machine {
  const { lines } = readCfg(cfg);
  return {
    cfgPath: CFG_PATH,
    dataDir: lines.get('dataDir')?.value ?? '',
    clientPort: Number(lines.get('clientPort')?.value ?? 0),
    clientAddress: lines.get('clientPortAddress')?.value ?? null,
    pid: PROCESS,
    running: liveness === 'up' || liveness === 'paused',
    // A crash leaves it there.
    pidFile: liveness !== 'off',
    fatal: fatalNote(cfg) !== null,
    mode: null,
  };
}

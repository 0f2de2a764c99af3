import { expect, it } from 'vitest';
import type { HandleState, WatchedEvent } from '../calls.ts';
import type { ProgramInput, ProgramStep, Surroundings } from '../program.ts';
import { zkCli } from './zkcli.ts';
import type { ZkCli } from './zkcli.ts';

const program = zkCli({ jline: true, awaits: true });

const noChance = (): number => {
  throw new TypeError('zkCli leaves nothing to chance');
};

const view = (state: HandleState): Surroundings => ({
  pid: 101,
  name: 'α',
  state,
  server: 'localhost:2181',
  sessionId: '0x0',
  timeout: 30_000,
  now: 0,
  time: 0,
});

/** A zkCli that was started and told these. */
const after = (...inputs: readonly ProgramInput[]) => {
  let state = program.initial;
  const steps: ProgramStep<ZkCli>[] = [];
  for (const input of [{ kind: 'start' } as const, ...inputs]) {
    const connected = input.kind === 'event' && input.event.state === 'SyncConnected';
    const step = program.next(state, input, view(connected ? 'CONNECTED' : 'CONNECTING'), noChance);
    steps.push(step);
    ({ state } = step);
  }
  return { state, steps, last: steps.at(-1) };
};

const line = (text: string): ProgramInput => ({ kind: 'line', text });
const event = (state: WatchedEvent['state']): ProgramInput => ({
  kind: 'event',
  watcher: 'default',
  event: { state, type: 'None', path: null },
});
const calls = ({ calls: made = [] }: ProgramStep<ZkCli>): number => made.length;

it('with -waitforconnection keeps what is typed until it is connected', () => {
  const { state, steps, last } = after(line('create /hello world'), event('SyncConnected'));
  expect(steps.map(calls)).toEqual([0, 0, 1]);
  expect(last?.output?.map(({ text }) => text)).toEqual([
    '',
    'WATCHER::',
    '',
    'WatchedEvent state:SyncConnected type:None path:null',
    'Welcome to ZooKeeper!',
    'JLine support is enabled',
    '[zk: localhost:2181(CONNECTED) 0] create /hello world',
  ]);
  expect(state.awaits).toBeUndefined();
});

it('shows no prompt and is busy with what was typed meanwhile', () => {
  const { state } = after(line('ls /'));
  expect(program.prompt?.(state, view('CONNECTING'))).toBe('');
  expect(program.busy?.(state)).toBe(true);
});

it('goes on waiting through other news of the session', () => {
  expect(after(line('ls /'), event('Disconnected')).state.awaits).toBe(true);
});

it('ends after its session timeout, as the real one does', () => {
  const { steps, state, last } = after(line('ls /'), { kind: 'wake' });
  expect(steps[0]?.wakeAfter).toBe(30_000_000);
  expect(last?.exit).toBe(true);
  expect(last?.output).toMatchObject([
    { stream: 'err', text: expect.stringMatching(/ConnectionLoss$/) },
  ]);
  expect(program.busy?.(state)).toBe(false);
});

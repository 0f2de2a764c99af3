/** What the members of an ensemble say of themselves has a sentence in every language. */
import { expect, it } from 'vitest';
import { words as en } from '../src/page/words/en/zookeeper/index.ts';
import { words as zh } from '../src/page/words/zh-CN/zookeeper/index.ts';
import { Session } from '../src/runner/session.ts';
import type { Command } from '../src/view/command.ts';
import type { Intervention } from '../src/view/intervention.ts';
import type { ScenarioFile } from '../src/view/scenario.ts';

const CLIENT = 101;

const scenario = {
  format: 'zooscope-scenario',
  version: 2,
  model: 'zookeeper',
  seed: 3,
  setup: {
    servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }, { sid: 4, observer: true }],
    ensemble: {},
    clients: [{ id: CLIENT, program: 'zkcli-wait', servers: [1, 2, 4], startMs: 3000 }],
  },
} as ScenarioFile;

const deed = (what: Intervention): Command => ({ type: 'intervene', at: 0, what });
const line = (text: string): Command =>
  deed({ kind: 'input', pid: CLIENT, name: 'LINE', data: { text } });

/** A life of an ensemble: elected, written to, robbed of its leader, joined again, parted and whole. */
const commands: readonly Command[] = [
  { type: 'run-until', condition: { state: { pid: CLIENT, is: 'CONNECTED' } }, withinMs: 20_000 },
  line('create /a 1'),
  { type: 'run-until', condition: { answered: CLIENT }, withinMs: 5000 },
  line('sync /a'),
  { type: 'run-until', condition: { answered: CLIENT }, withinMs: 5000 },
  deed({ kind: 'kill', pid: 3 }),
  { type: 'run-until', condition: { leader: 'any' }, withinMs: 60_000 },
  deed({ kind: 'start', pids: [3] }),
  { type: 'run-until', condition: { serving: 3 }, withinMs: 60_000 },
  deed({ kind: 'partition', groups: [[1], [2, 3, 4, CLIENT]], oneWay: false }),
  { type: 'run-until', condition: { state: { pid: 1, is: 'LOOKING' } }, withinMs: 120_000 },
  deed({ kind: 'heal' }),
  { type: 'run-until', condition: { serving: 1 }, withinMs: 120_000 },
];

it('has a sentence for each rule that an ensemble tells of', async () => {
  const session = new Session();
  let time = 0;
  const does = async (asked: Command) => {
    // What is done is done at what was seen.
    const command = asked.type === 'intervene' ? { ...asked, at: time } : asked;
    const { answer, frame } = await session.handle(command);
    time = frame?.frame.time ?? time;
    expect([command.type, answer.problem]).toEqual([command.type, null]);
    return { answer };
  };
  await does({ type: 'open', scenario });
  for (const command of commands) {
    const { answer } = await does(command);
    const reached = command.type === 'run-until' ? answer.reached : true;
    expect([command, reached]).toEqual([command, true]);
  }
  const { answer } = await does({
    type: 'history',
    from: 0,
    to: 100_000,
    all: true,
    most: 100_000,
  });
  const rules = new Set(answer.history?.flatMap(({ facts }) => facts.map(({ rule }) => rule)));
  // It was a whole life.
  for (const rule of [
    'looking',
    'leader-established',
    'sync-decided',
    'proposal-sent',
    'commit-heard',
    'leader-gone',
  ])
    expect([...rules]).toContain(rule);
  const told = (words: { readonly facts: { readonly zookeeper: object } }): string[] =>
    [...rules].filter((rule) => !Object.hasOwn(words.facts.zookeeper, rule));
  expect(told(en)).toEqual([]);
  expect(told(zh)).toEqual([]);
});

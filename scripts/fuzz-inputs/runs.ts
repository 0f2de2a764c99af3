/** Scenarios and links: opened in a session as the page does it, played a little, saved. */
import { readFileSync, readdirSync } from 'node:fs';
import { builtLabs } from '../../src/built/labs.ts';
import { deflate } from '../../src/page/share/deflate.ts';
import { LINK_VERSION, unpackRun } from '../../src/page/share/link.ts';
import { Session } from '../../src/runner/session.ts';
import type { Dice } from '../../src/runner/fuzz/dice.ts';
import type { Handled } from '../../src/runner/session.ts';
import { readJson } from '../../src/view/json-text.ts';
import { livelock } from '../../src/scenarios/paxos/livelock.ts';
import { bytesOf, readable, textOf } from './kind.ts';
import type { InputKind } from './kind.ts';
import { soundJson, soundLink, soundTree } from './let-in.ts';
import { mutatedBytes, mutatedText } from './mutate-bytes.ts';
import { mutatedJson } from './mutate-json.ts';

/** Steps that a run is played, at most: what is looked for is not found by playing on. */
const FAR = 300;

/** This command runs in the project's folder. */
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const lessons = readdirSync('src/lessons', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => json(`src/lessons/${name}/lesson.json`));
const older = readdirSync('src/scenarios/old').map((name) => json(`src/scenarios/old/${name}`));
const shared = readdirSync('fixtures/links').flatMap(
  (name) => json(`fixtures/links/${name}`) as { readonly hash: string }[],
);
const runs = await Promise.all(
  shared.map(({ hash }) => unpackRun(hash.slice(hash.indexOf('run=') + 4))),
);
/** What each lab offers: a protocol has inputs here before anybody writes a lesson of it. */
const offered = Object.values(builtLabs)
  .flatMap(({ presets }) => presets)
  .flatMap(({ from }) => ('format' in from ? [from] : []));
const scenarios: readonly unknown[] = [
  ...offered,
  ...lessons,
  ...older,
  ...runs.map((run) => ('scenario' in run ? run.scenario : null)),
  livelock(false),
];

/** Links that were shared once, and one to the beginning of each run that a lab offers. */
const linked: readonly unknown[] = [
  ...runs,
  ...offered.map((scenario) => ({ v: LINK_VERSION, scenario, digest: '', position: FAR })),
];

async function opened(scenario: unknown, position: number): Promise<void> {
  const session = new Session();
  const say = ({ answer }: Handled): boolean => {
    if (answer.problem !== null) readable(answer.problem.where, answer.problem.text);
    return answer.problem === null;
  };
  if (!say(await session.handle({ type: 'open', scenario }))) return;
  soundTree(scenario);
  say(await session.handle({ type: 'seek', position: Math.min(position, FAR) }));
  say(await session.handle({ type: 'next-interesting' }));
  say(await session.handle({ type: 'history', from: 0, to: FAR, all: false, most: 50 }));
  for (const pid of [1, 101]) say(await session.handle({ type: 'inspect', pid }));
  say(await session.handle({ type: 'step', by: -1, all: true }));
  say(await session.handle({ type: 'save' }));
}

export const scenario: InputKind = {
  make(dice: Dice) {
    const text = JSON.stringify(mutatedJson(dice.pick(scenarios), dice)) ?? 'undefined';
    return dice.chance(0.1) ? mutatedBytes(bytesOf(text), dice) : text;
  },
  async take(input) {
    const { problem, value } = readJson(bytesOf(input));
    if (problem !== undefined) {
      readable(problem.where, problem.text);
      return;
    }
    soundJson(value);
    await opened(value, FAR);
  },
};

export const link: InputKind = {
  async make(dice) {
    const run = mutatedJson(dice.pick(linked), dice);
    const text = JSON.stringify(run) ?? 'undefined';
    const packed = await deflate(dice.chance(0.1) ? mutatedText(text, dice) : text);
    return dice.chance(0.2) ? mutatedText(packed, dice) : packed;
  },
  async take(input) {
    const run = await unpackRun(textOf(input));
    if ('code' in run) {
      readable(run.where, run.code);
      return;
    }
    soundJson(run);
    soundLink(run);
    await opened(run.scenario, run.position);
  },
};

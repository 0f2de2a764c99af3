/** A `zoo.cfg`, lines typed at zkCli, recordings. */
import { readFileSync, readdirSync } from 'node:fs';
import { conform } from '../../src/runner/conformance/conform.ts';
import { BadCase } from '../../src/runner/conformance/json.ts';
import { Console } from '../../src/runner/standalone/console.ts';
import { parseZooCfg } from '../../src/page/labs/election/set-up/zoo-cfg.ts';
import { cfgText } from '../../src/cli/cfg-sentences.ts';
import { readJson } from '../../src/view/json-text.ts';
import { dynamicOf } from '../../src/zoo-cfg/dynamic.ts';
import { judge } from '../../src/zoo-cfg/judge.ts';
import { readCfg } from '../../src/zoo-cfg/read.ts';
import { cfgRemarks } from '../../src/zoo-cfg/remarks.ts';
import { bytesOf, Complaint, readable, textOf } from './kind.ts';
import type { InputKind } from './kind.ts';
import { mutatedText } from './mutate-bytes.ts';
import { mutatedJson } from './mutate-json.ts';
import { TEXTS } from './values.ts';

const FOLDER = 'fixtures/zookeeper-3.8';

const cfgs = ['parsed', 'started'].flatMap((name) => {
  const read = JSON.parse(readFileSync(`${FOLDER}/cfg/${name}.json`, 'utf8')) as unknown;
  return [...texts(read)].filter((text) => text.includes('='));
});

/** All texts in a value. */
function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) yield* texts(each);
  }
}

export const cfg: InputKind = {
  make: (dice) => mutatedText(dice.pick(cfgs), dice),
  take(input) {
    const text = textOf(input);
    const file = readCfg(text);
    const { notes } = judge(
      file,
      1,
      dynamicOf(file, () => ({ why: 'No such file or directory' })),
    );
    for (const note of [...notes, ...cfgRemarks(file)]) readable('', cfgText(note));
    parseZooCfg(text);
  },
};

const recordings = (folder: string): readonly unknown[] =>
  readdirSync(`${FOLDER}/${folder}`)
    .filter((name) => name.endsWith('.case.json'))
    .map((name) => JSON.parse(readFileSync(`${FOLDER}/${folder}/${name}`, 'utf8')) as unknown);

const sessions = recordings('zkcli') as readonly { readonly commands: readonly string[] }[];
const commands = sessions.flatMap((session) => session.commands);

export const zkcli: InputKind = {
  make(dice) {
    const lines = dice.some(commands, dice.between(1, 12));
    const changed = lines.map((line) =>
      dice.chance(0.5) ? mutatedText(line, dice) : `${line} ${dice.pick(TEXTS)}`,
    );
    return changed.join('\n');
  },
  take(input) {
    const console = new Console();
    for (const line of textOf(input).split(/\r?\n/u)) {
      if (console.ended) return;
      console.type(line);
    }
    const [broken] = console.violations;
    if (broken !== undefined) throw new Complaint(broken);
  },
};

const cases = [...sessions, ...recordings('election')];

export const conformance: InputKind = {
  make: (dice) => JSON.stringify(mutatedJson(dice.pick(cases), dice)) ?? 'undefined',
  take(input) {
    const { problem, value } = readJson(bytesOf(input));
    if (problem !== undefined) {
      readable(problem.where, problem.text);
      return;
    }
    try {
      conform(value);
    } catch (error) {
      if (!(error instanceof BadCase)) throw error;
    }
  },
};

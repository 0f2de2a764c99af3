/**
 * `npm run links`: takes every run of fixtures/links once more, and writes the links that this behaviour
 * makes of them. Only for whoever has just added a change to `src/view/behaviour.ts`, or adds a run.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { packRun, unpackRun } from '../src/page/share/link.ts';
import { Run } from '../src/runner/run.ts';
import { load } from '../src/scenarios/load.ts';
import { protocols } from '../src/scenarios/protocols.ts';
import { BEHAVIOUR } from '../src/view/behaviour.ts';

interface Link {
  readonly lab: string;
  readonly hash: string;
}

// What runs is a bundle of this file, elsewhere.
const folder = new URL('../fixtures/links/', pathToFileURL(process.argv[1] ?? ''));
const made = new Map<string, object>();

for (const file of readdirSync(folder)) {
  const links = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as readonly Link[];
  for (const { lab, hash } of links) {
    const shared = await unpackRun(hash.slice(hash.indexOf('run=') + 4));
    if ('code' in shared) throw new Error(shared.text);
    const { scenario, position } = shared;
    const loaded = load(scenario);
    if (loaded.scenario === undefined) throw new Error(`a run of ${file} does not load`);
    const run = new Run(protocols[loaded.scenario.model], loaded.scenario, false);
    while (run.position < position && run.step());
    const digest = run.world.fingerprint();
    const packed = await packRun({ v: 1, scenario, digest, position, behaviour: BEHAVIOUR });
    const link = {
      lab,
      position,
      digest,
      events: run.world.digest.hex(),
      hash: `#/lab/${lab}?run=${packed}`,
    };
    made.set(`${lab} ${link.events}`, link);
  }
}

const all = JSON.stringify([...made.values()], null, 2);
writeFileSync(new URL(`behaviour-${BEHAVIOUR}.json`, folder), `${all}\n`);

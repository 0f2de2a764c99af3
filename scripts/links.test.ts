/** Links that were shared: each replays to what its sender saw, whatever has changed since. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unpackRun } from '../src/page/share/link.ts';
import { otherwise } from '../src/page/share/otherwise.ts';
import { Run } from '../src/runner/run.ts';
import { Session } from '../src/runner/session.ts';
import { load } from '../src/scenarios/load.ts';
import { protocols } from '../src/scenarios/protocols.ts';
import { changesSince } from '../src/view/behaviour.ts';
import type { ScenarioFile } from '../src/view/scenario.ts';

interface Link {
  readonly lab: ScenarioFile['model'];
  readonly position: number;
  /** As the link says it: of all that happened and of all that was then there. */
  readonly digest: string;
  /** Of all that happened alone, computed by the build that made the link. */
  readonly events: string;
  readonly hash: string;
}

/** What was done, and when. */
const deedsOf = ({ interventions = [] }: ScenarioFile) =>
  interventions.map(({ timeMs, what }) => ({ timeMs, what }));

const folder = new URL('../fixtures/links/', import.meta.url);

describe.each(readdirSync(folder))('the links of %s', (file) => {
  const links = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as readonly Link[];

  it.each(links)('$lab at event $position ends as it did', async (link) => {
    const { lab, hash, position, digest, events } = link;
    const run = await unpackRun(hash.slice(hash.indexOf('run=') + 4));
    if ('code' in run) throw new Error(run.text);
    expect([run.position, run.digest]).toEqual([position, digest]);
    const loaded = load(run.scenario);
    if (loaded.scenario === undefined) throw new Error('it does not load');
    const again = new Run(protocols[lab], loaded.scenario, false);
    while (again.position < position && again.step());
    const isOther = changesSince(run.behaviour ?? 1, lab).some(
      ({ eventsToo }) => eventsToo === 'all',
    );
    // Where the events between are others, what was done and when stays.
    const found = isOther ? deedsOf(again.file) : again.world.digest.hex();
    expect(found).toEqual(isOther ? deedsOf(loaded.scenario) : events);

    const session = new Session();
    const opened = await session.handle({ type: 'open', scenario: run.scenario });
    expect(opened.answer.problem).toBeNull();
    await session.handle({ type: 'seek', position });
    const { answer } = await session.handle({ type: 'save' });
    // Where digests are made of something else by now, whoever opens the link is told so.
    const told = otherwise(run, answer.digest ?? '', lab)?.code ?? 'nothing';
    expect(['nothing', 'digest-since']).toContain(told);
  });
});

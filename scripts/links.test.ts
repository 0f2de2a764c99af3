/** Links that were shared: each replays to what its sender saw, whatever has changed since. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unpackRun } from '../src/page/share/link.ts';
import { Session } from '../src/runner/session.ts';

interface Link {
  readonly lab: string;
  readonly position: number;
  readonly digest: string;
  readonly hash: string;
}

const folder = new URL('../fixtures/links/', import.meta.url);

describe.each(readdirSync(folder))('the links of %s', (file) => {
  const links = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as readonly Link[];

  it.each(links)('$lab at event $position ends as it did', async ({ hash, position, digest }) => {
    const run = await unpackRun(hash.slice(hash.indexOf('run=') + 4));
    if ('code' in run) throw new Error(run.text);
    expect([run.position, run.digest]).toEqual([position, digest]);
    const session = new Session();
    const opened = await session.handle({ type: 'open', scenario: run.scenario });
    expect(opened.answer.problem).toBeNull();
    await session.handle({ type: 'seek', position });
    const { answer } = await session.handle({ type: 'save' });
    expect(answer.digest).toBe(digest);
  });
});

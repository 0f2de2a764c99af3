/** What several clients of a real server saw, against the same steps here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OneServer } from './testing/one-server.ts';
import { Story } from './testing/story.ts';
import type { RecordedEvent, RecordedStep } from './testing/story.ts';
import { emptyTree } from './tree/data-tree.ts';

interface Case {
  readonly description: string;
  readonly steps: readonly RecordedStep[];
  readonly end: { readonly zxid: Readonly<Record<string, string>> };
}

const folder = join(import.meta.dirname, '../../fixtures/zookeeper-3.8/multiclient');
const cases = readdirSync(folder).map((file): [string, Case] => [
  file.replace('.case.json', ''),
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case,
]);

/** What the server sent: several watchers of one client were told by one event. */
function sent(events: RecordedStep['events']): Record<string, string[]> {
  const told: Record<string, string[]> = {};
  const isNode = ({ type }: RecordedEvent): boolean => type.startsWith('Node');
  for (const [client, list] of Object.entries(events)) {
    const texts = list.filter(isNode).map(({ type, path = '' }) => `${type} ${path}`);
    const once = texts.filter((text, i) => text !== texts[i - 1]);
    if (once.length > 0) told[client] = once;
  }
  return told;
}

describe('several clients', () => {
  it.each(cases)('%s', (_, { steps, end }) => {
    // The recordings are of the first epoch of an ensemble.
    const tree = { ...emptyTree, lastZxid: { epoch: 1, counter: 0 } };
    const story = new Story(new OneServer({ tree }));
    let compared = 0;
    for (const [i, step] of steps.entries()) {
      const { result, events } = story.play(step);
      expect([i, step.op, sent(events)]).toEqual([i, step.op, sent(step.events)]);
      if (result === null) continue;
      expect([i, step.op, result]).toEqual([i, step.op, step.result]);
      compared++;
    }
    expect(story.zxid).toBe(end.zxid['1']);
    expect(compared).toBeGreaterThan(5);
  });
});

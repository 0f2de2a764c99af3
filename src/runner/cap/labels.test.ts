/** What stands on the messages of ZooKeeper's two stores: what they do to x, as in the other stores. */
import { describe, expect, it } from 'vitest';
import { experiment } from '../../scenarios/cap/experiment.ts';
import { protocolOf } from '../../scenarios/protocols.ts';
import type { CapStore } from '../../view/cap-setup.ts';
import { Run } from '../run.ts';

interface Seen {
  readonly kind: string;
  readonly label: string;
  readonly claim: number | null;
}

/** Every message of the experiment up to its second half minute. */
function messagesOf(store: CapStore): readonly Seen[] {
  const run = new Run(protocolOf('cap'), experiment(store), false);
  const seen = new Map<string, Seen>();
  const { model } = run;
  while (run.step(35_000_000))
    for (const { message, from, to } of run.world.network.flights.values()) {
      if (message.type === 'FIN') continue;
      const { kind, label, claim } = model.describe(message, from, to);
      seen.set(`${kind} ${label} ${claim}`, { kind, label, claim });
    }
  return [...seen.values()];
}

describe.each(['zookeeper', 'zookeeper-read-only'] as const)('the messages of %s', (store) => {
  const seen = messagesOf(store);
  const of = (kind: string): readonly string[] =>
    [...new Set(seen.filter((each) => each.kind === kind).map(({ label }) => label))].toSorted();

  it('say which value is read or written', () => {
    expect(of('setData')).toEqual(
      store === 'zookeeper'
        ? ['write 1', 'write 2', 'write 3']
        : ['write 1', 'write 2', 'write 3', 'write 4'],
    );
    expect(of('getData')).toEqual(['read']);
    expect(of('getData reply')).toEqual(['x = 1', 'x = 2']);
    expect(of('PROPOSAL').filter((label) => label.includes('x = '))).toEqual([
      expect.stringMatching(/x = 1$/u),
      expect.stringMatching(/x = 2$/u),
    ]);
  });

  it('have the colour of that value, and no other', () => {
    for (const { label, claim } of seen) {
      const value = /(?:x =|write) (\d+)$/u.exec(label)?.[1];
      expect([label, claim]).toEqual([label, value === undefined ? null : Number(value)]);
    }
  });

  it('name no number of a session, and no operation of the protocol’s that a reader of x does not ask for', () => {
    const bare = seen.filter(({ label }) => /0x|getData|setData|Session/u.test(label));
    expect(bare).toEqual([]);
    expect(of('connect')).toEqual(['connect']);
    expect(of('connected')).toContain('connected');
  });
});

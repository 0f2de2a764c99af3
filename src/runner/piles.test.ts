/** What is undelivered for ever costs a run, its frames and the way back nothing that grows. */
import { beforeAll, describe, expect, it } from 'vitest';
import { livelock } from '../scenarios/paxos/livelock.ts';
import { protocols } from '../scenarios/protocols.ts';
import { frameOf } from './frame.ts';
import { piledMessages } from './piled.ts';
import { Run } from './run.ts';

const STEPS = 24_000;

describe('a duel without end, some 2,400 of whose messages are never delivered', () => {
  let run: Run;
  beforeAll(() => {
    run = new Run(protocols.paxos, livelock(false), true);
    run.seek(STEPS);
  });

  it('shows few messages, which stand for all', () => {
    const { size } = run.world.network.flights;
    expect(size).toBeGreaterThan(2000);
    const { messages } = frameOf(run, null);
    expect(messages.length).toBeLessThan(40);
    expect(messages.reduce((sum, { piled }) => sum + 1 + piled, 0)).toBe(size);
  });

  it('shows the newest of each link and type, and lists the others', () => {
    const pile = frameOf(run, null).messages.find(
      ({ from, to, kind }) => from === 1 && to === 4 && kind === 'prepare',
    );
    const others = piledMessages(run, pile?.id ?? 0);
    expect(others).toHaveLength(pile?.piled ?? 0);
    expect(new Set(others.map(({ from, to, kind }) => `${from} ${to} ${kind}`))).toEqual(
      new Set(['1 4 prepare']),
    );
    expect(others.every(({ id }) => id < (pile?.id ?? 0))).toBe(true);
    expect(others.map(({ id }) => id)).toEqual(
      others.map(({ id }) => id).toSorted((a, b) => b - a),
    );
  });

  it('is kept as often at its end as at its beginning, so that the way back does not grow', () => {
    const kept = run.branch.checkpoints.map(({ step }) => step);
    const gaps = kept.slice(1).map((step, i) => step - (kept[i] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(2000);
  });

  it('delivers a message from the depth of its pile', () => {
    const pile = frameOf(run, null).messages.find(({ piled }) => piled > 100);
    const deep = piledMessages(run, pile?.id ?? 0).at(-1);
    run.intervene({ kind: 'deliver', message: deep?.id ?? 0 });
    const after = frameOf(run, null).messages;
    expect(after.find(({ id }) => id === deep?.id)?.status).toBe('flying');
    expect(after.find(({ id }) => id === pile?.id)?.piled).toBe((pile?.piled ?? 0) - 1);
  });
});

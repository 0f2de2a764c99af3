import { describe, expect, it } from 'vitest';
import { isOverdue, nothingAwaited, proposalAcknowledged, proposalSent } from './sync-limit.ts';
import type { Awaited } from './sync-limit.ts';

const zxid = (counter: number) => ({ epoch: 1, counter });
const sent = (awaited: Awaited, counter: number, at: number) =>
  proposalSent(awaited, zxid(counter), at);

describe('a learner that acknowledges late', () => {
  it('is overdue by the oldest proposal that is watched', () => {
    const one = sent(nothingAwaited, 1, 100);
    expect(isOverdue(nothingAwaited, 10_000, 500)).toBe(false);
    expect(isOverdue(one, 599, 500)).toBe(false);
    expect(isOverdue(one, 600, 500)).toBe(true);
  });

  it('is judged by the next one when it has acknowledged, and by none in between', () => {
    const three = [1, 2, 3].reduce((awaited, at) => sent(awaited, at, at * 100), nothingAwaited);
    const second = proposalAcknowledged(three, zxid(1));
    expect(isOverdue(second, 650, 500)).toBe(false);
    expect(isOverdue(second, 700, 500)).toBe(true);
    // The third was not watched; its ACK changes nothing, and after the second's nobody waits.
    expect(proposalAcknowledged(second, zxid(3))).toBe(second);
    expect(proposalAcknowledged(second, zxid(2))).toEqual(nothingAwaited);
  });
});

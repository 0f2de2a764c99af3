import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../view/frame.ts';
import { paceAt, QUIET_SECONDS } from './pacing.ts';

const vote: MessageView = {
  id: 1,
  from: 1,
  to: 2,
  kind: 'notification',
  shape: 'vote',
  claim: 1,
  label: '2·7 → S1',
  short: 'S1',
  sentAt: 0,
  leftAt: 0,
  arrivesAt: 10_000,
  status: 'flying',
  nature: 'tcp',
  routine: false,
};
const ping: MessageView = { ...vote, kind: 'ping', shape: 'ping', routine: true };
const RATE = 10_000;

describe('paceAt', () => {
  it('takes the ordinary pace while a message worth seeing is under way', () => {
    const frame = { messages: [vote], nextTime: 10_000, nextInteresting: 10_000 };
    expect(paceAt(frame, 0, RATE)).toEqual({ rate: RATE, limit: null, quiet: false });
  });

  it('passes over 200 ms of waiting in 0.6 s, and stops at their end', () => {
    const frame = { messages: [ping], nextTime: 50_000, nextInteresting: 200_000 };
    const pace = paceAt(frame, 0, RATE);
    expect(pace.quiet).toBe(true);
    expect(pace.limit).toBe(200_000);
    expect((200_000 / pace.rate) * 1000).toBeCloseTo(600);
  });

  it('does not slow down a stretch that is short anyway', () => {
    const frame = { messages: [], nextTime: 5000, nextInteresting: 5000 };
    expect(paceAt(frame, 0, RATE)).toEqual({ rate: RATE, limit: null, quiet: false });
  });

  it('hurries through pings, ten seconds of them at a time, when nothing else is in sight', () => {
    const frame = { messages: [], nextTime: 1_000_000, nextInteresting: null };
    expect(paceAt(frame, 0, RATE)).toEqual({
      quiet: true,
      limit: null,
      rate: 10_000_000 / QUIET_SECONDS,
    });
  });
});

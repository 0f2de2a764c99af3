import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../view/frame.ts';
import { isAtRest, paceAt, QUIET_SECONDS, RUNNING_DOWN } from './pacing.ts';
import type { Watched } from './pacing.ts';

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
  piled: 0,
};
const ping: MessageView = { ...vote, kind: 'ping', shape: 'ping', routine: true };
const RATE = 10_000;
const ordinary = { rate: RATE, limit: null, quiet: false };
const watched = (part: Partial<Watched> = {}): Watched => ({
  rate: RATE,
  speed: 1,
  followed: false,
  pings: false,
  ...part,
});

it('rests although a message has come: what has arrived is not on its way', () => {
  const frame = { nextTime: 9000, nextInteresting: null };
  expect(isAtRest({ ...frame, messages: [{ ...vote, status: 'arrived' }] })).toBe(true);
  expect(isAtRest({ ...frame, messages: [vote] })).toBe(false);
});

describe('paceAt', () => {
  it('takes the ordinary pace while a message worth seeing is under way', () => {
    const frame = { messages: [vote], nextTime: 10_000, nextInteresting: 10_000 };
    expect(paceAt(frame, 0, 0, watched())).toEqual(ordinary);
  });

  it('does not wait for a message that lies at a paused process', () => {
    const frame = { messages: [vote], nextTime: 50_000, nextInteresting: 200_000 };
    expect(paceAt(frame, 20_000, 20_000, watched()).quiet).toBe(true);
    expect(isAtRest({ ...frame, nextInteresting: null })).toBe(true);
  });

  it('passes over 200 ms of waiting in 0.6 s, and stops at their end', () => {
    const frame = { messages: [ping], nextTime: 50_000, nextInteresting: 200_000 };
    const pace = paceAt(frame, 0, 0, watched());
    expect(pace.quiet).toBe(true);
    expect(pace.limit).toBe(200_000);
    expect((200_000 / pace.rate) * 1000).toBeCloseTo(600);
  });

  it('does not slow down a stretch that is short anyway', () => {
    const frame = { messages: [], nextTime: 5000, nextInteresting: 5000 };
    expect(paceAt(frame, 0, 0, watched())).toEqual(ordinary);
  });

  it('hurries through pings, ten seconds of them at a time, when nothing else is in sight', () => {
    const frame = { messages: [], nextTime: 1_000_000, nextInteresting: null };
    expect(paceAt(frame, 0, 0, watched())).toEqual({
      quiet: true,
      limit: null,
      rate: 10_000_000 / QUIET_SECONDS,
    });
    expect(paceAt(frame, 0, 0, watched({ pings: true }))).toEqual(ordinary);
  });

  it('shows a wait that an act has set off running down before it is skipped', () => {
    const frame = { messages: [], nextTime: 2_000_000, nextInteresting: 30_000_000 };
    const followed = watched({ followed: true });
    const first = paceAt(frame, 0, 0, followed);
    const turn = 30_000_000 * RUNNING_DOWN.part;
    expect(first).toEqual({ rate: turn / RUNNING_DOWN.seconds, limit: turn, quiet: false });
    const second = paceAt(frame, 0, turn, followed);
    expect(second).toMatchObject({ limit: 30_000_000, quiet: true });
    expect((30_000_000 - turn) / second.rate).toBeCloseTo(RUNNING_DOWN.rest);
    // What the chosen speed gets through in that time needs no help.
    expect(paceAt({ ...frame, nextInteresting: 30_000 }, 0, 0, followed)).toEqual(ordinary);
  });
});

describe('isAtRest', () => {
  it('is so when nothing but pings and waiting is left, and not before', () => {
    const frame = { messages: [ping], nextTime: 1_000_000, nextInteresting: null };
    expect(isAtRest(frame)).toBe(true);
    const coming = { ...vote, arrivesAt: 1_000_000 };
    expect(isAtRest({ ...frame, messages: [ping, coming] })).toBe(false);
    expect(isAtRest({ ...frame, nextInteresting: 9_000_000 })).toBe(false);
    expect(isAtRest({ ...frame, nextTime: null })).toBe(false);
  });
});

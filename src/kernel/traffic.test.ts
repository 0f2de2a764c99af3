import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkNature } from '../view/frame.ts';
import { chatters, fixed, listed, uniform } from './testing/chatter.ts';
import { Story, picture, storyOf } from './testing/story.ts';

describe('a message', () => {
  it('in a FIFO channel never overtakes an earlier one, however long that takes', () => {
    const story = storyOf(
      { latency: listed(30, 5, 5) },
      `
      0ms   start A B
      1ms   A sends B one
      2ms   A sends B two
      40ms  A sends B three
      `,
    );
    expect(story).toBe(
      picture(`
      31ms  A → B  one
      31ms  A → B  two
      45ms  A → B  three
      `),
    );
  });

  it('that is a datagram overtakes an earlier one', () => {
    const story = storyOf(
      { nature: 'datagram', latency: listed(30, 5) },
      `
      0ms  start A B
      1ms  A sends B one
      2ms  A sends B two
      `,
    );
    expect(story).toBe(
      picture(`
      7ms   A → B  two
      31ms  A → B  one
      `),
    );
  });

  it('in a connection never overtakes an earlier one, in each direction by itself', () => {
    const links = new Map([
      [1 * 65536 + 2, listed(1, 30, 5)],
      [2 * 65536 + 1, listed(1, 4)],
    ]);
    const story = storyOf(
      { nature: 'none', links },
      `
      0ms  start A B
      0ms  A dials B
      3ms  A tells B one
      4ms  A tells B two
      4ms  B tells A reply
      `,
    );
    expect(story).toBe(
      picture(`
      1ms   B  CONNECTED A
      2ms   A  CONNECTED B
      8ms   B → A  reply
      33ms  A → B  one
      33ms  A → B  two
      `),
    );
  });

  const orders = fc.array(fc.nat({ max: 20 }), { minLength: 2, maxLength: 20 });
  const heardInOrder = (nature: LinkNature, seed: number, gaps: readonly number[]): string[] => {
    const options = {
      nature: nature === 'tcp' ? 'none' : nature,
      latency: uniform(1, 50),
    } as const;
    const story = new Story(chatters(options), seed);
    story.do({ kind: 'start', pids: [1, 2] }, 0);
    story.do({ kind: 'input', pid: 1, name: 'DO', data: { order: 'dials B' } }, 0);
    let at = 200_000;
    gaps.forEach((gap, index) => {
      const order = `${nature === 'tcp' ? 'tells' : 'sends'} B ${index}`;
      story.do({ kind: 'input', pid: 1, name: 'DO', data: { order } }, (at += gap * 1000));
    });
    story.until(Infinity);
    return story.text.split('\n').flatMap((line) => / → B {2}(\d+)/.exec(line)?.[1] ?? []);
  };

  it.each(['tcp', 'fifo'] as const)('over %s comes in order whatever the latencies', (nature) => {
    fc.assert(
      fc.property(fc.nat(), orders, (seed, gaps) => {
        expect(heardInOrder(nature, seed, gaps)).toEqual(gaps.map((_, index) => `${index}`));
      }),
    );
  });

  it('that is a datagram comes once, in any order', () => {
    fc.assert(
      fc.property(fc.nat(), orders, (seed, gaps) => {
        const heard = heardInOrder('datagram', seed, gaps);
        expect(heard.sort((a, b) => +a - +b)).toEqual(gaps.map((_, index) => `${index}`));
      }),
    );
  });

  it('to a process that is down is nowhere, but a datagram on the way to it may find it back', () => {
    const script = `
      0ms   start A B
      1ms   A sends B early
      2ms   kill B
      3ms   A sends B late
      12ms  start B
      `;
    expect(storyOf({ nature: 'datagram' }, script)).toBe(
      picture(`
      11ms  A ✗ B  early
      13ms  A → B  late
      `),
    );
    expect(storyOf({ nature: 'fifo' }, script)).toBe(
      picture(`
      2ms   A ✗ B  early
      2ms   A  LINK_DOWN B
      12ms  A  LINK_UP B
      `),
    );
  });

  it('cannot be sent to a process by a model that only knows connections', () => {
    expect(() => storyOf({ nature: 'none' }, '0ms start A\n0ms A sends B hello')).toThrow(
      RangeError,
    );
  });
});

describe('lossy links', () => {
  const sendTwenty = (loss: number, duplication: number): string => {
    const story = new Story(chatters({ nature: 'datagram', latency: fixed(1) }));
    story.do({ kind: 'start', pids: [1, 2] }, 0);
    story.do({ kind: 'lossy', from: 1, to: 2, loss, duplication }, 0);
    for (let i = 0; i < 20; i++) {
      const data = { order: `sends B ${i}` };
      story.do({ kind: 'input', pid: 1, name: 'DO', data }, 0);
    }
    return story.until(Infinity).text;
  };
  const lines = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

  it('lose all with probability 1, none with 0, and some in between', () => {
    expect(lines(sendTwenty(1, 0), /→/g)).toBe(0);
    expect(lines(sendTwenty(1, 0), /✗/g)).toBe(20);
    expect(lines(sendTwenty(0, 0), /→/g)).toBe(20);
    expect(lines(sendTwenty(0.5, 0), /→/g)).toBeGreaterThan(2);
    expect(lines(sendTwenty(0.5, 0), /→/g)).toBeLessThan(18);
  });

  it('duplicate all with probability 1', () => {
    expect(lines(sendTwenty(0, 1), /→/g)).toBe(40);
  });
});

describe('latency', () => {
  it('set by hand rules over the model, for one link over all, and null gives it back', () => {
    const story = new Story(chatters({ latency: fixed(10) }));
    const send = (at: number, order: string) =>
      story.do({ kind: 'input', pid: 1, name: 'DO', data: { order } }, at);
    story.do({ kind: 'start', pids: [1, 2, 3] }, 0);
    send(0, 'sends B own');
    story.do({ kind: 'latency', latency: fixed(2) }, 20_000);
    story.do({ kind: 'latency', from: 1, to: 2, latency: fixed(5) }, 20_000);
    send(20_000, 'sends B link');
    send(20_000, 'sends C all');
    story.do({ kind: 'latency', from: 1, to: 2, latency: null }, 30_000);
    send(30_000, 'sends B all');
    story.do({ kind: 'latency', latency: null }, 40_000);
    send(40_000, 'sends B own');
    expect(story.until(Infinity).text).toBe(
      picture(`
      10ms  A → B  own
      22ms  A → C  all
      25ms  A → B  link
      32ms  A → B  all
      50ms  A → B  own
      `),
    );
  });
});

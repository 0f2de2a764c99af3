import { describe, expect, it } from 'vitest';
import type { Intervention } from '../view/intervention.ts';
import { chatters, listed } from './testing/chatter.ts';
import { picture, play, Story, storyOf } from './testing/story.ts';
import { Recorder } from './recorder.ts';
import { World } from './world.ts';

/** A and B run, A has saved one word and is saving another one when this is done to it. */
function crashAfter(us: number, what: Intervention): Story {
  const story = new Story(chatters({}));
  story.do({ kind: 'start', pids: [1, 2] }, 0);
  for (const [at, order] of [
    [0, 'saves kept'],
    [1000, 'saves lost'],
  ] as const) {
    story.until(at);
    story.do({ kind: 'input', pid: 1, name: 'DO', data: { order } }, at);
  }
  story.until(us);
  story.do(what, us);
  return story.until(1_000_000);
}

/** What it had written a sync ago, and what is still under way. */
const writing = `
  0ms    start A
  0ms    A saves kept
  1ms    A saves late
  1ms    A sets ALARM 20
  `;

describe('a killed process', () => {
  it('loses its memory and its timers; what it had written comes to the disk', () => {
    const story = storyOf({}, `${writing}\n7ms kill A\n12ms start A`);
    expect(story).toBe('5ms  A  SAVED kept\n12ms  A  starts kept late');
  });

  it('leaves to the disk the newest of several writes, in order', () => {
    const { world } = play({}, `${writing}\n2ms A saves last\n3ms kill A`);
    expect(world.process(1).disk).toEqual(['kept', 'late', 'last']);
    expect(world.pending()).toEqual([]);
  });

  it('is no stop in order, though both lose the same', () => {
    const { world } = play({}, `0ms start A B\n0ms A saves kept\n0ms A sets ALARM 90`);
    world.intervene({ kind: 'stop', pid: 1 });
    world.intervene({ kind: 'kill', pid: 2 });
    expect([1, 2].map((pid) => world.process(pid).liveness)).toEqual(['off', 'crashed']);
    const { s, disk, timers } = world.process(1);
    expect({ s, disk, timers }).toEqual({ s: null, disk: ['kept'], timers: [] });
  });

  it('of several that started at the same instant leaves the others', () => {
    const story = storyOf({}, `0ms start A B C\n0ms kill B\n1ms A sends C hello`);
    expect(story).toBe('0ms  A  LINK_DOWN B\n0ms  C  LINK_DOWN B\n11ms  A → C  hello');
  });

  it('closes its ports', () => {
    const { world } = play({}, `0ms start A\n1ms kill A`);
    expect(world.process(1).ports).toEqual([]);
  });

  it('and a wipe lose the disk too', () => {
    const { text, world } = play(
      {},
      `
      0ms   start A
      0ms   A saves word
      10ms  kill A
      11ms  wipe A
      12ms  start A
      `,
    );
    expect(text).toBe('5ms  A  SAVED word');
    expect(world.process(1).disk).toEqual([]);
  });
});

describe('what is told of an end', () => {
  const told = (nature: 'fifo' | 'datagram', what: Intervention): unknown => {
    const world = new World({ ...chatters({ nature }), diskless: new Set([2]) }, 1);
    world.intervene({ kind: 'start', pids: [1, 2] });
    const recorder = new Recorder(world.model);
    world.recorder = recorder;
    world.intervene(what);
    return recorder.records.at(-1)?.facts[0]?.data;
  };

  it('is what outlives the process: nothing of one that has no disk', () => {
    expect(told('fifo', { kind: 'kill', pid: 1 })).toEqual({ keeps: 'written', told: true });
    expect(told('fifo', { kind: 'kill', pid: 2 })).toEqual({ keeps: 'nothing', told: true });
    expect(told('fifo', { kind: 'power-off', pid: 1 })).toEqual({ keeps: 'synced' });
    expect(told('fifo', { kind: 'power-off', pid: 2 })).toEqual({ keeps: 'nothing' });
  });

  it('is nothing to anybody where there are no connections', () => {
    expect(told('datagram', { kind: 'kill', pid: 1 })).toEqual({ keeps: 'written', told: false });
  });
});

describe('a crash of version 1', () => {
  it('is both: peers are told, and what no sync had finished is gone', () => {
    const { world } = play({}, `0ms start A B\n0ms A saves kept\n1ms A saves lost`);
    const other = play({}, '0ms start A B\n0ms A saves kept\n1ms A saves lost\n7ms power-off A');
    expect(other.text).toBe('5ms  A  SAVED kept');
    expect(world.process(1).disk).toEqual(['kept', 'lost']);
    const { text, world: crashed } = crashAfter(7000, { kind: 'crash', pid: 1, inOrder: false });
    expect(text).toBe('5ms  A  SAVED kept\n7ms  B  LINK_DOWN A');
    expect(crashed.process(1)).toMatchObject({ disk: ['kept'], liveness: 'crashed', dark: false });
    const { world: ended } = crashAfter(7000, { kind: 'crash', pid: 1, inOrder: true });
    expect(ended.process(1)).toMatchObject({ disk: ['kept'], liveness: 'off' });
  });

  it('has the digest that a kill, or a stop, had then', () => {
    const digest = (what: Intervention): string => {
      const world = new World(chatters({}), 1);
      world.intervene({ kind: 'start', pids: [1, 2] });
      world.intervene(what);
      return world.fingerprint();
    };
    const [killed, stopped] = [false, true].map((inOrder) =>
      digest({ kind: 'crash', pid: 1, inOrder }),
    );
    // Nothing was being written: there is no other difference.
    expect(killed).toBe(digest({ kind: 'kill', pid: 1 }));
    expect(stopped).toBe(digest({ kind: 'stop', pid: 1 }));
  });
});

describe('a disk', () => {
  it('syncs one write after the other, in order', () => {
    const story = storyOf(
      { diskLatency: listed(20, 5, 5) },
      `
      0ms   start A
      0ms   A saves one
      1ms   A saves two
      50ms  A saves three
      `,
    );
    expect(story).toBe('20ms  A  SAVED one\n25ms  A  SAVED two\n55ms  A  SAVED three');
  });

  it('holds each write from its own sync on', () => {
    const { world } = play({}, `0ms start A\n0ms A saves one\n1ms A saves two\n7ms power-off A`);
    expect(world.process(1).disk).toEqual(['one']);
  });

  it('can be made slow', () => {
    const { text, world } = play({}, `0ms start A`);
    world.intervene({ kind: 'disk-latency', pid: 1, latency: { kind: 'fixed', us: 70_000 } });
    world.intervene({ kind: 'input', pid: 1, name: 'DO', data: { order: 'saves word' } });
    while (world.advance());
    expect(text).toBe('');
    expect(world.time).toBe(70_000);
  });
});

describe('a paused process', () => {
  it('handles nothing, not even timers, and all of it in the old order when it runs again', () => {
    const story = storyOf(
      {},
      `
      0ms   start A B
      0ms   A sends B one
      1ms   B sets ALARM 12
      2ms   B sets BELL 30
      5ms   pause B
      6ms   A sends B two
      20ms  resume B
      21ms  A sends B three
      `,
    );
    expect(story).toBe(
      picture(`
      20ms  A → B  one
      20ms  B  ALARM
      20ms  A → B  two
      31ms  A → B  three
      32ms  B  BELL
      `),
    );
  });

  it('keeps its memory', () => {
    const story = storyOf({}, `0ms start A\n0ms A saves word\n1ms pause A\n3ms resume A`);
    expect(story).toBe('5ms  A  SAVED word');
  });

  it('has its syncs done all the same, hears of them later, and keeps them when killed', () => {
    const script = `0ms start A\n0ms A saves word\n1ms pause A`;
    expect(storyOf({}, `${script}\n20ms resume A`)).toBe('20ms  A  SAVED word');
    expect(storyOf({}, `${script}\n20ms kill A\n30ms start A`)).toBe('30ms  A  starts word');
  });

  it('takes what had arrived with it when it is killed, and no more', () => {
    const story = storyOf(
      { nature: 'datagram' },
      `
      0ms   start A B
      0ms   A sends B one
      5ms   A sends B two
      8ms   pause B
      12ms  kill B
      13ms  start B
      `,
    );
    expect(story).toBe('12ms  A ✗ B  one\n15ms  A → B  two');
  });

  it('does not take the datagrams with it that it has sent', () => {
    const story = storyOf(
      { nature: 'datagram' },
      `
      0ms   start A B
      0ms   A sends B one
      5ms   kill A
      6ms   B sends A two
      7ms   start A
      `,
    );
    expect(story).toBe('10ms  A → B  one\n16ms  B → A  two');
  });

  it('hears of its connections in their order', () => {
    const story = storyOf(
      { nature: 'none' },
      `
      0ms   start A B
      0ms   A dials B
      20ms  A tells B one
      21ms  pause B
      22ms  A leaves B
      50ms  resume B
      `,
    );
    expect(story).toBe(
      picture(`
      10ms  B  CONNECTED A
      20ms  A  CONNECTED B
      50ms  A → B  one
      50ms  B  CLOSED A closed
      `),
    );
  });
});

describe('a timer', () => {
  it('fires once; set again it replaces itself, and cleared it does not fire', () => {
    const { text, world } = play(
      {},
      `
      0ms  start A
      0ms  A sets ALARM 10
      0ms  A sets BELL 10
      5ms  A sets ALARM 10
      6ms  A clears BELL
      `,
    );
    expect(text).toBe('15ms  A  ALARM');
    expect(world.process(1).timers).toEqual([]);
  });
});

describe('processes that start at the same instant', () => {
  it('find each other running', () => {
    const story = storyOf({}, `0ms start A B\n0ms A sends B hello\n0ms B sends A hi`);
    expect(story).toBe('10ms  A → B  hello\n10ms  B → A  hi');
  });
});

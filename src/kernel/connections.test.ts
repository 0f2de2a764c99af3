import { describe, expect, it } from 'vitest';
import { listed } from './testing/chatter.ts';
import { picture, play, storyOf } from './testing/story.ts';

const tcp = { nature: 'none' } as const;
const connected = `
  0ms   start A B
  0ms   A dials B
  `;
const connectedStory = `
  10ms  B  CONNECTED A
  20ms  A  CONNECTED B
  `;

describe('dialling', () => {
  it('is refused when nobody listens', () => {
    expect(storyOf(tcp, `0ms start A B\n1ms B deafens\n2ms A dials B`)).toBe(
      '22ms  A  CLOSED B refused',
    );
  });

  it('is refused when the process is down, also when it dies before the request is there', () => {
    expect(storyOf(tcp, `0ms start A\n2ms A dials B`)).toBe('22ms  A  CLOSED B refused');
    expect(storyOf(tcp, `${connected}\n5ms kill B`)).toBe('20ms  A  CLOSED B refused');
  });

  it('reaches a paused process, which hears of it when it runs again', () => {
    const story = storyOf(
      tcp,
      `
      0ms   start A B
      0ms   pause B
      0ms   A dials B
      21ms  A tells B hello
      50ms  resume B
      `,
    );
    expect(story).toBe('20ms  A  CONNECTED B\n50ms  B  CONNECTED A\n50ms  A → B  hello');
  });

  it('carries nothing before the dialler knows that it is connected', () => {
    const story = storyOf(tcp, `${connected}\n15ms A tells B early\n21ms A tells B late`);
    expect(story).toBe(picture(`${connectedStory}\n31ms  A → B  late`));
  });

  it('hears the answer before whatever the acceptor says', () => {
    const story = storyOf(
      { ...tcp, latency: listed(10), links: new Map([[2 * 65536 + 1, listed(10, 1)]]) },
      `${connected}\n12ms B tells A welcome`,
    );
    expect(story).toBe(picture(`${connectedStory}\n20ms  B → A  welcome`));
  });

  it('may be given up: the other side hears nothing of it', () => {
    const { text, world } = play(tcp, `${connected}\n5ms A leaves B`);
    expect(text).toBe('');
    expect(world.network.connections.size).toBe(0);
  });

  it('may be given up when the other side has accepted: that is a close', () => {
    const story = storyOf(tcp, `${connected}\n15ms A leaves B`);
    expect(story).toBe('10ms  B  CONNECTED A\n25ms  B  CLOSED A closed');
  });

  it('oneself, or nobody, is a mistake of the protocol', () => {
    expect(() => storyOf(tcp, `0ms start A\n0ms A dials Z`)).toThrow(RangeError);
  });

  it('dies with the dialler', () => {
    const { text, world } = play(tcp, `${connected}\n5ms kill A`);
    expect(text).toBe('');
    expect(world.network.connections.size).toBe(0);
  });
});

describe('closing', () => {
  it('is heard after what was sent before, and takes what the other end had sent', () => {
    const story = storyOf(
      tcp,
      `${connected}
      21ms   A tells B one
      22ms   B tells A two
      23ms   A leaves B
      `,
    );
    expect(story).toBe(
      picture(`${connectedStory}
      23ms  B ✗ A  two
      31ms  A → B  one
      33ms  B  CLOSED A closed`),
    );
  });

  it('from both ends at once is heard by none', () => {
    const { text, world } = play(tcp, `${connected}\n25ms A leaves B\n26ms B leaves A`);
    expect(text).toBe(picture(connectedStory));
    expect(world.network.connections.size).toBe(0);
    expect(world.network.flights.size).toBe(0);
  });

  it('is what a death looks like, at once', () => {
    const { text, world } = play(tcp, `${connected}\n25ms A tells B one\n26ms kill A`);
    expect(text).toBe(
      picture(`${connectedStory}
      26ms  A ✗ B  one
      26ms  B  CLOSED A reset`),
    );
    expect(world.network.connections.size).toBe(0);
  });

  it('leaves no trace of the connection', () => {
    const { world } = play(tcp, `${connected}\n25ms B leaves A`);
    expect(world.network.connections.size).toBe(0);
    expect(world.network.flights.size).toBe(0);
    expect(world.pending()).toEqual([]);
  });
});

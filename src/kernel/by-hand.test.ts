import { describe, expect, it } from 'vitest';
import { listed } from './testing/chatter.ts';
import { refusalOf } from './testing/schedule.ts';
import { picture, play, storyOf } from './testing/story.ts';

describe('holding a message', () => {
  it('holds all behind it in its lane, later ones too, and release lets them go in order', () => {
    const story = storyOf(
      {},
      `
      0ms   start A B C
      0ms   A sends B zero
      1ms   A sends B one
      1ms   A sends C other
      2ms   A sends B two
      5ms   hold one
      6ms   A sends B three
      30ms  release two
      31ms  A sends B four
      `,
    );
    expect(story).toBe(
      picture(`
      10ms  A → B  zero
      11ms  A → C  other
      40ms  A → B  one
      40ms  A → B  two
      40ms  A → B  three
      41ms  A → B  four
      `),
    );
  });

  it('keeps the order at release whatever the latencies', () => {
    const story = storyOf(
      { latency: listed(10, 10, 30, 5, 2) },
      `
      0ms   start A B
      0ms   A sends B one
      0ms   A sends B two
      5ms   hold one
      20ms  release one
      21ms  A sends B three
      `,
    );
    expect(story).toBe('50ms  A → B  one\n50ms  A → B  two\n50ms  A → B  three');
  });

  it('holds what comes behind it in its connection, the end of it too', () => {
    const story = storyOf(
      { nature: 'none' },
      `
      0ms    start A B
      0ms    A dials B
      20ms   A tells B one
      21ms   A tells B two
      22ms   hold one
      23ms   A leaves B
      60ms   release one
      `,
    );
    expect(story).toBe(
      picture(`
      10ms  B  CONNECTED A
      20ms  A  CONNECTED B
      70ms  A → B  one
      70ms  A → B  two
      70ms  B  CLOSED A closed
      `),
    );
  });

  it('holds one datagram alone', () => {
    const story = storyOf(
      { nature: 'datagram' },
      `
      0ms   start A B
      0ms   A sends B one
      0ms   A sends B two
      5ms   hold one
      30ms  release one
      `,
    );
    expect(story).toBe('10ms  A → B  two\n40ms  A → B  one');
  });

  it('ends with a cut: the mended channel begins empty and free', () => {
    const story = storyOf(
      {},
      `
      0ms   start A B
      0ms   A sends B one
      5ms   hold one
      6ms   cut A → B
      7ms   mend A B
      8ms   A sends B two
      `,
    );
    expect(story).toBe('6ms  A ✗ B  one\n7ms  A  LINK_UP B\n18ms  A → B  two');
  });
});

describe('delivering a message now', () => {
  it('takes what stands before it along, and leaves what is behind', () => {
    const story = storyOf(
      {},
      `
      0ms  start A B
      0ms  A sends B one
      1ms  A sends B two
      2ms  A sends B three
      3ms  deliver two
      `,
    );
    expect(story).toBe('3ms  A → B  one\n3ms  A → B  two\n12ms  A → B  three');
  });

  it('keeps holding what is held behind it', () => {
    const story = storyOf(
      {},
      `
      0ms   start A B
      0ms   A sends B one
      1ms   A sends B two
      2ms   hold one
      3ms   deliver one
      30ms  A sends B three
      50ms  release three
      `,
    );
    expect(story).toBe('3ms  A → B  one\n60ms  A → B  two\n60ms  A → B  three');
  });

  it('frees the lane when nothing is held any more', () => {
    const story = storyOf(
      {},
      `
      0ms   start A B
      0ms   A sends B one
      2ms   hold one
      3ms   deliver one
      30ms  A sends B two
      `,
    );
    expect(story).toBe('3ms  A → B  one\n40ms  A → B  two');
  });

  it('never brings an answer before the dialler knows that it is connected', () => {
    const story = storyOf(
      { nature: 'none' },
      `
      0ms   start A B
      0ms   A dials B
      12ms  B tells A welcome
      13ms  deliver welcome
      `,
    );
    expect(story).toBe(
      picture(`
      10ms  B  CONNECTED A
      13ms  A  CONNECTED B
      13ms  B → A  welcome
      `),
    );
  });
});

describe('dropping and duplicating', () => {
  it('is done to datagrams', () => {
    const story = storyOf(
      { nature: 'datagram', latency: listed(10, 10, 4) },
      `
      0ms  start A B
      0ms  A sends B one
      0ms  A sends B two
      2ms  drop one
      3ms  duplicate two
      `,
    );
    expect(story).toBe('2ms  A ✗ B  one\n7ms  A → B  two\n10ms  A → B  two');
  });

  it.each(['drop', 'duplicate'])('is refused where TCP forbids it: %s', (verb) => {
    const inChannel = `
      0ms  start A B
      0ms  A sends B one
      1ms  ${verb} one
      `;
    const inConnection = `
      0ms   start A B
      0ms   A dials B
      20ms  A tells B one
      21ms  ${verb} one
      `;
    expect(refusalOf(() => play({}, inChannel))).toBe('not-on-this-link');
    expect(refusalOf(() => play({ nature: 'none' }, inConnection))).toBe('not-on-this-link');
  });
});

describe('a message by hand', () => {
  it.each(['hold', 'release', 'deliver', 'drop', 'duplicate'])(
    'that is no longer there is refused: %s',
    (verb) => {
      const script = `0ms start A B\n0ms A sends B one\n20ms ${verb} one`;
      expect(refusalOf(() => play({ nature: 'datagram' }, script))).toBe('no-such-message');
    },
  );

  it('that is not held is not released', () => {
    const script = `0ms start A B\n0ms A sends B one\n1ms release one`;
    expect(refusalOf(() => play({}, script))).toBe('not-held');
  });
});

describe('where messages wait until somebody delivers them', () => {
  it('a process may be that somebody: the newest of a link comes first, copies wait too', () => {
    const story = storyOf(
      { nature: 'datagram', byHand: true },
      `
      0ms   start A B C
      0ms   A sends B one
      1ms   A sends B two
      1ms   duplicate two
      20ms  C passes A B
      30ms  C passes A B
      40ms  deliver one
      50ms  C passes A B
      60ms  C passes B A
      `,
    );
    expect(story).toBe(
      picture(`
      20ms  A → B  two
      30ms  A → B  two
      40ms  A → B  one
      50ms  C  ALARM
      60ms  C  ALARM
      `),
    );
  });

  it('a released one takes its time', () => {
    const script = `
      0ms   start A B
      0ms   A sends B one
      50ms  release one
    `;
    expect(storyOf({ nature: 'datagram', byHand: true }, script)).toBe('60ms  A → B  one');
  });
});

describe('a message to oneself', () => {
  it('takes no time, whatever the links are like', () => {
    const script = `
      0ms  start A B
      1ms  latency 500
      2ms  A sends A hello
    `;
    expect(storyOf({ nature: 'datagram' }, script)).toBe('2ms  A → A  hello');
  });

  it('one that a process lets go travels as long as it says', () => {
    const script = `
      0ms   start A B C
      0ms   A sends B one
      50ms  C passes A B 4000
    `;
    expect(storyOf({ nature: 'datagram', byHand: true }, script)).toBe('54ms  A → B  one');
  });
});

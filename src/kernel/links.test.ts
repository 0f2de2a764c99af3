import { describe, expect, it } from 'vitest';
import { chatters } from './testing/chatter.ts';
import { Story, picture, storyOf } from './testing/story.ts';

const connected = `
  0ms   start A B
  0ms   A dials B
  `;
const connectedStory = `
  10ms  B  CONNECTED A
  20ms  A  CONNECTED B
  `;

describe('a cut', () => {
  it('is silent: what is on the way is lost, later sends too, and nobody hears of it', () => {
    const story = storyOf(
      { nature: 'none' },
      `${connected}
      20ms   A tells B one
      25ms   cut A B
      26ms   A tells B two
      27ms   B tells A three
      `,
    );
    expect(story).toBe(picture(`${connectedStory}\n25ms  A ✗ B  one`));
  });

  it('of one direction leaves the other as it was', () => {
    const story = storyOf(
      { nature: 'none' },
      `${connected}
      20ms   A tells B one
      20ms   B tells A two
      25ms   cut A → B
      26ms   A tells B three
      27ms   B tells A four
      `,
    );
    expect(story).toBe(
      picture(`${connectedStory}
      25ms  A ✗ B  one
      30ms  B → A  two
      37ms  B → A  four`),
    );
  });

  it('takes a request on its way, and the dialler waits for nothing', () => {
    const story = storyOf({ nature: 'none' }, `${connected}\n5ms cut A → B`);
    expect(story).toBe('');
  });

  it('takes an answer on its way: only the acceptor believes in the connection', () => {
    const story = storyOf(
      { nature: 'none' },
      `${connected}
      15ms  cut B → A
      16ms  B tells A hello
      30ms  A tells B hello
      `,
    );
    expect(story).toBe('10ms  B  CONNECTED A');
  });

  it('takes a refusal on its way', () => {
    const story = storyOf(
      { nature: 'none' },
      `
      0ms   start A
      0ms   A dials B
      15ms  cut B → A
      `,
    );
    expect(story).toBe('');
  });

  it('leaves nothing to dial through', () => {
    const story = storyOf({ nature: 'none' }, `0ms start A B\n0ms cut A B\n1ms A dials B`);
    expect(story).toBe('');
  });

  it('does not take what has arrived at a paused process', () => {
    const story = storyOf(
      {},
      `
      0ms   start A B
      0ms   pause B
      1ms   A sends B arrived
      8ms   A sends B flying
      15ms  cut A B
      20ms  resume B
      `,
    );
    expect(story).toBe('15ms  A ✗ B  flying\n20ms  A → B  arrived');
  });

  it('loses what was closed: the FIN does not come through', () => {
    const story = storyOf(
      { nature: 'none' },
      `${connected}
      20ms   A leaves B
      25ms   cut A B
      99ms   mend A B
      `,
    );
    expect(story).toBe(picture(`${connectedStory}\n109ms  B  CLOSED A reset`));
  });
});

describe('mending', () => {
  it('tells both ends that their connection is gone, and delivers nothing sent before', () => {
    const story = storyOf(
      { nature: 'none' },
      `${connected}
      20ms   A tells B one
      25ms   cut A → B
      26ms   A tells B two
      27ms   B tells A three
      30ms   mend A B
      31ms   A tells B four
      `,
    );
    expect(story).toBe(
      picture(`${connectedStory}
      25ms  A ✗ B  one
      30ms  B ✗ A  three
      40ms  A  CLOSED B reset
      40ms  B  CLOSED A reset`),
    );
  });

  it('of a link that was not cut changes nothing', () => {
    const story = storyOf({ nature: 'none' }, `${connected}\n25ms mend A B\n26ms A tells B hello`);
    expect(story).toBe(picture(`${connectedStory}\n36ms  A → B  hello`));
  });

  it('tells who could not send that the FIFO channel is up again', () => {
    const oneWay = `0ms start A B\n1ms cut A → B\n2ms mend A B`;
    expect(storyOf({}, oneWay)).toBe('2ms  A  LINK_UP B');
    const bothWays = `0ms start A B\n1ms cut A B\n2ms A sends B lost\n3ms mend A B`;
    expect(storyOf({}, bothWays)).toBe('3ms  A  LINK_UP B\n3ms  B  LINK_UP A');
  });

  it('tells of a death that the cut concealed', () => {
    const story = storyOf({}, `0ms start A B\n1ms cut A B\n2ms kill B\n3ms mend A B`);
    expect(story).toBe('3ms  A  LINK_DOWN B');
  });

  it('tells who could not hear of it that the other end died', () => {
    const story = storyOf(
      { nature: 'none' },
      `${connected}
      25ms   cut A B
      26ms   kill B
      50ms   mend A B
      `,
    );
    expect(story).toBe(picture(`${connectedStory}\n60ms  A  CLOSED B reset`));
  });
});

describe('a FIFO channel', () => {
  it('is up for those that ran already when a process starts', () => {
    const story = storyOf({}, `0ms start A B\n5ms start C`);
    expect(story).toBe('5ms  A  LINK_UP C\n5ms  B  LINK_UP C');
  });

  it('is not up while it is cut', () => {
    const story = storyOf({}, `0ms start A\n1ms cut A → B\n5ms start B\n9ms mend A B`);
    expect(story).toBe('9ms  A  LINK_UP B');
  });

  it('goes down for those that can hear it when a process dies', () => {
    const story = storyOf({}, `0ms start A B C\n1ms cut A B\n5ms kill A`);
    expect(story).toBe('5ms  C  LINK_DOWN A');
  });
});

describe('a reset', () => {
  it('tells both ends of a connection at once', () => {
    const story = storyOf(
      { nature: 'none' },
      `${connected}
      20ms   A tells B one
      25ms   reset A B
      `,
    );
    expect(story).toBe(
      picture(`${connectedStory}
      25ms  A ✗ B  one
      25ms  A  CLOSED B reset
      25ms  B  CLOSED A reset`),
    );
  });

  it('ends both FIFO channels and opens them again, empty', () => {
    const story = storyOf(
      {},
      `
      0ms   start A B
      0ms   A sends B one
      1ms   hold one
      5ms   reset A B
      6ms   A sends B two
      `,
    );
    expect(story).toBe(
      picture(`
      5ms   A ✗ B  one
      5ms   A  LINK_DOWN B
      5ms   A  LINK_UP B
      5ms   B  LINK_DOWN A
      5ms   B  LINK_UP A
      16ms  A → B  two
      `),
    );
  });
});

describe('a partition', () => {
  it('lets messages through inside the groups only, and heals', () => {
    const story = storyOf(
      { nature: 'datagram' },
      `
      0ms   start A B C
      0ms   part A | B C
      1ms   A sends B one
      1ms   C sends A two
      1ms   B sends C three
      20ms  heal
      21ms  A sends B four
      `,
    );
    expect(story).toBe('11ms  B → C  three\n31ms  A → B  four');
  });

  it('of one way cuts only what the first group sends', () => {
    const story = new Story(chatters({ nature: 'datagram' }));
    story.do({ kind: 'start', pids: [1, 2, 3] }, 0);
    story.do({ kind: 'partition', groups: [[1], [2], [3]], oneWay: true }, 0);
    const cuts = [...story.world.network.faults].filter(([, { cut }]) => cut).map(([key]) => key);
    expect(cuts).toEqual([1 * 65536 + 2, 1 * 65536 + 3]);
  });
});

import { describe, expect, it } from 'vitest';
import { picture, play, storyOf } from './testing/story.ts';
import type { ChatterOptions } from './testing/chatter.ts';

const tcp: ChatterOptions = { nature: 'none' };
const connected = '0ms start A B\n0ms A dials B';
const connectedStory = `
  10ms  B  CONNECTED A
  20ms  A  CONNECTED B
  `;

describe('a loss of power', () => {
  it('takes what no sync had finished, and nothing else of the disk', () => {
    const story = storyOf(
      {},
      `
      0ms    start A
      0ms    A saves kept
      1ms    A saves lost
      7ms    power-off A
      12ms   start A
      `,
    );
    expect(story).toBe('5ms  A  SAVED kept\n12ms  A  starts kept');
  });

  it('cannot befall who does not run', () => {
    expect(() => play({}, '0ms power-off A')).toThrow('not-running');
  });

  it('says nothing to peers over TCP, whatever they send; a start answers with a reset', () => {
    const story = storyOf(
      tcp,
      `${connected}
      25ms   power-off B
      30ms   A tells B one
      60ms   start B
      `,
    );
    expect(story).toBe(picture(`${connectedStory}\n70ms  A  CLOSED B reset`));
  });

  it('lets fly what had left, and takes what was on the way to it', () => {
    const story = storyOf(
      tcp,
      `${connected}
      25ms   A tells B one
      25ms   B tells A two
      26ms   power-off B
      `,
    );
    expect(story).toBe(
      picture(`${connectedStory}
      26ms  A ✗ B  one
      35ms  B → A  two`),
    );
  });

  it('leaves whoever dials without an answer, until the machine is back', () => {
    const silent = `${connected}\n5ms power-off B`;
    expect(storyOf(tcp, silent)).toBe('');
    expect(storyOf(tcp, `${silent}\n50ms start B`)).toBe('60ms  A  CLOSED B reset');
  });

  it('leaves no connection behind when the other end gives up', () => {
    const { world } = play(tcp, `${connected}\n25ms power-off B\n40ms A leaves B`);
    expect(world.network.connections.size).toBe(0);
    const both = play(tcp, `${connected}\n25ms power-off B\n26ms power-off A`);
    expect(both.world.network.connections.size).toBe(0);
  });

  it('is not found out by a mended link, only by a start', () => {
    const script = `${connected}\n25ms power-off B\n26ms cut A B\n40ms mend A B`;
    expect(storyOf(tcp, script)).toBe(picture(connectedStory));
    expect(storyOf(tcp, `${script}\n60ms start B`)).toBe(
      picture(`${connectedStory}\n70ms  A  CLOSED B reset`),
    );
  });

  it('behind a cut is found out when the machine is back and the link is mended', () => {
    const script = `${connected}\n25ms power-off B\n26ms cut A B\n40ms start B`;
    expect(storyOf(tcp, script)).toBe(picture(connectedStory));
    expect(storyOf(tcp, `${script}\n60ms mend A B`)).toBe(
      picture(`${connectedStory}\n70ms  A  CLOSED B reset`),
    );
  });

  it('ends a FIFO channel silently, too: peers hear of both ends of it at the next start', () => {
    const script = '0ms start A B C\n1ms B sends A one\n5ms power-off B\n6ms A sends B two';
    expect(storyOf({}, script)).toBe('11ms  B → A  one');
    expect(storyOf({}, `${script}\n20ms start B`)).toBe(
      picture(`
      11ms  B → A  one
      20ms  A  LINK_DOWN B
      20ms  C  LINK_DOWN B
      20ms  A  LINK_UP B
      20ms  C  LINK_UP B`),
    );
    // What an earlier life sent does not come into the new channel.
    expect(storyOf({}, `${script}\n8ms start B`)).not.toContain('one\n11ms');
    expect(storyOf({}, `0ms start A B\n1ms power-off B\n2ms cut A B\n3ms mend A B`)).toBe('');
  });

  it('keeps the datagrams that fly, and loses those that arrive in the dark', () => {
    const story = storyOf(
      { nature: 'datagram' },
      `
      0ms    start A B
      0ms    A sends B one
      5ms    B sends A two
      6ms    power-off B
      7ms    A sends B three
      12ms   start B
      `,
    );
    expect(story).toBe(
      picture(`
      10ms  A ✗ B  one
      15ms  B → A  two
      17ms  A → B  three`),
    );
  });
});

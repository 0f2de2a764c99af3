import { describe, expect, it } from 'vitest';
import { deflate } from './deflate.ts';
import { packRun, unpackRun } from './link.ts';

const run = {
  v: 1,
  scenario: { format: 'zooscope-scenario', title: '选举' },
  digest: '00ff',
  position: 61,
};

const codeOf = async (packed: string): Promise<string | undefined> => {
  const found = await unpackRun(packed);
  return 'code' in found ? found.code : undefined;
};

describe('a link', () => {
  it('gives back the run that was put into it', async () => {
    expect(await unpackRun(await packRun(run))).toEqual(run);
  });

  it('that is cut short or no link at all is said to be damaged', async () => {
    const packed = await packRun(run);
    expect(await codeOf(packed.slice(0, -8))).toBe('link-broken');
    expect(await codeOf('!!!')).toBe('link-broken');
    expect(await codeOf('')).toBe('link-broken');
    // What the browser says of it is not repeated: it is in English.
    expect(await unpackRun('!!!')).toMatchObject({ data: {} });
  });

  it('without what a run needs is said to be damaged', async () => {
    expect(await codeOf(await deflate(JSON.stringify({ ...run, position: -1 })))).toBe(
      'link-broken',
    );
    for (const position of [1e15, 0.5]) {
      expect(await codeOf(await packRun({ ...run, position }))).toBe('link-broken');
    }
    expect(await codeOf(await packRun({ ...run, behaviour: -1 }))).toBe('link-broken');
    expect(await codeOf(await deflate('null'))).toBe('link-broken');
  });

  it('of a newer version is said to be newer', async () => {
    expect(await codeOf(await packRun({ ...run, v: 2 }))).toBe('link-newer');
  });

  it('that unpacks to more than a megabyte is not unpacked', async () => {
    const bomb = await deflate(JSON.stringify({ ...run, scenario: 'a'.repeat(30_000_000) }));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codeOf(bomb)).toBe('link-large');
  });
});

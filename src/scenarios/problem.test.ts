import { describe, expect, it } from 'vitest';
import { LIMITS } from '../view/limits.ts';
import { loadText } from './load-text.ts';
import { problem } from './problem.ts';

const setup = { servers: [{ sid: 1 }], clients: [{ id: 101 }] };
const good = { format: 'zooscope-scenario', version: 1, model: 'zookeeper', seed: 1, setup };
const long = 'k'.repeat(LIMITS.treePath - 100);
const ofTree = (...paths: string[]) =>
  loadText({ ...good, setup: { ...setup, tree: paths.map((path) => ({ path })) } }).problems ?? [];

describe('what a message repeats of a file', () => {
  it.each([
    [[`/${long}/b`], /has no parent before it\. Put its parent first\.$/u],
    [[`/${long}`, `/${long}`], /is there already\. Remove this one\.$/u],
    [[`/${long}//b`], /caused by empty node name specified @\d+\. Change it\.$/u],
    [[`/${'\u0001'.repeat(3000)}`], /caused by invalid character @1\. Change it\.$/u],
  ])('is a part of a long path, and the rest of the sentence is whole', (paths, end) => {
    const [first, ...others] = ofTree(...paths);
    expect(others).toEqual([]);
    expect(first?.text).toMatch(end);
    expect(first?.text.length).toBeLessThan(LIMITS.shownPath + 100);
    for (const value of Object.values(first?.data ?? {}))
      expect(String(value).length).toBeLessThan(LIMITS.shownPath + 100);
  });

  it('is a part of a long zxid, log, or key', () => {
    const election = { ...good, model: 'election' };
    const server = (field: object) => ({
      ...election,
      setup: { profile: 'golden', servers: [{ sid: 1, ...field }] },
    });
    for (const file of [
      server({ zxid: long }),
      server({ log: long }),
      { ...server({}), steps: [{ id: 'a', until: { [long]: 1, [`${long}a`]: 1 } }] },
      { ...server({}), [long]: 1 },
    ]) {
      const [first] = loadText(file).problems ?? [];
      const whole = JSON.stringify(first);
      expect(whole).toContain('kkk');
      expect(whole.length).toBeLessThan(2000);
      expect(first?.text.length).toBeLessThan(LIMITS.shownPath + 400);
    }
  });

  it('is all of a list of names from which one is to be chosen, and means nothing to a pattern', () => {
    const known = Array.from({ length: 40 }, (_, i) => `name-${i}`).join(', ');
    const name = '$&'.repeat(200);
    const { text, data } = problem('x', [], `No "${name}"; there are ${known}.`, { name, known });
    expect(text).toContain(known);
    expect(data['known']).toBe(known);
    expect(text).toContain(`No "${'$&'.repeat(100)}…"`);
  });
});

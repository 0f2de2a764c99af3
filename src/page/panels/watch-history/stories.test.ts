import { describe, expect, it } from 'vitest';
import type { WatchMoment } from '../../../view/zookeeper-ask.ts';
import { filtered, storiesOf } from './stories.ts';

let step = 0;
const moment = (kind: WatchMoment['kind'], client: number, path: string, stays = false) => {
  step++;
  const zxid = { epoch: 0, counter: step };
  return { step, time: step, kind, client, path, what: '', table: 'data', zxid, stays } as const;
};
const kinds = (chapters: readonly { moment: WatchMoment }[]): string =>
  chapters.map((chapter) => chapter.moment.kind).join(' ');

describe('the story of a watch', () => {
  it('goes from set to fired, with what its client missed, to set again', () => {
    const fired = moment('fired', 101, '/a');
    const change = { zxid: fired.zxid, type: 'setData', path: '/a' };
    const gap = {
      step: fired.step,
      client: 101,
      path: '/a',
      again: 9,
      changes: [change],
      count: 1,
    };
    const [story] = storiesOf({
      standing: [{ client: 101, path: '/a', table: 'data', mode: 'STANDARD' }],
      moments: [moment('set', 101, '/a'), fired, moment('set', 101, '/a')],
      gaps: [gap],
    });
    expect(kinds(story?.chapters ?? [])).toBe('set fired set');
    expect(story?.chapters[1]?.gap).toBe(gap);
    expect(story?.standing).toHaveLength(1);
  });

  it('ends with its connection, where it stood; a persistent one stands after it has fired', () => {
    const moments = [
      moment('set', 101, '/fired'),
      moment('fired', 101, '/fired'),
      moment('set', 101, '/stays'),
      moment('fired', 101, '/stays', true),
      moment('set', 102, '/other'),
      moment('lost', 101, ''),
    ];
    const stories = storiesOf({ standing: [], moments, gaps: [] });
    const told = stories.map(({ path, chapters }) => `${path}: ${kinds(chapters)}`);
    expect(told).toEqual(['/stays: set fired lost', '/other: set', '/fired: set fired']);
  });

  it('is found by path and by client', () => {
    const moments = [moment('set', 101, '/app/x'), moment('set', 102, '/app/y')];
    const stories = storiesOf({ standing: [], moments, gaps: [] });
    expect(filtered(stories, 'y', null).map(({ path }) => path)).toEqual(['/app/y']);
    expect(filtered(stories, '/app', 101).map(({ path }) => path)).toEqual(['/app/x']);
  });
});

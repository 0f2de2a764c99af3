import { describe, expect, test } from 'vitest';
import { crowd, ensemble, voting } from './fixtures.ts';
import { everyShape, outline } from './testing/outline.ts';
import type { Shape } from './shape.ts';
import { collisions } from './testing/collisions.ts';
import { textBoxes } from './text-boxes.ts';
import { votePanel } from './votes.ts';
import { englishWords as words } from './words.ts';

describe('the vote panel', () => {
  test('has a row for every voter and says what decided', () => {
    const panel = votePanel(voting(), { words, width: 316, height: 440, selected: 4 });
    const told = outline(panel.shapes);
    expect(told).toContain('row-4\n    "S4"\n    "3"\n    "2"\n    "2·7"\n    "S1"\n');
    expect(told).toContain('row-3\n    "S3"\n    "crashed"\n');
    expect(told).toContain('"2·7 beats 2·5 by zxid"');
    expect(told).toContain('"sid not compared"');
    expect(told).toContain('S1: 2 votes, 3 needed');
    expect(panel.height).toBeLessThanOrEqual(440);
  });

  test('underlines the deciding field and greys the others', () => {
    const panel = votePanel(voting(), { words, width: 316, selected: 4 });
    const figure = panel.shapes.find((shape) => shape.key === 'comparison');
    const texts = everyShape(figure === undefined ? [] : [figure]).filter(
      (shape) => shape.type === 'text',
    );
    const classOf = (content: string): string | undefined =>
      texts.find((shape) => shape.text === content)?.className;
    expect(classOf('2·7')).toBe('l b');
    expect(classOf('2·5')).toBe('l');
    expect(classOf('S4')).toBe('m i3');
  });

  test('says where a zxid came from that nobody wrote, and keeps its height for it', () => {
    const frame = voting();
    const [server] = frame.detail.servers.filter(({ comparison }) => comparison !== null);
    const shown = (zxid: { epoch: number; counter: number }) => {
      const comparison = server?.comparison;
      if (server === undefined || comparison === null || comparison === undefined)
        throw new Error('nothing is compared');
      const servers = frame.detail.servers.map((one) =>
        one === server
          ? { ...one, comparison: { ...comparison, heard: { ...comparison.heard, zxid } } }
          : one,
      );
      const detail = { ...frame.detail, servers };
      return votePanel(
        { ...frame, detail },
        { words, width: 316, height: 440, selected: server.sid },
      );
    };
    const begun = shown({ epoch: 3, counter: 0 });
    const written = shown({ epoch: 3, counter: 1 });
    expect(outline(begun.shapes)).toContain('"3·0 begins epoch 3: nobody wrote it"');
    expect(outline(written.shapes)).not.toContain('nobody wrote it');
    expect(begun.height).toBe(written.height);
    expect(collisions(begun.shapes)).toEqual([]);
  });

  test('tells nothing that the question asks for', () => {
    const told = outline(
      votePanel(voting(), {
        words,
        width: 316,
        selected: 4,
        veil: [
          { pid: 4, field: 'vote' },
          { pid: 4, field: 'comparison' },
        ],
      }).shapes,
    );
    expect(told).toContain('row-4\n    "S4"\n    "3"\n    "?"\n    "?"\n    "?"\n');
    expect(told).not.toMatch(/beats|changed|kept/);
  });

  test('has rows of one height, however many are voted for', () => {
    const of = (votes: readonly number[]): string =>
      JSON.stringify(
        votePanel(
          ensemble(votes.map((leader, at) => `S${at + 1} LOOKING 1·0→S${leader}`).join(' | ')),
          { words, width: 316, height: 422 },
        )
          .shapes.filter((shape) => shape.key === 'tally')
          .map((shape) => shape.transform),
      );
    expect(of([1, 2, 3, 4, 5])).toBe(of([5, 5, 5, 5, 5]));
    const told = outline(
      votePanel(ensemble('S1 LOOKING 1·0→S1 | S2 LOOKING 1·0→S2 | S3 LOOKING 1·0→S3'), {
        words,
        width: 316,
        height: 422,
      }).shapes,
    );
    expect(told).toContain('"and 1 more"');
  });

  test('with a vote more than needed moves nothing, and no part is larger than its whole', () => {
    const votes = (last: string): string =>
      `S1 LOOKING 1·0→S5 | S2 LOOKING 1·0→S5 | S3 LOOKING 1·0→S5 | S4 LOOKING 1·0→${last} | S5 LOOKING 1·0→S4`;
    const drawn = (last: string): readonly Shape[] =>
      votePanel(ensemble(votes(last)), { words, width: 316, height: 422 }).shapes;
    const place = (last: string): string | undefined =>
      everyShape(drawn(last)).find(({ key }) => key === 'tally-5')?.transform;
    expect(outline(drawn('S5'))).toContain('"+1"');
    expect(outline(drawn('S5'))).not.toMatch(/"\d\/\d"/);
    expect(place('S5')).toBe(place('S4'));
    const more = textBoxes(drawn('S5')).find(({ text }) => text === '+1');
    expect((more?.x ?? Infinity) + (more?.width ?? 0)).toBeLessThanOrEqual(316);
  });

  test('of an observer says that it has no vote, instead of comparing', () => {
    const frame = voting();
    const observed = frame.detail.servers.map((server) =>
      server.sid === 4 ? { ...server, observer: true } : server,
    );
    const told = outline(
      votePanel(
        { ...frame, detail: { ...frame.detail, servers: observed } },
        {
          words,
          width: 316,
          selected: 4,
        },
      ).shapes,
    );
    expect(told).toContain('"S4 observes: it has no vote"');
    expect(told).not.toMatch(/changed|kept/);
  });

  test('of eleven servers keeps within its height by closer rows', () => {
    const panel = votePanel(crowd(11, 0), { words, width: 316, height: 440 });
    expect(panel.height).toBeLessThanOrEqual(470);
    expect(collisions(panel.shapes.slice(0, 1))).toEqual([]);
  });
});

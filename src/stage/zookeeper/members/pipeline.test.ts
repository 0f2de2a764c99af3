import { describe, expect, it } from 'vitest';
import { everyShape } from '../../testing/outline.ts';
import type { Drawing } from '../../shape.ts';
import { collisions } from '../../testing/collisions.ts';
import { inEnglish } from '../../words.ts';
import { zookeeperWords } from '../words.ts';
import { broadcast } from './fixtures.ts';
import { memberPipeline } from './pipeline.ts';

const words = inEnglish(zookeeperWords);

const drawn = (sid: number, height = 84): Drawing => {
  const server = broadcast().detail.servers.find(({ pid }) => pid === sid);
  if (server === undefined) throw new Error(`no server ${sid}`);
  const options = { words, claimOf: () => null, moved: null, reducedMotion: false };
  return memberPipeline(server, { width: 900, height }, options);
};

const buttons = ({ shapes }: Drawing) => everyShape(shapes).filter(({ role }) => role === 'button');

describe('the pipeline of a member', () => {
  it('is that of its role: only a leader prepares', () => {
    expect(buttons(drawn(3)).map(({ key }) => key)).toEqual([
      'stage-prep',
      'stage-commit',
      'stage-final',
      'stage-sync',
      'stage-flush',
    ]);
    expect(buttons(drawn(1)).map(({ key }) => key)).toEqual([
      'stage-commit',
      'stage-final',
      'stage-sync',
      'stage-flush',
    ]);
  });

  it('is pressed to run until a request stands there, at this server', () => {
    expect(buttons(drawn(1))[0]?.action).toEqual({
      until: { atStage: { stage: 'commit', server: 1 } },
    });
  });

  it.each([68, 84, 240])('is legible at a height of %i', (height) => {
    for (const sid of [1, 3]) {
      const drawing = drawn(sid, height);
      expect(collisions(drawing.shapes)).toEqual([]);
      const wide = everyShape(drawing.shapes).flatMap((one) =>
        one.type === 'rect' ? [one.width] : [],
      );
      expect(Math.min(...wide)).toBeGreaterThan(20);
    }
  });
});

import { expect, it } from 'vitest';
import { laneHeads } from '../time/spacetime-heads.ts';
import { spacetimeRoom } from '../time/spacetime-room.ts';
import { textsIn } from '../testing/members-drawn.ts';
import { group } from '../shape.ts';
import { inEnglish } from '../words.ts';
import { broadcast } from './members/fixtures.ts';
import { zookeeperNotes } from './notes.ts';
import { zookeeperWords } from './words.ts';

it('beside a lane stands what its newest transaction did, and what a client asked, as far as there is room', () => {
  const frame = broadcast();
  const notes = zookeeperNotes(frame);
  expect(notes.get(101)).toMatchObject({ label: 'CONNECTED', about: 'setData /app/x' });
  const words = inEnglish(zookeeperWords);
  const heads = (width: number): string[] => {
    const room = spacetimeRoom([], frame, { width, height: 200, pace: 1000 });
    return textsIn(group([...laneHeads(frame.processes, room, { words, notes })]));
  };
  expect(heads(1400).join(' ')).toContain('setData /app/x');
  expect(heads(390).join(' ')).not.toContain('setData');
});

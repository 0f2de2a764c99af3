import { expect, it } from 'vitest';
import { ensembleLayout } from '../../stage/ensemble-layout.ts';
import { ensemble, messages } from '../../stage/fixtures.ts';
import { messageSizes } from '../../stage/messages.ts';
import { Motion } from './motion.ts';

const layout = ensembleLayout([1, 2, 3, 4, 5], { width: 976, height: 482 });

/** Each server's vote to each other one, at the beginning of its way. */
const votes = [1, 2, 3, 4, 5].flatMap((from) =>
  [1, 2, 3, 4, 5]
    .filter((to) => to !== from)
    .map((to) => `S${from}>S${to} vote "2·7 → S${from}" S${from} ${(from * 5 + to * 3) % 40}%`),
);

const crowd = () => {
  const frame = ensemble(
    [1, 2, 3, 4, 5].map((sid) => `S${sid} LOOKING 2·7→S${sid} [2·7]`).join(' | '),
    { messages: messages(votes.join('\n')) },
  );
  const sizes = messageSizes(frame.messages, {});
  const motion = new Motion();
  motion.show(frame, layout, sizes, true);
  const last = Math.max(...frame.messages.map(({ arrivesAt }) => arrivesAt));
  const ticks = Array.from({ length: 400 }, (_, i) => frame.time + ((last - frame.time) * i) / 400);
  return { frame, sizes, motion, ticks };
};

it('asks to be drawn again exactly when a label differs from the one that is drawn', () => {
  const { frame, motion, ticks } = crowd();
  let drawn = [...motion.drawRound([], frame.time).levels];
  let asked = 0;
  for (const now of ticks) {
    if (!motion.place(now)) continue;
    const levels = [...motion.drawRound([], now).levels];
    expect(levels).not.toEqual(drawn);
    drawn = levels;
    asked++;
  }
  expect(asked).toBeGreaterThan(3);
  expect(asked).toBeLessThan(ticks.length / 4);
});

it('draws what the animation found: to look again at the same moment moves nothing', () => {
  const { frame, motion, ticks } = crowd();
  motion.drawRound([], frame.time);
  for (const now of ticks) {
    motion.place(now);
    const moves = motion.moves(now);
    motion.drawRound([], now);
    expect(motion.moves(now)).toEqual(moves);
  }
});

it('places again what has other words beside it', () => {
  const { frame, motion } = crowd();
  const before = [...motion.drawRound([], frame.time).places];
  const [x = 0, y = 0] = before;
  const words = [{ x: x - 60, y: y - 20, width: 120, height: 40 }];
  expect([...motion.drawRound(words, frame.time).places]).not.toEqual(before);
});

it('says what each message takes where it was placed, not where its lane is', () => {
  const { frame, sizes, motion } = crowd();
  const { places, levels, nudges } = motion.drawRound([], frame.time);
  expect(nudges.some((nudge) => nudge !== 0)).toBe(true);
  const boxes = motion.boxes();
  expect(boxes).toHaveLength(sizes.length);
  boxes.forEach((box, i) => {
    expect(box.x + box.width / 2).toBeCloseTo(places[i * 2] ?? Number.NaN);
    expect(box.y + box.height / 2).toBeCloseTo(places[i * 2 + 1] ?? Number.NaN);
    const { full = 0, short = 0 } = sizes[i] ?? {};
    expect(box.width).toBe([full, short, 20][levels[i] ?? 3]);
  });
});

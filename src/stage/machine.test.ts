import { expect, it } from 'vitest';
import type { MachineView } from '../view/inspect.ts';
import { machineDiagram } from './machine.ts';
import { collisions } from './testing/collisions.ts';
import { textBoxes } from './text-boxes.ts';
import { englishWords } from './words.ts';

const view = (current: string, events: readonly string[]): MachineView => ({
  id: 'commit',
  current,
  states: ['idle', 'idle.synchronization', ...events.map((_, i) => `next${i}`)].map((path) => ({
    path,
    parent: path.includes('.') ? 'idle' : null,
    initial: path === 'idle',
  })),
  transitions: events.map((event, i) => ({ from: 'idle', to: `next${i}`, event, guard: null })),
});

it('what leads to a state in brief is written whole, in two lines where it has to be', () => {
  const events = ['something is committed', 'the owner’s sign is too old', 'knows more'];
  const words = {
    ...englishWords,
    machine: { ...englishWords.machine, event: (name: string) => name },
  };
  for (const count of [1, 2, 3]) {
    for (const current of ['idle', 'idle.synchronization']) {
      const said = events.slice(0, count);
      const { shapes, width, height } = machineDiagram(view(current, said), {
        words,
        width: 264,
        brief: true,
      });
      const boxes = textBoxes(shapes);
      expect(boxes.map(({ text }) => text).join(' ')).not.toContain('…');
      for (const word of said.join(' ').split(' '))
        expect(boxes.some(({ text }) => text.split(' ').includes(word))).toBe(true);
      expect(collisions(shapes)).toEqual([]);
      for (const box of boxes) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      }
    }
  }
});

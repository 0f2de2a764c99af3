// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { endOf, wallsOf } from '../../../stage/drawn-wall.ts';
import type { WallEnd } from '../../../stage/drawn-wall.ts';
import { ensembleLayout } from '../../../stage/ensemble-layout.ts';
import { ensemble } from '../../../stage/fixtures.ts';
import { linkShapes } from '../../../stage/links.ts';
import { englishWords } from '../../../stage/words.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { Pid } from '../../../view/time.ts';
import { Shapes } from '../../draw/shapes.tsx';
import { useSim } from '../../sim/store.ts';
import { shown } from '../../testing/shown.tsx';
import { useDrawnLine } from './drawn-line.ts';
import { useWallEnds } from './use-wall-ends.tsx';

const done: Intervention[] = [];
/** Those of them that belong to the act before. */
const goOn: Intervention[] = [];
vi.mock('../../sim/actions.ts', () => ({
  intervene: async (what: Intervention, _: unknown, how: { goesOn?: boolean } = {}) => {
    done.push(what);
    if (how.goesOn === true) goOn.push(what);
    return { problem: null, happened: [] };
  },
}));
// Without a browser nothing is laid out: a pointer's place is that in the drawing.
vi.mock('./line-drawn.tsx', async (own) => ({
  ...(await own<object>()),
  pointIn: (_: unknown, { clientX, clientY }: { clientX: number; clientY: number }) => ({
    x: clientX,
    y: clientY,
  }),
}));
const captured = new Set<number>();
Object.assign(Element.prototype, {
  setPointerCapture: (id: number) => captured.add(id),
  hasPointerCapture: (id: number) => captured.has(id),
});

const layout = ensembleLayout([1, 2, 3, 4, 5], { width: 620, height: 480 });
const whole = ensemble('S1 LOOKING | S2 LOOKING | S3 LEADING | S4 FOLLOWING | S5 FOLLOWING');
const parted = (few: readonly Pid[], many: readonly Pid[]): Frame => ({
  ...whole,
  partition: [few, many],
  links: few.flatMap((a) =>
    many.flatMap((b) =>
      [
        [a, b],
        [b, a],
      ].map(([from = a, to = b]) => ({
        from,
        to,
        cut: true,
        latency: null,
        loss: 0,
        duplication: 0,
      })),
    ),
  ),
});

/** The links, the wall, and its ends, as a stage has them. */
const Partition = ({ frame }: { frame: Frame }) => {
  const drawn = useDrawnLine(layout);
  const ends = useWallEnds(frame, layout, drawn);
  return (
    <>
      <svg>
        <Shapes shapes={linkShapes(frame, layout, { words: englishWords, drawn })} />
        {ends.drawn}
      </svg>
      <p role="status">{ends.told}</p>
    </>
  );
};

const CUT = parted([1, 2], [3, 4, 5]);
const partition = async (frame: Frame) => {
  const view = await shown(<Partition frame={frame} />);
  const ends = view.queryAllByRole('button', { name: /end of the wall$/u });
  return {
    view,
    ends,
    first: ends[0] ?? document.body,
    said: () => view.getByRole('status').textContent,
  };
};
const placeOf = (end: Element): string | null => end.getAttribute('transform');
const drag = (end: Element, x: number, y: number): void => {
  const pointer = { pointerId: 1, button: 0, isPrimary: true };
  fireEvent.pointerDown(end, pointer);
  fireEvent.pointerMove(end, { ...pointer, clientX: x, clientY: y });
};

beforeEach(() => {
  done.splice(0);
  goOn.splice(0);
  captured.clear();
  useSim.setState({ run: useSim.getState().run + 1, recorded: false });
});

it('a wall has two ends with names of their own; without a wall there are none', async () => {
  const { ends } = await partition(CUT);
  expect(new Set(ends.map((one) => one.getAttribute('aria-label'))).size).toBe(2);
  expect(document.querySelectorAll('.wall')).toHaveLength(1);
  expect((await partition(whole)).ends).toEqual([]);
});

it('nothing can be moved in what has happened elsewhere', async () => {
  useSim.setState({ recorded: true });
  expect((await partition(CUT)).ends).toEqual([]);
});

it('a pointer drags an end: it says what that would cut and mend, and does it when let go', async () => {
  const { first, said } = await partition(CUT);
  // Away from everybody: the wall no longer parts anything.
  const other = wallsOf(CUT, layout).held?.at(-1) ?? { x: 0, y: 0 };
  drag(first, other.x, other.y + 12);
  expect(said()).toMatch(/^Cuts no more links, mends [1-6] · Esc/u);
  expect(done).toEqual([]);
  expect(document.querySelector('.cut-line')).not.toBeNull();
  fireEvent.pointerUp(first, { pointerId: 1 });
  await waitFor(() => expect(done.map(({ kind }) => kind)).toEqual(['mend-links']));
  await waitFor(() => expect(said()).toBe(''));
});

it('a pointer that only presses an end changes nothing', async () => {
  const { first, said } = await partition(CUT);
  fireEvent.pointerDown(first, { pointerId: 1, button: 0, isPrimary: true });
  fireEvent.pointerUp(first, { pointerId: 1 });
  expect(said()).toBe('');
  expect(done).toEqual([]);
});

it('the arrow keys move an end, Enter does it, and the page’s own keys hear nothing', async () => {
  const heard: string[] = [];
  const hear = (event: KeyboardEvent): void => void heard.push(event.key);
  window.addEventListener('keydown', hear);
  const { first, said } = await partition(CUT);
  const stood = placeOf(first);
  // To where its other end is: there it parts nothing any more.
  const [at, to] = ['first', 'last'].map((end) =>
    endOf(wallsOf(CUT, layout).held ?? [], end as WallEnd),
  );
  const walk = (way: number, back: string, forth: string): void => {
    for (let left = Math.abs(way); left >= 10; left -= left >= 50 ? 50 : 10)
      fireEvent.keyDown(first, { key: way < 0 ? back : forth, shiftKey: left >= 50 });
  };
  walk((to?.x ?? 0) - (at?.x ?? 0), 'ArrowLeft', 'ArrowRight');
  walk((to?.y ?? 0) - (at?.y ?? 0), 'ArrowUp', 'ArrowDown');
  expect(placeOf(first)).not.toBe(stood);
  expect(said()).not.toBe('');
  expect(done).toEqual([]);
  fireEvent.keyDown(first, { key: 'Enter' });
  await waitFor(() => expect(done).not.toEqual([]));
  expect(done.every(({ kind }) => kind === 'cut-links' || kind === 'mend-links')).toBe(true);
  // What is added comes first.
  expect(done.map(({ kind }) => kind)).toEqual(done.map(({ kind }) => kind).toSorted());
  expect(heard).toEqual([]);
  window.removeEventListener('keydown', hear);
});

it('what a move cuts and what it mends is one act', async () => {
  const { first, said } = await partition(CUT);
  const found = (): boolean => /^Cuts [1-9].*mends [1-9]/u.test(said());
  // Somewhere on the stage is a place where the end would do both.
  for (let x = 20; x < 600 && !found(); x += 40)
    for (let y = 20; y < 460 && !found(); y += 40) drag(first, x, y);
  expect(said()).toMatch(/^Cuts [1-9].*mends [1-9]/u);
  fireEvent.pointerUp(first, { pointerId: 1 });
  await waitFor(() => expect(done.map(({ kind }) => kind)).toEqual(['cut-links', 'mend-links']));
  expect(goOn.map(({ kind }) => kind)).toEqual(['mend-links']);
});

it('Escape puts an end back, and so does leaving it', async () => {
  const { first, said } = await partition(CUT);
  const stood = placeOf(first);
  fireEvent.keyDown(first, { key: 'ArrowLeft' });
  expect(placeOf(first)).not.toBe(stood);
  fireEvent.keyDown(window, { key: 'Escape' });
  await waitFor(() => expect(placeOf(first)).toBe(stood));
  fireEvent.keyDown(first, { key: 'ArrowLeft' });
  fireEvent.blur(first);
  expect(placeOf(first)).toBe(stood);
  expect(said()).toBe('');
  fireEvent.keyDown(first, { key: 'Enter' });
  expect(done).toEqual([]);
});

it('an end stays on the stage', async () => {
  const { first } = await partition(CUT);
  drag(first, -400, 9000);
  expect(placeOf(first)).toBe('translate(10 470)');
});

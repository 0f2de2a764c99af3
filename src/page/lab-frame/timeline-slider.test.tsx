// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { ensemble } from '../../stage/fixtures.ts';
import { useSim } from '../sim/store.ts';
import { shown } from '../testing/shown.tsx';
import { TimelineSlider } from './timeline-slider.tsx';

const sought: number[] = [];
vi.mock('../sim/seeking.ts', () => ({ seekTo: (position: number) => sought.push(position) }));

const at = (position: number, length: number): void => {
  const frame = ensemble('S1 LOOKING | S2 LOOKING');
  useSim.setState({ frame: { ...frame, position, length }, lesson: null });
};

beforeEach(() => sought.splice(0));

const slider = async () =>
  (await shown(<TimelineSlider />)).getByRole('slider', { name: 'Timeline' });

it('has the keys of a slider: by one, by a tenth, to either end, and never beyond', async () => {
  at(30, 200);
  const timeline = await slider();
  const keys = [
    'ArrowRight',
    'ArrowUp',
    'ArrowLeft',
    'ArrowDown',
    'PageUp',
    'PageDown',
    'Home',
    'End',
  ];
  for (const key of keys) expect(fireEvent.keyDown(timeline, { key })).toBe(false);
  expect(sought).toEqual([31, 31, 29, 29, 50, 10, 0, 200]);
});

it('does not lead beyond either end, and leaves other keys and shortcuts alone', async () => {
  at(0, 0);
  const timeline = await slider();
  for (const key of ['ArrowLeft', 'ArrowRight']) fireEvent.keyDown(timeline, { key });
  expect(sought).toEqual([0, 0]);
  for (const event of [
    { key: 'a' },
    { key: 'ArrowRight', ctrlKey: true },
    { key: 'End', altKey: true },
  ]) {
    expect(fireEvent.keyDown(timeline, event)).toBe(true);
  }
  expect(sought).toEqual([0, 0]);
});

it('says where the run stands, in events and time', async () => {
  at(30, 200);
  const timeline = await slider();
  expect(timeline.getAttribute('aria-valuenow')).toBe('30');
  expect(timeline.getAttribute('aria-valuemax')).toBe('200');
  expect(timeline.getAttribute('aria-valuetext')).toContain('30');
});

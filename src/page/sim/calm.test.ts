// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Frame } from '../../view/frame.ts';
import { useCalmFrame, useLookedFrame, waitFor } from './calm.ts';
import { useSim } from './store.ts';
import { sweep } from './sweep.ts';

// Nothing else of a frame matters here.
const frame = (branch: number, position: number): Frame => ({ branch, position }) as Frame;
const shown = { run: 1, frame: frame(0, 10) };

describe('the frame of the views', () => {
  it('waits while a run plays, so that the views are drawn some times a second', () => {
    const next = { run: 1, frame: frame(0, 11), playing: true, speed: 1 };
    expect(waitFor(shown, next, 0)).toBeGreaterThan(16);
    expect(waitFor(shown, next, 20)).toBe(waitFor(shown, next, 0) - 20);
    expect(waitFor(shown, next, 1000)).toBe(0);
    expect(waitFor(shown, { ...next, speed: 50 }, 0)).toBeGreaterThan(waitFor(shown, next, 0));
  });

  it('is the present one when the run stands still', () => {
    expect(waitFor(shown, { run: 1, frame: frame(0, 11), playing: false, speed: 1 }, 0)).toBe(0);
  });

  it('is never of another run, of another branch or of a later place', () => {
    expect(waitFor(shown, { run: 2, frame: frame(0, 11), playing: true, speed: 1 }, 0)).toBe(0);
    expect(waitFor(shown, { run: 1, frame: frame(1, 11), playing: true, speed: 1 }, 0)).toBe(0);
    expect(waitFor(shown, { run: 1, frame: frame(0, 9), playing: true, speed: 1 }, 0)).toBe(0);
    expect(waitFor(shown, { run: 1, frame: null, playing: true, speed: 1 }, 0)).toBe(0);
  });

  it('waits where a person sweeps through the run, to and fro, but for no other branch', () => {
    const back = { run: 1, frame: frame(0, 9), playing: false, speed: 1, swept: true };
    expect(waitFor(shown, back, 0)).toBeGreaterThan(100);
    expect(waitFor(shown, { ...back, frame: frame(0, 11) }, 0)).toBeGreaterThan(100);
    expect(waitFor(shown, back, 1000)).toBe(0);
    expect(waitFor(shown, { ...back, frame: frame(1, 9) }, 0)).toBe(0);
  });
});

describe('while a person sweeps through the run', () => {
  afterEach(() => act(() => sweep.letGo()));
  const frames = () => renderHook(() => ({ calm: useCalmFrame(), looked: useLookedFrame() }));
  const to = (branch: number, position: number): void =>
    act(() => useSim.setState({ frame: frame(branch, position), playing: false }));

  it('what lists its events stays where the sweep began, and comes when it is over', () => {
    to(0, 10);
    const { result } = frames();
    expect(result.current.looked?.position).toBe(10);
    sweep.hold();
    for (const position of [20, 5, 30]) to(0, position);
    expect(result.current.looked?.position).toBe(10);
    act(() => sweep.letGo());
    expect(result.current.looked?.position).toBe(30);
    expect(result.current.calm?.position).toBe(30);
  });

  it('another branch is there at once', () => {
    to(0, 10);
    const { result } = frames();
    sweep.hold();
    to(1, 20);
    expect(result.current.looked?.branch).toBe(1);
    expect(result.current.calm?.branch).toBe(1);
  });
});

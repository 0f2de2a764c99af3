import { describe, expect, it } from 'vitest';
import type { Frame } from '../../view/frame.ts';
import { waitFor } from './calm.ts';

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
});

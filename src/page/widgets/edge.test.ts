import { describe, expect, it } from 'vitest';
import { edgeKeyed, limited } from './edge.tsx';

const sized = { size: 300, least: 220, most: 420 };

describe('a movable edge', () => {
  it('goes with the arrows along its way, and to its limits', () => {
    expect(edgeKeyed('ArrowRight', true, 1, sized)).toBe(316);
    expect(edgeKeyed('ArrowLeft', true, 1, sized)).toBe(284);
    expect(edgeKeyed('Home', true, 1, sized)).toBe(220);
    expect(edgeKeyed('End', true, 1, sized)).toBe(420);
  });

  it('takes from what stands after it as it goes on', () => {
    expect(edgeKeyed('ArrowDown', false, -1, sized)).toBe(284);
    expect(edgeKeyed('ArrowUp', false, -1, sized)).toBe(316);
  });

  it('leaves other keys alone, the arrows across its way too', () => {
    expect(edgeKeyed('ArrowUp', true, 1, sized)).toBeNull();
    expect(edgeKeyed('ArrowLeft', false, -1, sized)).toBeNull();
    expect(edgeKeyed(' ', true, 1, sized)).toBeNull();
  });

  it('keeps within limits, and to the least where they leave no room', () => {
    expect(limited(500, 220, 420)).toBe(420);
    expect(limited(100, 220, 420)).toBe(220);
    expect(limited(300, 220, 180)).toBe(220);
  });
});

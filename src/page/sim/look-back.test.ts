import { describe, expect, it } from 'vitest';
import type { Frame } from '../../view/frame.ts';
import { wayBack } from './look-back.ts';
import { EMPTY, NO_PREDICTION } from './store.ts';

const at = (branch: number, position: number) => ({
  ...EMPTY,
  frame: { branch, position } as Frame,
  prediction: { ...NO_PREDICTION, lookedBackFrom: { branch: 0, position: 40 } },
});

describe('the way back from the moment that refutes an option', () => {
  it('leads to where the question was answered', () => {
    expect(wayBack(at(0, 12))).toBe(40);
  });

  it('is gone where the run stands there again, and where it has gone another way', () => {
    expect(wayBack(at(0, 40))).toBeNull();
    expect(wayBack(at(1, 12))).toBeNull();
    expect(wayBack({ ...at(0, 12), prediction: NO_PREDICTION })).toBeNull();
  });
});

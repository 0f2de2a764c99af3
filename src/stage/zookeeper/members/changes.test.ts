import { describe, expect, it } from 'vitest';
import { membersChange } from './changes.ts';
import { ensemble } from './fixtures.ts';

describe('what changed in an ensemble', () => {
  const at = (s2: string, state = 'FOLLOWING') =>
    ensemble({ members: [`S1 ${state} 2 knows 1·4: 1·4`, `S2 LEADING 2 knows ${s2}: 1·4 1·5`] });

  it('is a state, then a cell that is new, safe, committed or taken', () => {
    expect(membersChange(at('1·4'), at('1·5', 'LOOKING'))).toEqual({ what: 'state', pid: 1 });
    expect(membersChange(at('1·4'), at('1·5'))).toEqual({ what: 'cell', pid: 2, zxid: '1·5' });
    expect(membersChange(at('1·4'), at('1·4'))).toBeNull();
    expect(membersChange(at('1·4'), { ...at('1·5'), branch: 1 })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { OpenedFile } from '../../../view/opened-files.ts';
import { nameSays } from './names.ts';

const zxid = { epoch: 1, counter: 17 };
const base = { size: 1, problem: null, version: 2, dbid: 0 };
const digest = { state: 'none', compared: 0, at: null } as const;
const snapshot = (name: string): OpenedFile => ({
  ...base,
  kind: 'snapshot',
  name,
  nodes: 1,
  sessions: 0,
  zxid,
  digest,
});

describe('a file’s name', () => {
  it('is what its content says, or the content has the last word', () => {
    expect(nameSays(snapshot('snapshot.100000011'))).toBeNull();
    expect(nameSays(snapshot('log.1'))).toBe('snapshot.100000011');
    expect(nameSays({ ...base, kind: 'nothing', name: 'myid' })).toBeNull();
  });
});

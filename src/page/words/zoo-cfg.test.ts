import { expect, it } from 'vitest';
import { ALL_KEYS, wordsOf } from '../../zoo-cfg/other-keys.ts';
import { CFG_CODES } from '../../zoo-cfg/note.ts';
import { cfg } from './en/setup.ts';
import { zooCfg } from './en/zoo-cfg.ts';

it('explains every key of a zoo.cfg, and no other', () => {
  const keys = new Set(ALL_KEYS.map(wordsOf));
  expect(Object.keys(zooCfg.keys).toSorted()).toEqual([...keys].toSorted());
});

it('has words for every remark on a zoo.cfg, and no other', () => {
  expect(Object.keys(cfg.note).toSorted()).toEqual([...CFG_CODES].toSorted());
});

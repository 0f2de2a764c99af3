import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import { ensemble } from '../../../stage/fixtures.ts';
import { words } from '../../words/en/labs.ts';
import { electionUntil } from './until.ts';

const t = createTranslator({ locale: 'en', messages: words, namespace: 'panels.until' });
const kinds = electionUntil(ensemble('S1 LOOKING | S2 LOOKING'), t);
const build = (id: string, values: Readonly<Record<string, string>>): unknown =>
  kinds.find((kind) => kind.id === id)?.build(values);

it('builds a condition from each kind of question', () => {
  expect(build('leader', {})).toEqual({ leader: 'any' });
  expect(build('no-leader', {})).toEqual({ leader: 'none' });
  expect(build('state', { pid: '2', state: 'FOLLOWING' })).toEqual({
    state: { pid: 2, is: 'FOLLOWING' },
  });
  expect(build('zxid', { pid: '1', zxid: '2.7' })).toEqual({ zxid: { pid: 1, atLeast: '2·7' } });
  expect(build('quiet', {})).toEqual({ quiet: true });
});

it('names the field that is wrong', () => {
  expect(build('zxid', { pid: '1', zxid: 'seven' })).toMatchObject({ wrong: 'zxid' });
});

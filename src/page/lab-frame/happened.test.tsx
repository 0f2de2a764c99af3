// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { ensemble } from '../../stage/fixtures.ts';
import type { Fact } from '../../view/fact.ts';
import { EMPTY, useSim } from '../sim/store.ts';
import { shown } from '../testing/shown.tsx';
import { Happened } from './happened.tsx';

const healed: Fact = { step: 60, time: 19_000, pid: null, rule: 'healed', cause: null, data: {} };

beforeEach(() => {
  const frame = ensemble('S1 LOOKING | S2 LOOKING');
  useSim.setState({ ...EMPTY, frame, happened: [healed] });
});

const sentence = async (since: number | null): Promise<string> => {
  useSim.setState({ question: since === null ? null : { since, veil: [] } });
  await shown(<Happened />);
  return document.querySelector('.happened')?.textContent ?? '';
};

it('says what has happened; not what an open question asks for, until it is answered', async () => {
  const told = await sentence(null);
  expect(told).toContain('healed');
  expect(await sentence(18_999)).toBe('What has happened since is told once you have answered.');
  // The call itself is told: it is what is asked about.
  expect(await sentence(19_000)).toBe(told);
});

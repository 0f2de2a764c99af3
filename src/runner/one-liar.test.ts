/** What crash faults are not: one acceptor of three that breaks its word is enough for two values. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadText } from '../scenarios/load-text.ts';
import { playAll } from '../scenarios/play-all.ts';
import type { Scenario } from '../view/scenario.ts';

function file(): Scenario<'paxos'> {
  const path = `${import.meta.dirname}/../../fixtures/byzantine/one-lying-acceptor.json`;
  const { scenario } = loadText(JSON.parse(readFileSync(path, 'utf8')));
  if (scenario?.model !== 'paxos') throw new TypeError('no scenario of Paxos');
  return scenario;
}

const accepted = ({ trace }: ReturnType<typeof playAll>) =>
  trace.flatMap(({ facts }) => facts.filter(({ rule }) => rule === 'accepted'));

it('one acceptor that forgets its promise has Paxos choose two values', () => {
  const played = playAll(file());
  expect(played.expectations.map(({ ok }) => ok)).toEqual([true]);
  // Every other one has kept to the rules: it alone accepted below what it had promised.
  const liars = accepted(played).filter(
    ({ data }) => Number(data['ballot']) < Number(data['promised']),
  );
  expect(liars.map(({ pid }) => pid)).toEqual([2]);
});

it('with its promise kept, the same messages have one value chosen', () => {
  const { setup, ...rest } = file();
  const honest = playAll({ ...rest, breaks: [], setup: { ...setup, broken: [] } });
  expect(honest.violations).toEqual([]);
  expect(honest.expectations.map(({ ok }) => ok)).toEqual([false]);
  const values = accepted(honest).map(({ pid, data }) => [pid, data['value']]);
  expect(values).toEqual([
    [2, 'Y'],
    [3, 'Y'],
    [1, 'X'],
  ]);
});

import { describe, expect, test } from 'vitest';
import type { RecipesSetup } from '../../../view/recipes-setup.ts';
import { recipeOf, runOf } from './catalogue.ts';
import { contrastIn } from './contrasts.ts';
import type { ContrastOption } from './contrasts.ts';

const setupOf = (id: string): RecipesSetup => {
  const found = recipeOf(id);
  if (found === undefined) throw new RangeError(id);
  return runOf(found).setup;
};

/** The set-up with the other way, and back again. */
const turned = (setup: RecipesSetup, option: ContrastOption): RecipesSetup => {
  const contrast = contrastIn(setup);
  if (contrast === undefined) throw new RangeError('it has no other way');
  return contrast.as(setup, option);
};

describe('one thing in two ways', () => {
  test('consumers of a registry can have a fixed list of the same providers, and nobody asks a server', () => {
    const setup = setupOf('registry');
    const fixed = turned(setup, 'fixedList');
    expect(fixed.clients.map(({ program }) => program)).toEqual([
      ...Array.from({ length: 4 }, () => 'unregistered'),
      'fixed-caller',
      'fixed-caller',
      // Those who may be added: their names stand in no file.
      'unregistered',
      'unregistered',
    ]);
    expect(fixed.clients[5]?.values).toEqual({ list: ['P1', 'P2', 'P3', 'P4'], times: 600 });
    expect(fixed.servers.every(({ startMs }) => startMs === null)).toBe(true);
    expect(fixed.clients.map(({ id, name, startMs }) => [id, name, startMs])).toEqual(
      setup.clients.map(({ id, name, startMs }) => [id, name, startMs]),
    );
    const back = turned(fixed, 'registry');
    expect(back.clients.map(({ program }) => program)).toEqual(
      setup.clients.map(({ program }) => program),
    );
    expect(back.servers).toEqual(setup.servers);
  });

  test('a fixed list becomes a registry whose servers start', () => {
    const setup = setupOf('fixed-list');
    expect(contrastIn(setup)?.of(setup)).toBe('fixedList');
    const asked = turned(setup, 'registry');
    expect(asked.servers).toEqual([{ sid: 1 }]);
    expect(contrastIn(asked)?.of(asked)).toBe('registry');
  });

  test('a storage compares tokens or takes every write', () => {
    const setup = setupOf('fenced-lock');
    expect(contrastIn(setup)?.of(setup)).toBe('fenced');
    const open = turned(setup, 'unfenced');
    expect(contrastIn(open)?.of(open)).toBe('unfenced');
    expect(turned(open, 'fenced')).toEqual(setup);
  });

  test('items of a queue last, or go with their producer', () => {
    const setup = setupOf('work-queue');
    const ephemeral = turned(setup, 'ephemeral');
    expect(ephemeral).toEqual(setupOf('lost-items'));
    expect(turned(ephemeral, 'lasting')).toEqual(setup);
  });

  test('a lock that is a single node has nothing of the kind', () => {
    expect(contrastIn(setupOf('exclusive-lock'))).toBeUndefined();
  });
});

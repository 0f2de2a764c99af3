import { expect, it } from 'vitest';
import { EMPTY } from './store.ts';
import { isCold, isPosed, openedAs } from './opened.ts';
import type { Opened } from './opened.ts';
import { voting } from '../../stage/fixtures.ts';

const opened: Opened = {
  preset: 'leader-crashes',
  scenario: {
    format: 'zooscope-scenario',
    version: 1,
    model: 'election',
    seed: 1,
    setup: { profile: 'golden', servers: [] },
  },
  posed: { branch: 0, position: 7 },
};
const at = (branch: number, position: number) => ({
  ...EMPTY,
  opened,
  frame: { ...voting(), branch, position },
});

it('a run stands where it opened until something moves it', () => {
  expect(isPosed(at(0, 7))).toBe(true);
  expect(isPosed({ ...at(0, 7), playing: true })).toBe(false);
  expect(isPosed(at(0, 8))).toBe(false);
  expect(isPosed(at(0, 6))).toBe(false);
  expect(isPosed(at(1, 7))).toBe(false);
});

it('its sentence stays with the run until something else is said', () => {
  expect(openedAs(at(0, 7))).toBe('leader-crashes');
  expect(openedAs(at(0, 9))).toBe('leader-crashes');
  expect(openedAs(at(0, 6))).toBeNull();
  expect(openedAs(at(1, 7))).toBeNull();
});

it('a run that opened at its beginning has no such moment', () => {
  expect(isPosed({ ...at(0, 0), opened: { ...opened, posed: null } })).toBe(false);
  expect(isPosed({ ...at(0, 0), opened: null })).toBe(false);
  expect(isCold(at(0, 0))).toBe(true);
});

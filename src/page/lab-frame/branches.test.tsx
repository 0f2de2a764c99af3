// @vitest-environment happy-dom
import { fireEvent, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { ensemble } from '../../stage/fixtures.ts';
import type { Command } from '../../view/command.ts';
import type { BranchView } from '../../view/frame.ts';
import { useSim } from '../sim/store.ts';
import { shown } from '../testing/shown.tsx';
import type { Locale } from '../words/words.ts';
import { Branches } from './branches.tsx';

const asked: Command[] = [];
vi.mock('../sim/session.ts', () => ({
  onFrame: () => () => undefined,
  request: async (command: Command) => {
    asked.push(command);
    return { problem: null, happened: [] };
  },
}));

const branch = (id: number, parent: number | null, forkPosition: number): BranchView => ({
  id,
  parent,
  forkPosition,
  forkTime: forkPosition * 1000,
  length: forkPosition + 40,
});

/** Their ids are those of the worker; what a reader sees are numbers in the order in which they began. */
const TREE = [branch(0, null, 0), branch(3, 0, 12), branch(7, 3, 31)];

const tree = async (branches: readonly BranchView[], at: number, locale: Locale = 'en') => {
  const frame = { ...ensemble('S1 LOOKING | S2 LOOKING'), branch: at };
  useSim.setState({ frame, branches, playing: true });
  return shown(<Branches />, locale);
};

beforeEach(() => asked.splice(0));

it('is not there while the run has never been left', async () => {
  const view = await tree(TREE.slice(0, 1), 0);
  expect(view.queryByRole('button')).toBeNull();
});

it('names the branch on the stage, and from which event each other one went its own way', async () => {
  const view = await tree(TREE, 3);
  fireEvent.click(view.getByRole('button', { name: 'Branch: Branch 2' }));
  const menu = within(await view.findByRole('menu'));
  expect(menu.getAllByRole('menuitem').map((one) => one.textContent)).toEqual([
    'Branch 1',
    '✓Branch 2, from event 12',
    'Branch 3, from event 31',
  ]);
});

it('leads to the end of a branch by a press, and the run stands there', async () => {
  const view = await tree(TREE, 0);
  fireEvent.click(view.getByRole('button', { name: 'Branch: Branch 1' }));
  fireEvent.click(await view.findByRole('menuitem', { name: 'Branch 3, from event 31' }));
  await waitFor(() => expect(asked).toEqual([{ type: 'branch', id: 7 }]));
  expect(useSim.getState().playing).toBe(false);
  await waitFor(() => expect(view.queryByRole('menu')).toBeNull());
});

it('by keyboard: Escape changes nothing, the arrows walk from branch to branch, Enter chooses', async () => {
  const view = await tree(TREE, 7);
  const open = async (): Promise<readonly HTMLElement[]> => {
    fireEvent.click(view.getByRole('button', { name: 'Branch: Branch 3' }));
    return view.findAllByRole('menuitem');
  };
  const press = (at: HTMLElement | undefined, key: string): void => {
    fireEvent.keyDown(at ?? document.body, { key });
    fireEvent.keyUp(at ?? document.body, { key });
  };
  const walksTo = (one: HTMLElement | undefined) =>
    waitFor(() => expect(one?.getAttribute('data-focused')).toBe('true'));
  press((await open())[0], 'Escape');
  await waitFor(() => expect(view.queryByRole('menu')).toBeNull());
  expect(asked).toEqual([]);
  const [first, second] = await open();
  await walksTo(first);
  press(first, 'ArrowDown');
  await walksTo(second);
  press(second, 'Enter');
  await waitFor(() => expect(asked).toEqual([{ type: 'branch', id: 3 }]));
});

it('is told in Chinese, too', async () => {
  const view = await tree(TREE, 3, 'zh-CN');
  const button = view.getByRole('button');
  expect(button.getAttribute('aria-label')).toBe('分支: 分支 2');
});

// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LIMITS } from '../../../view/limits.ts';
import { shown } from '../../testing/shown.tsx';
import { CommandLine } from './command-line.tsx';
import type { Completion } from './completing.ts';
import { LineHistory } from './line-history.ts';

const typing = async (known: readonly string[], completion: Completion | null = null) => {
  const run: string[] = [];
  const asked: string[] = [];
  const screen = await shown(
    <CommandLine
      name="zkCli command"
      prompt="[zk: 0]"
      history={new LineHistory(known)}
      onLine={(line) => {
        run.push(line);
        return Promise.resolve();
      }}
      onComplete={(line, cursor) => {
        asked.push(`${line}|${cursor}`);
        return Promise.resolve(completion);
      }}
    />,
  );
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'zkCli command' });
  return {
    screen,
    field,
    run,
    asked,
    type: (value: string) => fireEvent.change(field, { target: { value } }),
    /** Whether the page keeps the key. */
    press: (key: string, more = {}) => fireEvent.keyDown(field, { key, ...more }),
    paste: (text: string) => fireEvent.paste(field, { clipboardData: { getData: () => text } }),
  };
};

it('Up and Down look through what was typed, and come back to what was being typed', async () => {
  const { field, type, press, run } = await typing(['ls /', 'get /a']);
  type('stat');
  press('ArrowUp');
  expect(field.value).toBe('get /a');
  press('ArrowUp');
  press('ArrowUp');
  expect(field.value).toBe('ls /');
  press('ArrowDown');
  press('ArrowDown');
  expect(field.value).toBe('stat');
  press('Enter');
  expect(run).toEqual(['stat']);
  expect(field.value).toBe('');
  press('ArrowUp');
  expect(field.value).toBe('stat');
});

it('Tab completes, and offers what there is where there are several', async () => {
  const several = { from: 3, candidates: ['/app', '/apple'] };
  const { screen, field, type, press, asked } = await typing([], several);
  type('ls /a');
  field.setSelectionRange(5, 5);
  expect(press('Tab')).toBe(false);
  await waitFor(() => expect(field.value).toBe('ls /app'));
  expect(asked).toEqual(['ls /a|5']);
  field.setSelectionRange(7, 7);
  press('Tab');
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('/app/apple'));
});

it('Escape gives Tab back to the page; so do an empty field, and a word that is being composed', async () => {
  const { type, press, asked, run } = await typing([]);
  expect(press('Tab')).toBe(true);
  type('ls');
  press('Escape');
  expect(press('Tab')).toBe(true);
  expect(press('Enter', { isComposing: true })).toBe(true);
  expect(asked).toEqual([]);
  expect(run).toEqual([]);
});

it('pasted lines run one by one, the last waits; too many are refused', async () => {
  const { screen, field, run, paste, type } = await typing([]);
  paste('create /a\ncreate /b\nls');
  await waitFor(() => expect(run).toEqual(['create /a', 'create /b']));
  expect(field.value).toBe('ls');
  paste('ls /\n'.repeat(LIMITS.pastedLines + 1));
  expect(screen.getByRole('alert').textContent).toContain(LIMITS.pastedLines.toLocaleString('en'));
  expect(run).toHaveLength(2);
  type('ls /a');
  expect(screen.queryByRole('alert')).toBeNull();
});

it('complains of one thing at a time, and of nothing that is over', async () => {
  const { screen, field, run, paste, type, press } = await typing([]);
  type('x'.repeat(LIMITS.lineCharacters + 1));
  expect(screen.getAllByRole('alert')).toHaveLength(1);
  // One alone, or this would find two.
  paste('ls /\n'.repeat(LIMITS.pastedLines + 1));
  expect(screen.getByRole('alert').textContent).toContain(LIMITS.pastedLines.toLocaleString('en'));
  type('x'.repeat(LIMITS.lineCharacters + 1));
  expect(screen.getByRole('alert').textContent).not.toContain(
    LIMITS.pastedLines.toLocaleString('en'),
  );
  expect(field.value).toBe('');
  type('ls /');
  paste('ls /\n'.repeat(LIMITS.pastedLines + 1));
  press('Enter');
  await waitFor(() => expect(run).toEqual(['ls /']));
  expect(screen.queryByRole('alert')).toBeNull();
});

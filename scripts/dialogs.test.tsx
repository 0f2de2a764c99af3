// @vitest-environment happy-dom
/** The dialogs that ask the simulation, with the simulation behind them. */
import { fireEvent, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ShareDialog } from '../src/page/lab-frame/share-dialog.tsx';
import { fiveServers } from '../src/page/labs/election/initial.ts';
import { blankDraft } from '../src/page/labs/recipes/editor/draft.ts';
import { ProgramEditor } from '../src/page/labs/recipes/editor/program-editor.tsx';
import { recipesPresets } from '../src/page/labs/recipes/presets.ts';
import { unpackRun } from '../src/page/share/link.ts';
import { endSession, request, startSession } from '../src/page/sim/session.ts';
import { useSim } from '../src/page/sim/store.ts';
import { shown } from '../src/page/testing/shown.tsx';
import { Session } from '../src/runner/session.ts';
import type { Scenario } from '../src/view/scenario.ts';
import { simulateHere } from './testing/simulation-worker.ts';

beforeEach(simulateHere);
afterEach(() => {
  endSession();
  vi.unstubAllGlobals();
});

it('the link that is copied opens the same run at the same moment', async () => {
  startSession('election');
  await request({ type: 'open', scenario: fiveServers });
  await request({ type: 'intervene', at: 0, what: { kind: 'kill', pid: 5 } });
  await request({ type: 'seek', position: 40 });
  const { digest } = await request({ type: 'save' });
  const copied: string[] = [];
  vi.stubGlobal('navigator', {
    clipboard: {
      writeText: (text: string) => {
        copied.push(text);
        return Promise.resolve();
      },
    },
  });
  const screen = await shown(
    <ShareDialog lab="election" title="Election" onClose={() => undefined} />,
  );
  const dialog = within(await screen.findByRole('dialog', { name: 'Share this run' }));
  const field = dialog.getByRole<HTMLInputElement>('textbox', { name: 'Link to this run' });
  await waitFor(() => expect(field.value).not.toBe(''));
  fireEvent.click(dialog.getByRole('button', { name: 'Copy' }));
  await dialog.findByRole('button', { name: 'Copied' });
  expect(copied).toEqual([field.value]);
  const [, packed = ''] = field.value.split('run=');
  const run = await unpackRun(packed);
  if (!('scenario' in run)) throw new Error(run.code);
  expect(run).toMatchObject({ digest, position: useSim.getState().frame?.position });
  const again = new Session();
  await again.handle({ type: 'open', scenario: run.scenario });
  await again.handle({ type: 'seek', position: run.position });
  expect((await again.handle({ type: 'save' })).answer.digest).toBe(digest);
});

it('a program that says what cannot be is told line by line, and opens once it is mended', async () => {
  startSession('recipes');
  const present = recipesPresets[0].from as Scenario<'recipes'>;
  await request({ type: 'open', scenario: present });
  let closed = 0;
  const first = blankDraft(3);
  const screen = await shown(
    <ProgramEditor first={first} present={present} onClose={() => closed++} />,
  );
  const dialog = within(await screen.findByRole('dialog'));
  const steps = dialog.getByRole<HTMLTextAreaElement>('textbox', { name: 'Steps' });
  const type = (text: string) => fireEvent.change(steps, { target: { value: text } });
  const alert = () => dialog.getByRole('alert').textContent;
  type(first.text.replace('+ goto held', '+ goto nowhere').replace('release lock', 'release {'));
  fireEvent.click(dialog.getByRole('button', { name: 'Open' }));
  // What cannot be read is told first; what it means, once it can be.
  await waitFor(() => expect(alert()).toBe('One line is wrong.'));
  expect(dialog.getByRole('button', { name: /^Line 7: this is no step/u })).toBeTruthy();
  type(first.text.replace('+ goto held', '+ goto nowhere'));
  const line = await dialog.findByRole('button', { name: /^Line 2: .*nowhere/u });
  fireEvent.click(line);
  expect(steps.value.slice(steps.selectionStart, steps.selectionEnd)).toBe('+ goto nowhere');
  expect(closed).toBe(0);
  type(first.text);
  await waitFor(() => expect(alert()).toBe(''));
  fireEvent.click(dialog.getByRole('button', { name: 'Open' }));
  await waitFor(() => expect(closed).toBe(1));
  const { scenario } = await request({ type: 'save' });
  const { setup } = scenario as Scenario<'recipes'>;
  expect(setup.clients.map(({ program }) => program)).toEqual(['mine', 'mine', 'mine']);
});

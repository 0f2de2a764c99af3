// @vitest-environment happy-dom
/** The set-up dialogs with the simulation behind them, as the page has it: by messages alone. */
import { fireEvent, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fiveServers } from '../src/page/labs/election/initial.ts';
import { ElectionSetUp } from '../src/page/labs/election/set-up/set-up.tsx';
import { fiveMembers } from '../src/page/labs/paxos/initial.ts';
import { PaxosSetUp } from '../src/page/labs/paxos/set-up/set-up.tsx';
import { shown } from '../src/page/testing/shown.tsx';
import { Session } from '../src/runner/session.ts';
import type { Answer, Command } from '../src/view/command.ts';
import type { ScenarioFile } from '../src/view/scenario.ts';

const opened = async (SetUp: typeof ElectionSetUp, present: ScenarioFile) => {
  const session = new Session();
  const scenarios: unknown[] = [];
  const send = async (command: Command): Promise<Answer> => {
    if (command.type === 'open') scenarios.push(command.scenario);
    return (await session.handle(command)).answer;
  };
  const screen = await shown(
    <SetUp
      present={present}
      acts={{ send }}
      onOpened={() => scenarios.push('opened')}
      onClose={() => undefined}
    />,
  );
  const dialog = within(await screen.findByRole('dialog'));
  return {
    dialog,
    scenarios,
    press: (name: string) => fireEvent.click(dialog.getByRole('button', { name })),
    type: (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } }),
    alert: () => dialog.getByRole('alert').textContent,
  };
};

it('values that cannot be are refused at their fields, each until it is mended', async () => {
  const { dialog, scenarios, press, type, alert } = await opened(ElectionSetUp, fiveServers);
  const second = within(dialog.getByRole('group', { name: 'Server 2' }));
  // A label holds its field's error, too.
  const field = (name: string) =>
    second.getByRole('textbox', { name: new RegExp(`^${name}`, 'u') });
  type(field('sid'), '1');
  type(field('currentEpoch'), '-1');
  type(field('zxid'), 'seven');
  const seed = dialog.getByRole('textbox', { name: 'Seed' });
  type(seed, '1.5');
  press('Open');
  await waitFor(() => expect(alert()).toBe('4 values need attention.'));
  expect(scenarios).toEqual([]);
  const said = (name: string): string | null => {
    const ids = field(name).getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => document.querySelector(`[id="${id}"]`)?.textContent ?? '').join('');
  };
  expect(said('sid')).toBe('Server 1 is there twice. Give one of them another sid.');
  expect(said('zxid')).toContain('Write epoch·counter');
  type(field('sid'), '2');
  await waitFor(() => expect(alert()).toBe('3 values need attention.'));
  type(field('currentEpoch'), '2');
  type(field('zxid'), '2·7');
  type(seed, '7');
  await waitFor(() => expect(alert()).toBe(''));
  press('Open');
  await waitFor(() => expect(scenarios).toHaveLength(2));
  expect(scenarios).toMatchObject([
    { seed: 7, setup: { servers: [{ sid: 1 }, { sid: 2, zxid: '2·7' }, {}, {}, {}] } },
    'opened',
  ]);
});

it('a rule that the simulation alone knows is told at the field that breaks it', async () => {
  const { dialog, press, type, alert } = await opened(ElectionSetUp, fiveServers);
  for (const remove of dialog.getAllByRole('button', { name: /^Remove server/ })) {
    fireEvent.click(remove);
  }
  press('Open');
  await waitFor(() => expect(alert()).toBe('1 value needs attention.'));
  expect(dialog.getByText('An ensemble needs at least one server. Add one.')).toBeTruthy();
  press('Add a server');
  await waitFor(() => expect(alert()).toBe(''));
  const one = within(dialog.getByRole('group', { name: 'Server 1' }));
  type(one.getByRole('textbox', { name: 'sid' }), '300');
  press('Open');
  await waitFor(() => expect(alert()).toBe('1 value needs attention.'));
  expect(dialog.getByText('This must be 255 or less, but is 300. Change it.')).toBeTruthy();
});

it('a pasted zoo.cfg that no ensemble starts with cannot be opened, and says why', async () => {
  const { dialog, scenarios, type } = await opened(ElectionSetUp, fiveServers);
  const text = dialog.getByRole('textbox', { name: 'zoo.cfg' });
  type(text, 'initLimit=ten\nsyncLimit=5\nserver.1=a:2888:3888');
  expect(dialog.getByText(/initLimit needs a number/)).toBeTruthy();
  const button = dialog.getByRole('button', { name: /^Open/ });
  fireEvent.click(button);
  expect(scenarios).toEqual([]);
  const servers = [1, 2, 3].map((sid) => `server.${sid}=h${sid}:2888:3888`).join('\n');
  type(text, `initLimit=10\nsyncLimit=5\n${servers}`);
  fireEvent.click(dialog.getByRole('button', { name: 'Open the 3 servers of this zoo.cfg' }));
  await waitFor(() => expect(scenarios).toHaveLength(2));
  expect(scenarios[0]).toMatchObject({ setup: { servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }] } });
});

it('a group of processes has its rules to switch off, and opens with them', async () => {
  const { dialog, scenarios, press, type, alert } = await opened(PaxosSetUp, fiveMembers);
  const first = within(dialog.getByRole('group', { name: 'Proposer 1' }));
  const value = first.getByRole('textbox', { name: 'Value' });
  type(value, '');
  press('Open');
  await waitFor(() => expect(alert()).toBe('1 value needs attention.'));
  type(value, '12%');
  await waitFor(() => expect(alert()).toBe(''));
  fireEvent.click(dialog.getByRole('checkbox', { name: /Half of the acceptors/ }));
  press('Open');
  await waitFor(() => expect(scenarios).toHaveLength(2));
  expect(scenarios[0]).toMatchObject({ model: 'paxos', setup: { broken: ['half-is-quorum'] } });
});

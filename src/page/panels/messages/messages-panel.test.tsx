// @vitest-environment happy-dom
import { fireEvent, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ensemble, messages } from '../../../stage/fixtures.ts';
import type { MessageView } from '../../../view/frame.ts';
import type { Intervention } from '../../../view/intervention.ts';
import { shown } from '../../testing/shown.tsx';
import { MessagesPanel } from './messages-panel.tsx';

const frame = ensemble('S1 LOOKING | S2 LOOKING | S3 LOOKING', {
  messages: messages(`
    S1>S2 vote "2·7 → S1" S1 10%
    S3>S2 vote "2·7 → S3" S3 90%`),
});
const [first, second] = frame.messages.map(({ id }) => id);

const panel = async (change: (message: MessageView) => MessageView) => {
  const done: Intervention[] = [];
  const chosen: number[] = [];
  const answered = Promise.resolve({ problem: null, happened: [] });
  const screen = await shown(
    <MessagesPanel
      frame={{ ...frame, messages: frame.messages.map(change) }}
      selected={null}
      routine={false}
      onShowRoutine={() => undefined}
      acts={{
        send: () => answered,
        seek: () => answered,
        intervene: (what) => {
          done.push(what);
          return answered;
        },
        select: (what) => {
          if (what.kind === 'message') chosen.push(what.id);
        },
      }}
      pile={null}
      onOpenPile={() => undefined}
    />,
  );
  const list = screen.getByRole('list', { name: 'Messages in flight' });
  const rows = within(list).getAllByRole('listitem');
  return { rows, done, chosen };
};

const button = (row: HTMLElement | undefined, name: string): HTMLElement =>
  within(row ?? document.body).getByRole('button', { name });

it('lists what arrives first first, and by a press each message is delivered, held or chosen', async () => {
  const { rows, done, chosen } = await panel((message) => message);
  expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual([
    expect.stringContaining('from S3 to S2'),
    expect.stringContaining('from S1 to S2'),
  ]);
  fireEvent.click(button(rows[0], 'Deliver now'));
  fireEvent.click(button(rows[1], 'Hold'));
  fireEvent.click(within(rows[1] ?? document.body).getAllByRole('button')[0] ?? document.body);
  expect(done).toEqual([
    { kind: 'deliver', message: second },
    { kind: 'hold', message: first },
  ]);
  expect(chosen).toEqual([first]);
});

it('TCP neither drops nor repeats: the buttons are there, do nothing, and say why', async () => {
  const { rows, done } = await panel((message) => message);
  for (const name of ['Drop', 'Duplicate']) {
    const one = button(rows[0], name);
    expect(one.getAttribute('aria-disabled')).toBe('true');
    const reason = document.querySelector(`[id="${one.getAttribute('aria-describedby')}"]`);
    expect(reason?.textContent).toContain('TCP loses or repeats nothing inside a connection');
    fireEvent.click(one);
  }
  expect(done).toEqual([]);
});

it('datagrams are dropped and doubled; what is held is released', async () => {
  const { rows, done } = await panel((message) => ({
    ...message,
    nature: 'datagram',
    status: 'held',
  }));
  fireEvent.click(button(rows[0], 'Drop'));
  fireEvent.click(button(rows[0], 'Duplicate'));
  fireEvent.click(button(rows[0], 'Release'));
  expect(done.map(({ kind }) => kind)).toEqual(['drop', 'duplicate', 'release']);
});

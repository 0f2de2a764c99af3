import { expect, it } from 'vitest';
import type { MessageView } from '../../../view/frame.ts';
import { inFlight } from './order.ts';

const message = (id: number, arrivesAt: number, more: Partial<MessageView> = {}): MessageView => ({
  id,
  from: 1,
  to: 2,
  kind: 'notification',
  shape: 'vote',
  claim: 1,
  label: '2·7 → S1',
  short: 'S1',
  sentAt: 0,
  leftAt: 0,
  arrivesAt,
  status: 'flying',
  nature: 'tcp',
  routine: false,
  piled: 0,
  ...more,
});

const ids = (messages: MessageView[], routine = false): number[] =>
  inFlight(messages, routine).map((one) => one.id);

it('lists messages as they arrive, and those of one instant as they were sent', () => {
  expect(ids([message(3, 20), message(2, 10), message(1, 20)])).toEqual([2, 1, 3]);
});

it('leaves out what was lost, and pings unless they are asked for', () => {
  const messages = [
    message(1, 5, { status: 'lost' }),
    message(2, 6, { routine: true }),
    message(3, 7),
  ];
  expect(ids(messages)).toEqual([3]);
  expect(ids(messages, true)).toEqual([2, 3]);
});

it('keeps a held message where it was', () => {
  expect(ids([message(2, 20), message(1, 10, { status: 'held' })])).toEqual([1, 2]);
});

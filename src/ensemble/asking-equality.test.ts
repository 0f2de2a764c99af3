/** A client's lines to processes outside run as XState itself does, row by row. */
import { expect, it } from 'vitest';
import { missedInStories, pick } from '../kernel/machine/testing/stories.ts';
import type { Make } from '../kernel/machine/testing/stories.ts';
import { askingMachine } from '../clients/asking-machine.ts';
import { bootClient, edit } from '../clients/client.ts';
import type { Client } from '../clients/client.ts';
import { asksOf, question } from '../clients/questions.ts';
import type { Program } from '../clients/program.ts';
import { configOf } from './config.ts';

/** Asks again when it is told, and ends in the end. */
const persistent: Program<number> = {
  name: 'persistent',
  initial: 0,
  next: (state, input) => {
    if (input.kind !== 'reply') return { state };
    if (state > 20) return { state, exit: true };
    const to = state % 3 === 0 ? 'T' : 'S';
    const request = { op: 'read' } as const;
    const timeoutMs = state % 2 === 0 ? 0 : 1000;
    return { state: state + 1, calls: [{ kind: 'ask', to, request, timeoutMs }] };
  },
};

it('a client’s lines', () => {
  const { clients } = configOf(
    {
      servers: [{ sid: 1 }],
      clients: [{ id: 101, program: 'persistent' }],
      outside: [
        { id: 301, name: 'S', kind: 'storage' },
        { id: 302, name: 'T', kind: 'storage' },
      ],
    },
    { persistent: persistent as Program },
  );
  const config = clients.get(101);
  if (config === undefined) throw new TypeError('no client');
  const io = { now: 0, setTimer: () => undefined, explaining: false, did: () => undefined };
  const asking = edit(bootClient(config));
  for (const to of ['S', 'T', 'S'])
    question(asking, { io } as never, asking.calls++, {
      to,
      request: { op: 'read' },
      timeoutMs: 2000,
    });
  const make: Make<Client> = (random, type, s) => {
    const line = pick(random, [...asksOf(s).lines, { connection: 99, pid: 301 }]);
    const call = pick(random, [...asksOf(s).questions, { call: 77 }]).call;
    return {
      connection: line.connection,
      from: line.pid,
      reason: 'reset',
      message: {
        type,
        id: call,
        op: 'read',
        reply: { err: 'OK', value: 'A' },
      },
    };
  };
  const snapshot = ({ config: _config, ...rest }: Client): unknown => rest;
  expect(
    missedInStories(askingMachine, { boots: [asking as Client], count: 40, make, snapshot }),
  ).toEqual([]);
});

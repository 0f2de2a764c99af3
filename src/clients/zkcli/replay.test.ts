import { expect, it } from 'vitest';
import type { CallResult } from '../calls.ts';
import { begin, resume } from './running.ts';
import { newSession } from './session.ts';

const children = (...names: string[]): CallResult => ({
  err: 'OK',
  zxid: { epoch: 0, counter: 1 },
  body: { kind: 'children', children: names, stat: null },
});
const done: CallResult = {
  err: 'OK',
  zxid: { epoch: 0, counter: 2 },
  body: { kind: 'multi', results: [] },
};

it('a command goes on from a record that was kept, as often as one likes', () => {
  const first = begin(newSession(), 'deleteall /a', 'CONNECTED', []);
  if (first.running === null) throw new Error('it asks for the children first');
  const second = resume(first.running, 'CONNECTED', [children('b')]);
  if (second.running === null) throw new Error('and for the children of the child');
  // Its generator has moved on: another one is taken through what the record holds.
  const kept = structuredClone(second.running);
  const ends = [second.running, second.running, kept].map((running) =>
    resume(running, 'CONNECTED', [children()]),
  );
  for (const { doings } of ends) {
    expect(doings).toEqual([
      {
        do: 'call',
        call: {
          kind: 'request',
          request: {
            op: 'multi',
            ops: ['/a/b', '/a'].map((path) => ({ op: 'delete', path, version: -1 })),
          },
        },
      },
    ]);
  }
  const [{ running } = second] = ends;
  if (running === null || running === undefined) throw new Error('it waits for the multi');
  expect(resume(running, 'CONNECTED', [done])).toMatchObject({ running: null, exits: false });
});

import { describe, expect, it, vi } from 'vitest';
import { num, record, Writer } from '../../view/codec.ts';
import type { Codec } from '../../view/codec.ts';
import type { Answer, Request, Response } from '../../view/command.ts';
import type { Frame } from '../../view/frame.ts';
import { Connection } from './connection.ts';
import type { Arrived } from './connection.ts';
import { working } from './work.ts';

vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 1));
vi.stubGlobal('cancelAnimationFrame', (timer: NodeJS.Timeout) => clearTimeout(timer));

/** A frame of which only the position matters here. */
const codec = record<{ position: number }>({ position: num }) as unknown as Codec<Frame>;
const ok: Answer = { problem: null, happened: [] };

const setUp = () => {
  const asked: Request[] = [];
  const shown: { position: number | null; answers: readonly Arrived[] }[] = [];
  const failures: string[] = [];
  const listeners: Record<string, (event: never) => void> = {};
  const worker = {
    postMessage: (message: Request) => asked.push(message),
    addEventListener: (type: string, listener: (event: never) => void) => {
      listeners[type] = listener;
    },
    terminate: () => undefined,
  };
  const connection = new Connection(
    worker,
    codec,
    (frame, answers) => shown.push({ position: frame?.position ?? null, answers }),
    (message) => failures.push(message),
  );
  const writer = new Writer();
  const respond = (id: number, position: number): void => {
    writer.number(position);
    const { buffer, strings } = writer.take();
    const data: Response = { id, answer: ok, frame: buffer, strings };
    listeners['message']?.({ data } as never);
  };
  const die = (message: string): void => listeners['error']?.({ message } as never);
  return { connection, asked, shown, failures, respond, die };
};

describe('Connection', () => {
  it('gives each question its own answer, and only the newest frame of an animation frame', async () => {
    const { connection, asked, shown, respond } = setUp();
    const both = [
      connection.ask({ type: 'step', by: 1, all: false }),
      connection.ask({ type: 'step', by: 1, all: false }),
    ];
    expect(working()).toBe(true);
    for (const { id } of asked) respond(id, id * 10);
    await Promise.all(both);
    expect(shown.map((one) => [one.position, one.answers.length])).toEqual([[20, 2]]);
    expect(working()).toBe(false);
  });

  it('refuses what is open, and what comes later, when the worker dies', async () => {
    const { connection, failures, die } = setUp();
    const answer = connection.ask({ type: 'save' });
    die('out of memory');
    await expect(answer).rejects.toThrow('out of memory');
    await expect(connection.ask({ type: 'save' })).rejects.toThrow('out of memory');
    expect(failures).toEqual(['out of memory']);
    expect(working()).toBe(false);
  });
});

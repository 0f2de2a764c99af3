import { describe, expect, it, vi } from 'vitest';
import { num, record, str } from '../../view/codec.ts';
import type { Codec } from '../../view/codec.ts';
import type { Answer, Request, Response, Stop, Working } from '../../view/command.ts';
import type { Foretold } from '../../view/foretold.ts';
import type { Frame } from '../../view/frame.ts';
import { Writer } from '../../view/packing.ts';
import { Connection } from './connection.ts';
import type { Arrived } from './connection.ts';
import { working } from './work.ts';

vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 1));
vi.stubGlobal('cancelAnimationFrame', (timer: NodeJS.Timeout) => clearTimeout(timer));

/** A frame of which only the position matters here, and a word as new as it is. */
const some = record<{ position: number; word: string }>({ position: num, word: str() });
const codec = some as unknown as Codec<Frame>;
const word = (position: number): string => `word ${position}`;
const ok: Answer = { problem: null, happened: [] };

const foretold = (position: number): Foretold => {
  const writer = new Writer();
  some.write(writer, { position, word: word(position) });
  const { buffer, strings } = writer.take();
  return { answer: ok, numbers: [...new Float64Array(buffer)], strings, pace: 1 };
};
/** Some animation frames pass. */
const frames = () => new Promise((resolve) => setTimeout(resolve, 10));
const later = (): [Promise<Foretold>, (told: Foretold) => void] => {
  let tell = (_told: Foretold): void => undefined;
  const promise = new Promise<Foretold>((resolve) => {
    tell = resolve;
  });
  return [promise, tell];
};

/** @param strings how many the worker's dictionary may hold */
const setUp = (strings = 1000) => {
  const asked: Request[] = [];
  const shown: { position: number | null; answers: readonly Arrived[] }[] = [];
  const failures: string[] = [];
  const long: (number | null)[] = [];
  const stops: Stop[] = [];
  const listeners: Record<string, (event: never) => void> = {};
  const worker = {
    postMessage: (message: Request | Stop) =>
      'stop' in message ? stops.push(message) : asked.push(message),
    addEventListener: (type: string, listener: (event: never) => void) => {
      listeners[type] = listener;
    },
    terminate: () => undefined,
  };
  const connection = new Connection(
    worker,
    codec,
    (frame, answers) => {
      if (frame !== null)
        expect(frame).toEqual({ position: frame.position, word: word(frame.position) });
      shown.push({ position: frame?.position ?? null, answers });
    },
    (message) => failures.push(message),
    (so) => long.push(so?.steps ?? null),
  );
  const writer = new Writer({ strings, characters: 1000 });
  const respond = (id: number, position: number | null, answer = ok): void => {
    if (position !== null) some.write(writer, { position, word: word(position) });
    const data: Response = { id, answer, frame: position === null ? null : writer.take() };
    listeners['message']?.({ data } as never);
  };
  const works = (id: number, steps: number): void => {
    const data: Working = { working: { id, steps } };
    listeners['message']?.({ data } as never);
  };
  const die = (message: string): void => listeners['error']?.({ message } as never);
  return { connection, asked, shown, failures, long, stops, respond, works, die };
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

  it('hands on the moment that a person has gone to as soon as it comes, once an animation frame', async () => {
    const { connection, shown, respond } = setUp();
    const seek = (position: number) => connection.ask({ type: 'seek', position });
    const positions = (): (number | null)[] => shown.map((one) => one.position);
    void seek(1);
    respond(1, 1);
    expect(positions()).toEqual([1]);
    // What comes before the next animation frame waits for it, and the newest is shown alone.
    void seek(2);
    respond(2, 2);
    const third = seek(3);
    respond(3, 3);
    expect(positions()).toEqual([1]);
    await third;
    expect(positions()).toEqual([1, 3]);
    await frames();
    void connection.ask({ type: 'step', by: 1, all: false });
    respond(4, 4);
    expect(positions()).toEqual([1, 3, 4]);
    expect(working()).toBe(false);
  });

  it('lets wait what nobody has gone to, and a moment that another is asked for after', async () => {
    const { connection, shown, respond } = setUp();
    const advance = connection.ask({ type: 'advance', until: 1 });
    respond(1, 1);
    expect(shown).toEqual([]);
    await advance;
    const passed = connection.ask({ type: 'seek', position: 2 });
    const newest = connection.ask({ type: 'seek', position: 3 });
    respond(2, 2);
    expect(shown).toHaveLength(1);
    // It brings along what came before it and was not handed on yet.
    respond(3, 3);
    expect(shown.map((one) => [one.position, one.answers.length])).toEqual([
      [1, 1],
      [3, 2],
    ]);
    await Promise.all([passed, newest]);
    await frames();
    expect(shown).toHaveLength(2);
  });

  it('reads a frame whose answer came with later ones in another dictionary that nobody sees', async () => {
    const { connection, asked, shown, failures, respond } = setUp(1);
    const step = connection.ask({ type: 'step', by: 1, all: false });
    const ahead = [1, 2, 3].map(() => connection.ask({ type: 'advance', until: 1 }));
    // What was computed ahead is taken back: of all that comes, the first is shown.
    const act = connection.ask({ type: 'intervene', at: 1, what: { kind: 'heal' } });
    for (const { id } of asked) respond(id, id === 5 ? null : id);
    await Promise.all([step, ...ahead, act]);
    expect(shown.map((one) => one.position)).toEqual([1]);
    const next = connection.ask({ type: 'step', by: 1, all: false });
    respond(6, 6);
    await next;
    expect(shown.map((one) => one.position)).toEqual([1, 6]);
    expect(failures).toEqual([]);
  });

  it('tells at once what is foretold, and not again when the worker says it', async () => {
    const { connection, asked, shown, respond } = setUp();
    const open = connection.ask({ type: 'open', scenario: null }, Promise.resolve(foretold(7)));
    await expect(open).resolves.toEqual(ok);
    expect(shown.map((one) => one.position)).toEqual([7]);
    // The simulation is still on its way, and what is asked meanwhile waits for it.
    expect(connection.busy).toBe(true);
    const step = connection.ask({ type: 'step', by: 1, all: false });
    for (const { id } of asked) respond(id, id === 1 ? 7 : 8);
    await step;
    expect(shown.map((one) => [one.position, one.answers.length])).toEqual([
      [7, 1],
      [8, 1],
    ]);
    expect(connection.busy).toBe(false);
    expect(working()).toBe(false);
  });

  it('needs no foretelling where the worker is quicker, or where there is none', async () => {
    const { connection, shown, respond } = setUp();
    const [late, tell] = later();
    const open = connection.ask({ type: 'open', scenario: null }, late);
    respond(1, 5);
    await open;
    tell(foretold(7));
    await late;
    const again = connection.ask({ type: 'open', scenario: null }, Promise.resolve(null));
    respond(2, 6);
    await again;
    expect(shown.map((one) => one.position)).toEqual([5, 6]);
  });

  it('says so when the worker finds a problem in what was foretold to go well, or dies', async () => {
    const { connection, shown, failures, respond, die } = setUp();
    await connection.ask({ type: 'open', scenario: null }, Promise.resolve(foretold(7)));
    const problem = { code: 'x', where: '', data: {}, text: 'x' };
    respond(1, null, { problem, happened: [] });
    await vi.waitFor(() => expect(shown).toHaveLength(2));
    expect(shown[1]?.answers[0]?.answer.problem).toEqual(problem);
    die('gone');
    expect(failures).toEqual(['gone']);
  });

  it('tells how far a long command is until it is answered, and has it stopped', async () => {
    const { connection, long, stops, respond, works, die } = setUp();
    connection.stop();
    const far = connection.ask({ type: 'seek', position: 100_000 });
    works(1, 300);
    works(1, 600);
    expect(long).toEqual([300, 600]);
    connection.stop();
    respond(1, 700, { ...ok, stopped: true });
    expect(await far).toMatchObject({ stopped: true });
    expect(long).toEqual([300, 600, null]);
    // What is answered takes long no more.
    works(1, 900);
    connection.stop();
    expect(stops).toEqual([{ stop: 1 }]);
    const lost = connection.ask({ type: 'seek', position: 100_000 });
    works(2, 300);
    die('gone');
    await expect(lost).rejects.toThrow('gone');
    expect(long).toEqual([300, 600, null, 300, null]);
  });

  it('says of what takes long without a word of the worker that it does, once the worker is there', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { connection, long, respond } = setUp();
    // Its files are still on their way.
    const first = connection.ask({ type: 'open', scenario: null });
    vi.advanceTimersByTime(2000);
    expect(long).toEqual([]);
    respond(1, null);
    vi.advanceTimersByTime(1);
    await first;
    const second = connection.ask({ type: 'open', scenario: null });
    const third = connection.ask({ type: 'advance', until: 1 });
    vi.advanceTimersByTime(500);
    expect(long).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(long).toEqual([0]);
    respond(2, null);
    respond(3, null);
    vi.advanceTimersByTime(1);
    await Promise.all([second, third]);
    vi.advanceTimersByTime(2000);
    expect(long).toEqual([0, null]);
    vi.useRealTimers();
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

/** What a person does at consoles of the ZooKeeper lab, as the page asks for it. */
import { describe, expect, it } from 'vitest';
import type { Answer, Command, Until } from '../../view/command.ts';
import { Reader, Writer } from '../../view/packing.ts';
import type { Frame } from '../../view/frame.ts';
import { packed } from '../../view/packed/zookeeper.ts';
import { frameCodec } from '../../view/frame-codec.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import type { ZooKeeperDetail } from '../../view/zookeeper.ts';
import { Session } from '../session.ts';

const A = 101;
const SPARE = 103;

const two: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'zookeeper',
  seed: 1,
  setup: {
    servers: [{ sid: 1 }],
    clients: [{ id: A }, { id: 102 }, { id: SPARE, spare: true }],
    tree: [{ path: '/app', data: 'v1' }],
  },
};

class Person {
  readonly session = new Session();
  frame!: Frame<ZooKeeperDetail>;

  async does(command: Command): Promise<Answer> {
    const { answer, frame } = await this.session.handle(command);
    if (answer.problem !== null) throw new Error(answer.problem.text);
    if (frame !== null) this.frame = frame.frame as Frame<ZooKeeperDetail>;
    return answer;
  }

  /** Does something and plays until what is awaited has come, or will not. */
  async awaits(what: Intervention, until: Until): Promise<void> {
    const acted = { type: 'intervene', at: this.frame.time, what, playing: true } as const;
    let { over } = await this.does({ ...acted, awaits: [until] });
    for (let time = this.frame.time; over !== true; time += 1000)
      ({ over } = await this.does({ type: 'advance', until: time }));
  }

  /** Types a line and lets the run go on until it is answered. */
  type(pid: number, text: string, withinMs = 60_000): Promise<void> {
    return this.awaits(
      { kind: 'input', pid, name: 'LINE', data: { text } },
      { condition: { answered: pid }, withinMs },
    );
  }

  /** The newest lines of a console, behind the line that was typed last. */
  answer(pid: number): string[] {
    const { output = [] } = this.frame.detail.clients.find((one) => one.pid === pid) ?? {};
    const typed = output.findLastIndex(({ stream }) => stream === 'in');
    return output.slice(typed + 1).map(({ text }) => text);
  }
}

async function connected(): Promise<Person> {
  const person = new Person();
  await person.does({ type: 'open', scenario: two });
  await person.does({ type: 'run-until', condition: { quiet: true }, withinMs: 10_000 });
  return person;
}

describe('a typed line', () => {
  it('is answered where playing then stands', async () => {
    const person = await connected();
    await person.type(A, 'get /app');
    expect(person.answer(A)).toEqual(['v1']);
    const [client] = person.frame.detail.clients;
    expect(client).toMatchObject({ busy: false, prompt: '[zk: localhost:2181(CONNECTED) 1] ' });
  });

  it('is ahead also when the program answers it by itself, at this very instant', async () => {
    const person = await connected();
    const { time } = person.frame;
    const what = { kind: 'input', pid: A, name: 'LINE', data: { text: 'rmr /app' } } as const;
    await person.does({ type: 'intervene', at: time, what, playing: true });
    // Not at rest: playing goes on, and the line is carried out.
    expect(person.frame.nextInteresting).toBe(time);
    await person.does({ type: 'advance', until: time });
    expect(person.answer(A).join(' ')).toContain('Command not found rmr');
  });

  it('waits no longer than it may', async () => {
    const person = await connected();
    await person.does({
      type: 'intervene',
      at: person.frame.time,
      what: { kind: 'pause', pid: 1 },
    });
    const before = person.frame.time;
    await person.type(A, 'get /app', 5000);
    expect(person.frame.time - before).toBeLessThanOrEqual(5_000_000);
    expect(person.frame.detail.clients[0]).toMatchObject({ busy: true, prompt: '' });
  });
});

describe('a client that is kept for later', () => {
  it('is not there until it is opened, and not any more when it is stopped', async () => {
    const person = await connected();
    const names = (): string => person.frame.processes.map(({ name }) => name).join(' ');
    expect([names(), person.frame.detail.spare]).toEqual(['S1 α β', [SPARE]]);
    await person.awaits(
      { kind: 'start', pids: [SPARE] },
      { condition: { state: { pid: SPARE, is: 'CONNECTED' } }, withinMs: 5000 },
    );
    expect([names(), person.frame.detail.spare]).toEqual(['S1 α β γ', []]);
    expect(person.frame.detail.clients).toHaveLength(3);
    await person.does({
      type: 'intervene',
      at: person.frame.time,
      what: { kind: 'stop', pid: SPARE },
    });
    expect([names(), person.frame.detail.spare]).toEqual(['S1 α β', [SPARE]]);
  });
});

it('the frame crosses the glass unchanged', async () => {
  const person = await connected();
  await person.type(A, 'ls2 /');
  const codec = frameCodec(packed);
  const writer = new Writer();
  codec.write(writer, person.frame);
  expect(codec.read(new Reader().open(writer.take()))).toEqual(person.frame);
});

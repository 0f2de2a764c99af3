import { describe, expect, it } from 'vitest';
import { Reader, Writer } from '../view/packing.ts';
import { packed } from '../view/packed/election.ts';
import type { LogsQuestion } from '../view/server-logs.ts';
import { toldFrameCodec } from '../view/told-frame.ts';
import { filesOf, textsOf } from '../../scripts/server-log-fixtures.ts';
import { ServerLogs } from './logs.ts';
import { LogsSession } from './session.ts';

const logs = new ServerLogs(filesOf(textsOf('newer-zxid-lower-sid')));
const opened = (): LogsSession => {
  const session = new LogsSession(logs);
  session.handle({ type: 'open', scenario: null });
  return session;
};

describe('a session with logs', () => {
  it('opens where the first election begins, with marks of all that is to come', () => {
    const { answer, frame } = new LogsSession(logs).handle({ type: 'open', scenario: null });
    expect(frame?.processes.map(({ state }) => state)).toEqual(['LOOKING', '', '']);
    expect(frame?.length).toBe(logs.events.length);
    const kinds = new Set(answer.marks?.added.map(({ kind }) => kind));
    for (const kind of ['started', 'looking', 'leader-established', 'silent', 'quiet']) {
      expect(kinds).toContain(kind);
    }
  });

  it('plays, stopping at each event that is worth reading, to its end', () => {
    const session = opened();
    session.handle({ type: 'seek', position: 0 });
    const told: string[] = [];
    for (;;) {
      const { answer } = session.handle({ type: 'advance', until: 1e12, stops: { told: true } });
      if (answer.told === undefined) break;
      told.push(answer.told.fact.rule);
    }
    expect(told.filter((rule) => rule === 'leader-established')).toHaveLength(2);
    const { answer, frame } = session.handle({ type: 'advance', until: 1e12 });
    expect([answer.end, frame?.position]).toEqual(['nothing-pending', logs.events.length]);
  });

  it.each([
    ['over what only repeats', false, (routine: boolean) => !routine],
    ['through all of it where that is asked for', true, () => true],
  ])('steps %s, and comes back the same way', (_, all, counts) => {
    const session = opened();
    session.handle({ type: 'seek', position: 0 });
    const way = Array.from(
      { length: 40 },
      () => session.handle({ type: 'step', by: 1, all }).frame?.position ?? -1,
    );
    const wanted = logs.events
      .filter(({ record }) => counts(record.routine))
      .map(({ record }) => record.step + 1);
    expect(way).toEqual(wanted.slice(0, 40));
    for (const at of [0, ...way].toReversed().slice(1)) {
      expect(session.handle({ type: 'step', by: -1, all }).frame?.position).toBe(at);
    }
  });

  it('shows the same at a position whichever way led there', () => {
    const session = opened();
    const at = (position: number) => session.handle({ type: 'seek', position }).frame;
    for (const position of [0, 1, 37, 100, logs.events.length]) {
      const there = at(position);
      at(logs.events.length - position);
      expect(at(position)).toEqual(there);
      expect(there?.position).toBe(position);
    }
    expect(at(1e9)?.position).toBe(logs.events.length);
  });

  it('gives what happened between two positions, and tells the newest thing that was told', () => {
    const session = opened();
    const asked = { type: 'history', from: 10, to: 60, most: 500 } as const;
    const all = session.handle({ ...asked, all: true }).answer.history ?? [];
    expect(all.map(({ step }) => step)).toEqual(Array.from({ length: 50 }, (_, i) => i + 10));
    const some = session.handle({ ...asked, all: false }).answer.history ?? [];
    expect(some).toEqual(all.filter(({ routine }) => !routine));
    const { answer } = session.handle({ type: 'seek', position: some.at(-1)?.step ?? 0 });
    expect(answer.happened).toEqual(some.at(-2)?.facts);
  });

  it('does nothing to what has happened, and says so', () => {
    const session = opened();
    const { answer, frame } = session.handle({
      type: 'intervene',
      at: 0,
      what: { kind: 'kill', pid: 1 },
    });
    expect([answer.problem?.code, frame]).toEqual(['recorded', null]);
  });

  it('names the line that tells an event, word for word', () => {
    const at = logs.events.findIndex(({ told }) => told.rule === 'leader-established') + 1;
    const question: LogsQuestion = { ask: 'line', position: at };
    const { asked } = opened().handle({
      type: 'ask',
      question,
    }).answer;
    expect(asked).toMatchObject({ ask: 'line', line: { file: 'server2.log' } });
    expect(JSON.stringify(asked)).toContain('Have quorum of supporters, sids: [[1, 2]]');
  });
});

it('a told frame is the same when it has been packed and read', () => {
  const codec = toldFrameCodec(packed);
  const [writer, reader] = [new Writer(), new Reader()];
  for (const position of [0, 20, 90, 1000]) {
    const frame = logs.frame(position);
    codec.write(writer, frame);
    const read = codec.read(reader.open(writer.take()));
    expect({ ...read }).toEqual(frame);
  }
});

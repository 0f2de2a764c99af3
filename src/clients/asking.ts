/**
 * How a client's program asks a process outside ZooKeeper, and hears its answer. As a driver does, it
 * keeps one connection to each: dialled at the first request, kept for the next ones, and given up when
 * an answer does not come in time, since what came later could not be told from the next one's.
 */
import type { Pid } from '../view/time.ts';
import type { OutsideCode } from '../view/outside.ts';
import { answerOf, SERVICE_PORT } from '../protocols/outside/messages.ts';
import type { OutsideReply, ReplyMessage, RequestMessage } from '../protocols/outside/messages.ts';
import type { Edit } from '../kernel/edit.ts';
import type { Client } from './client.ts';
import { edit } from './client.ts';
import type { ClientEvent } from './events.ts';
import { tell } from './facts.ts';
import { feed } from './feed.ts';
import { asksOf, withAsks } from './questions.ts';
import type { Line, Question } from './asks.ts';

const lineTo = (s: Client, pid: Pid): Line | undefined =>
  asksOf(s).lines.find((line) => line.pid === pid);

const lineless = (s: Client): readonly Pid[] => {
  const wanted = asksOf(s).questions.filter(({ to }) => lineTo(s, to) === undefined);
  return [...new Set(wanted.map(({ to }) => to))];
};

export const wantsLine = (s: Client): boolean => s.asks !== undefined && lineless(s).length > 0;

export function dialLines(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  const made = lineless(s).map((pid) => ({
    pid,
    connection: e.io.dial(pid, SERVICE_PORT),
    open: false,
  }));
  withAsks(next, e, { lines: [...asksOf(s).lines, ...made] });
  return next;
}

const canLeave = (s: Client, { sent, to }: Question): boolean =>
  !sent && lineTo(s, to)?.open === true;

export const canAsk = (s: Client): boolean =>
  s.asks !== undefined && s.asks.questions.some((each) => canLeave(s, each));

export function send(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  const questions = asksOf(s).questions.map((each) => {
    if (!canLeave(s, each)) return each;
    const { call, to, request } = each;
    const message: RequestMessage = { type: 'OUTSIDE_REQUEST', id: call, request };
    e.io.send(lineTo(s, to)?.connection ?? 0, message);
    tell(next, e, { kind: 'asked', to, call, request });
    return { ...each, sent: true };
  });
  withAsks(next, e, { questions });
  return next;
}

export const isLine = (s: Client, e: ClientEvent): boolean =>
  asksOf(s).lines.some(({ connection }) => connection === e.connection);

export function openLine(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  withAsks(next, e, {
    lines: asksOf(s).lines.map((line) =>
      line.connection === e.connection ? { ...line, open: true } : line,
    ),
  });
  return next;
}

/** Questions end, and the program hears of it. */
function end(
  next: Edit<Client>,
  e: ClientEvent,
  ended: readonly (readonly [Question, OutsideReply])[],
): Client {
  const over = new Set(ended.map(([{ call }]) => call));
  withAsks(next, e, { questions: asksOf(next).questions.filter(({ call }) => !over.has(call)) });
  for (const [{ to, call, request }, reply] of ended)
    tell(next, e, { kind: 'replied', to, call, request, reply });
  feed(
    next,
    e,
    ended.map(([{ call }, reply]) => ({ kind: 'reply', call, reply })),
  );
  return next;
}

export function takeAnswer(s: Client, e: ClientEvent): Client {
  const { id, reply } = e.message as ReplyMessage;
  const found = asksOf(s).questions.find(({ call }) => call === id);
  return found === undefined ? s : end(edit(s), e, [[found, reply]]);
}

/** Nobody can say what became of a question that has left. */
const brokenOf = ({ sent }: Question): OutsideCode => (sent ? 'Lost' : 'Refused');

export function loseLine(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  const { lines, questions } = asksOf(s);
  withAsks(next, e, { lines: lines.filter(({ connection }) => connection !== e.connection) });
  const lost = questions.filter(({ to }) => to === e.from);
  return end(
    next,
    e,
    lost.map((each) => [each, answerOf(null, brokenOf(each))]),
  );
}

/** What others still wait for on a connection that is given up is lost with it. */
export function giveUp(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  const { lines, questions } = asksOf(s);
  const late = questions.filter(({ due }) => due <= e.io.now);
  const given = new Set(late.map(({ to }) => to));
  for (const { pid, connection } of lines) if (given.has(pid)) e.io.close(connection);
  withAsks(next, e, { lines: lines.filter(({ pid }) => !given.has(pid)) });
  const others = questions.filter((each) => !late.includes(each) && given.has(each.to));
  return end(next, e, [
    ...late.map((each) => [each, answerOf(null, 'Timeout')] as const),
    ...others.filter(({ sent }) => sent).map((each) => [each, answerOf(null, 'Lost')] as const),
  ]);
}

export function hangUp(s: Client, e: ClientEvent): void {
  for (const { connection } of asksOf(s).lines) e.io.close(connection);
  e.io.clearTimer('ASK_TIMEOUT');
}

import { use, useEffect, useState } from 'react';
import type { WhyView } from '../../view/command.ts';
import type { Answer, Command } from '../../view/command.ts';
import type { EnsembleSize } from '../../view/exhibit.ts';
import type { MessageView } from '../../view/frame.ts';
import type { InspectView } from '../../view/inspect.ts';
import type { LogsAnswer, LogsQuestion } from '../../view/server-logs.ts';
import type { Pid } from '../../view/time.ts';
import type { PathAnswer, WriteName } from '../../view/write-path.ts';
import type { ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import { send } from './actions.ts';
import { AskSourceContext } from './ask-source.ts';
import type { AnswerTo } from './ask-source.ts';
import { Asker } from './asker.ts';
import { FASTEST_TOLD } from './story.ts';
import { sweep } from './sweep.ts';
import { useSim } from './store.ts';
import type { SimState } from './store.ts';

/** Least wall time between two questions of one hook while the run plays, ms. */
const PAUSE = 150;
/** The same where it goes by too fast to be read. */
const PAUSE_FAST = 300;

const pauseNow = (): number => {
  if (sweep.lasts()) return PAUSE_FAST;
  const { playing, speed } = useSim.getState();
  if (!playing) return 0;
  return speed > FASTEST_TOLD ? PAUSE_FAST : PAUSE;
};

/** What an answer holds for, as a text; null while there is no run to ask about. */
type Moment = (s: SimState) => string | null;

/** The present event of the run. */
const present: Moment = (s) =>
  s.frame === null ? null : `${s.run}/${s.frame.branch}/${s.frame.structure}/${s.frame.position}`;

/** The latencies of the run, wherever it stands: only a person changes them. */
const latencies: Moment = ({ frame, run, interventions }) => {
  if (frame === null) return null;
  const changed = interventions.findLast(
    ({ step, what }) =>
      step < frame.position && (what.kind === 'latency' || what.kind === 'disk-latency'),
  );
  return `${run}/${changed === undefined ? '' : `${frame.branch}/${changed.step}`}`;
};

/** What is asked for at present. */
interface Question<T> {
  /** As a text. */
  readonly content: string;
  readonly moment: Moment;
  readonly ask: () => Promise<T | null>;
}

/**
 * Asks again whenever the question or its moment changes; gives the newest answer about the same
 * thing (`of`), an older one until the next is there. Null asks nothing. That the run goes on draws
 * nothing again: only an answer does.
 */
const useKept = <T>(of: string, question: Question<T> | null): T | null => {
  const run = useSim((s) => s.run);
  const [known, setKnown] = useState<{ of: string; value: T | null } | null>(null);
  const [asker] = useState(() => new Asker<T | null>(pauseNow));

  useEffect(() => {
    const want = (state: SimState): void => {
      // What is asked of another run is known when this has been drawn for it.
      if (state.run !== run) return;
      const moment = question === null ? null : question.moment(state);
      if (question === null || moment === null) asker.want(null);
      else asker.want({ ...question, moment, tell: (value) => setKnown({ of, value }) });
    };
    want(useSim.getState());
    return useSim.subscribe(want);
  });
  useEffect(() => () => asker.want(null), [asker]);

  return known?.of === of ? known.value : null;
};

/** The answer of the run to a command; `subject`: what it is about. */
const useAnswer = <T>(
  command: Command | null,
  subject: string,
  pick: (answer: Answer) => T | undefined,
  moment = present,
): T | null => {
  const of = useSim(({ run }) => `${run}/${subject}`);
  const ask = async (): Promise<T | null> =>
    command === null ? null : (pick(await send(command)) ?? null);
  const content = `${of} ${JSON.stringify(command)}`;
  return useKept(of, command === null ? null : { content, moment, ask });
};

/** Everything the inspector shows of a process, kept up to date. */
export const useInspect = (pid: Pid | null): InspectView | null =>
  useAnswer(pid === null ? null : { type: 'inspect', pid }, `inspect ${pid}`, (a) => a.inspect);

/** Why what one waits for has not come yet at this process. */
export const useWhy = (pid: Pid | null): WhyView | null =>
  useAnswer(pid === null ? null : { type: 'why-not', pid }, `why ${pid}`, (a) => a.why);

/** What is asked of logs that are told, kept up to date with the present event. */
export const useLogsAsked = (question: LogsQuestion): LogsAnswer | null =>
  useAnswer(
    { type: 'ask', question },
    `logs ${question.ask} ${question.ask === 'lines' ? question.kind : ''}`,
    (a) => a.asked as LogsAnswer | undefined,
  );

/** The messages that wait with this one. */
export const usePile = (message: number | null): readonly MessageView[] | null =>
  useAnswer(message === null ? null : { type: 'pile', message }, `pile ${message}`, (a) => a.pile);

/** The path of a write, or of the newest, and which writes there are. */
export const useWritePath = (write: WriteName | null): PathsAnswer | null => {
  const name = write === null ? 'newest' : `${write.session} ${write.cxid}`;
  const question = { ask: 'path', write } as const;
  return useAnswer({ type: 'ask', question }, `path ${name}`, ({ asked }) =>
    asked?.ask === 'path' ? (asked as PathsAnswer) : undefined,
  );
};

type PathsAnswer = Extract<PathAnswer, { readonly ask: 'path' }>;

/** What each size of an ensemble needs and costs, with the latencies of this run. */
export const useEnsembleSizes = (): readonly EnsembleSize[] | null =>
  useAnswer({ type: 'ensemble-sizes' }, 'sizes', (a) => a.sizes, latencies);

/** What a question is about: its last answer is shown until the next one of the same subject comes. */
export const subjectOf = (question: ZooKeeperQuestion): string => {
  switch (question.ask) {
    case 'tree':
    case 'nodes':
    case 'log':
      return `${question.ask} ${question.server}`;
    case 'find':
      return `find ${question.server} ${question.text}`;
    case 'znode':
    case 'watches':
      return `${question.ask} ${question.server} ${question.path}`;
    case 'seen':
      return `seen ${question.path}`;
    case 'txn':
      return `txn ${question.server} ${question.index}`;
    case 'console':
      return `console ${question.client}`;
    case 'complete':
      return `complete ${question.client} ${question.line}`;
  }
};

type Ask = <Q extends ZooKeeperQuestion>(question: Q) => Promise<AnswerTo<Q> | null>;

/** Asks the run once; null when there is no answer. */
export const askRun: Ask = async (question) =>
  ((await send({ type: 'ask', question })).asked ?? null) as AnswerTo<typeof question> | null;

/** Asks once; null when there is no answer. */
export const useAsk = (): Ask => {
  const source = use(AskSourceContext);
  return source === null ? askRun : (source.ask as Ask);
};

/**
 * The answer to a question of the ZooKeeper lab, kept up to date with the present event, or of the
 * source that stands round this panel. Another window of the same tree, log or console shows the last
 * one until its own rows are there.
 */
export const useAsked = <Q extends ZooKeeperQuestion>(question: Q | null): AnswerTo<Q> | null => {
  const source = use(AskSourceContext);
  const ask = useAsk();
  const run = useSim((s) => s.run);
  const moment: Moment = source === null ? present : () => source.moment;
  const of = `${source?.moment ?? run}/${question === null ? 'nothing' : subjectOf(question)}`;
  const content = `${of} ${JSON.stringify(question)}`;
  return useKept(of, question === null ? null : { content, moment, ask: () => ask(question) });
};

import { useEffect, useState } from 'react';
import type { WhyView } from '../../view/command.ts';
import type { Answer, Command } from '../../view/command.ts';
import type { EnsembleSize } from '../../view/exhibit.ts';
import type { InspectView } from '../../view/inspect.ts';
import type { Pid } from '../../view/time.ts';
import type { ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import { send } from './actions.ts';
import { Asker } from './asker.ts';
import { useSim } from './store.ts';
import type { SimState } from './store.ts';

/** Least wall time between two questions of one hook while the run plays, ms. */
const PAUSE = 150;

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

/**
 * Asks again whenever the command or the moment changes; gives the newest answer about the same
 * `subject` of this run, an older one until the next is there. A null command asks nothing.
 */
const useAnswer = <T>(
  command: Command | null,
  subject: string,
  pick: (answer: Answer) => T | undefined,
  moment = present,
): T | null => {
  const now = useSim(moment);
  const of = useSim(({ run }) => `${run}/${subject}`);
  const [known, setKnown] = useState<{ of: string; value: T | null } | null>(null);
  const [asker] = useState(() => new Asker<Answer>(() => (useSim.getState().playing ? PAUSE : 0)));

  useEffect(() => {
    if (command === null || now === null) {
      asker.want(null);
      return;
    }
    asker.want({
      content: `${of} ${JSON.stringify(command)}`,
      moment: now,
      ask: () => send(command),
      tell: (answer) => setKnown({ of, value: pick(answer) ?? null }),
    });
  });
  useEffect(() => () => asker.want(null), [asker]);

  return known?.of === of ? known.value : null;
};

/** Everything the inspector shows of a process, kept up to date. */
export const useInspect = (pid: Pid | null): InspectView | null =>
  useAnswer(pid === null ? null : { type: 'inspect', pid }, `inspect ${pid}`, (a) => a.inspect);

/** Why this process is not the leader. */
export const useWhy = (pid: Pid | null): WhyView | null =>
  useAnswer(pid === null ? null : { type: 'why-not-leader', pid }, `why ${pid}`, (a) => a.why);

/** What each size of an ensemble needs and costs, with the latencies of this run. */
export const useEnsembleSizes = (): readonly EnsembleSize[] | null =>
  useAnswer({ type: 'ensemble-sizes' }, 'sizes', (a) => a.sizes, latencies);

type AnswerTo<Q extends ZooKeeperQuestion> = Extract<ZooKeeperAnswer, { ask: Q['ask'] }>;

/** What a question is about: its last answer is shown until the next one of the same subject comes. */
export const subjectOf = (question: ZooKeeperQuestion): string => {
  switch (question.ask) {
    case 'tree':
    case 'log':
      return `${question.ask} ${question.server}`;
    case 'find':
      return `find ${question.server} ${question.text}`;
    case 'znode':
    case 'watches':
      return `${question.ask} ${question.server} ${question.path}`;
    case 'txn':
      return `txn ${question.server} ${question.index}`;
    case 'console':
      return `console ${question.client}`;
    case 'complete':
      return `complete ${question.client} ${question.line}`;
  }
};

/**
 * The answer to a question of the ZooKeeper lab, kept up to date with the present event. Another
 * window of the same tree, log or console shows the last one until its own rows are there.
 */
export const useAsked = <Q extends ZooKeeperQuestion>(question: Q | null): AnswerTo<Q> | null =>
  useAnswer(
    question === null ? null : { type: 'ask', question },
    question === null ? 'nothing' : subjectOf(question),
    // A question is answered in its own kind.
    (answer) => answer.asked as AnswerTo<Q> | undefined,
  );

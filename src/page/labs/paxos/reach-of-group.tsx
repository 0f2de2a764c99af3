import { claimOf } from '../../../stage/paxos/who.ts';
import type { Frame } from '../../../view/frame.ts';
import type { PaxosDetail } from '../../../view/paxos.ts';
import type { Scenario } from '../../../view/scenario.ts';
import { openScenario } from '../../share/open-run.ts';
import { asItIs, anything } from '../../panels/reach/painting.ts';
import { ReachDialog } from '../../panels/reach/reach-dialog.tsx';
import type { Paintable, Search } from '../../panels/reach/reach-dialog.tsx';
import { nameOf } from '../../panels/state-word.ts';
import { play } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { cancelTask, clearTask, startTask, useTasks } from '../../sim/tasks.ts';
import type { TaskState } from '../../sim/tasks.ts';
import { problemText } from '../../words/problem-text.ts';
import { useLoose } from '../../words/use-words.ts';
import { groupOf, useGroup, wishesOf } from './group.ts';

const wishes = (group: Scenario<'paxos'>, frame: Frame<PaxosDetail>) =>
  wishesOf(group, (pid) => nameOf(frame, pid));

/** What one of them wants, all of it; null when it does not propose. */
const proposes = (name: string, proposers: ReturnType<typeof wishes>): string | null => {
  const values = proposers.filter((one) => one.name === name).map(({ value }) => value);
  return values.length === 0 ? null : values.join(', ');
};

const paintables = (group: Scenario<'paxos'>, frame: Frame<PaxosDetail>): readonly Paintable[] => {
  const proposers = wishes(group, frame);
  return frame.detail.acceptors.map((pid) => {
    const name = nameOf(frame, pid);
    const acceptor = frame.detail.processes.find((one) => one.pid === pid)?.acceptor ?? null;
    return {
      name,
      wants: proposes(name, proposers),
      present: acceptor === null ? anything : asItIs(acceptor),
    };
  });
};

const searchOf = (
  { asked, status, progress, result, problem }: TaskState<'reach'>,
  group: Scenario<'paxos'>,
  say: (problem: NonNullable<TaskState<'reach'>['problem']>) => string,
): Search => {
  if (asked === null || groupOf(asked.scenario) !== groupOf(group)) {
    const none = { answer: null, problem: null, painted: null, bounds: null };
    return { ...none, status: 'none', searched: 0 };
  }
  return {
    status,
    searched: progress?.searched ?? 0,
    answer: result,
    problem: problem === null ? null : say(problem),
    painted: asked.acceptors.map(({ target }) => target),
    bounds: asked.bounds,
  };
};

/** The dialog "Can this happen?" of the group that is open. */
export const ReachOfGroup = ({ onClose }: { onClose: () => void }) => {
  const t = useLoose('problems');
  const frame = useLabFrame<PaxosDetail>();
  const group = useGroup();
  const task = useTasks((s) => s.reach);
  if (frame === null || group === null) return null;
  const acceptors = paintables(group, frame);
  const playIt = async (): Promise<void> => {
    const { result } = task;
    if (result === null || !result.reached || result.scenario === null) return;
    onClose();
    const { problem } = await openScenario(result.scenario);
    if (problem === null) await play();
  };
  return (
    <ReachDialog
      acceptors={acceptors}
      proposers={wishes(group, frame)}
      claimOf={(ballot) => claimOf(frame.detail, ballot)}
      search={searchOf(task, group, (problem) => problemText(problem, t))}
      onSearch={(targets, bounds) =>
        startTask('reach', {
          scenario: group,
          acceptors: acceptors.map(({ name }, place) => ({
            name,
            target: targets[place] ?? anything,
          })),
          bounds,
        })
      }
      onCancel={() => cancelTask('reach')}
      onPlay={() => void playIt()}
      onPaint={() => clearTask('reach')}
      onClose={onClose}
    />
  );
};

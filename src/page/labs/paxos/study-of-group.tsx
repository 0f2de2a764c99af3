import type { Drawing } from '../../../stage/shape.ts';
import type { Scenario } from '../../../view/scenario.ts';
import { POLICIES } from '../../../view/study.ts';
import { StudyDialog } from '../../panels/study/study-dialog.tsx';
import type { Study } from '../../panels/study/study-dialog.tsx';
import { download } from '../../share/download.ts';
import { problem } from '../../share/problem.ts';
import { cancelTask, startTask, useTasks } from '../../sim/tasks.ts';
import type { TaskState } from '../../sim/tasks.ts';
import { useSim } from '../../sim/store.ts';
import { problemText } from '../../words/problem-text.ts';
import { useSaying } from '../../words/use-saying.ts';
import { useLoose } from '../../words/use-words.ts';
import { groupOf, useGroup } from './group.ts';

const WITHIN_MS = 2000;
const NAME = 'zooscope-time-to-decision';

const saveDrawing = async (kind: 'svg' | 'png', drawing: Drawing): Promise<void> => {
  try {
    const { pngFile, svgFile } = await import('../../share/picture.ts');
    const content =
      kind === 'svg'
        ? new Blob([svgFile(drawing)], { type: 'image/svg+xml' })
        : await pngFile(drawing);
    download(`${NAME}.${kind}`, content);
  } catch (error) {
    useSim.setState({ problem: problem('export-failed', { detail: String(error) }) });
  }
};

/** What was measured, if it was of this group. */
const studyOf = (
  task: TaskState<'study'>,
  group: Scenario<'paxos'>,
  say: (task: TaskState<'study'>) => string | null,
): Study => {
  const { asked, progress, result, status } = task;
  if (asked === null || groupOf(asked.scenario) !== groupOf(group)) {
    return { status: 'none', done: 0, total: 0, times: [], seed: 1, problem: null };
  }
  const total = asked.runs * asked.policies.length;
  return {
    status,
    done: result === null ? (progress?.done ?? 0) : total,
    total,
    times: result ?? progress?.times ?? [],
    seed: asked.seed,
    problem: say(task),
  };
};

/** The dialog "Time to decision" of the group that is open. */
export const StudyOfGroup = ({ onClose }: { onClose: () => void }) => {
  const words = useSaying('paxosTools.chart');
  const t = useLoose('problems');
  const group = useGroup();
  const task = useTasks((s) => s.study);
  if (group === null) return null;
  return (
    <StudyDialog
      study={studyOf(task, group, (one) =>
        one.problem === null ? null : problemText(one.problem, t),
      )}
      words={words}
      within={WITHIN_MS * 1000}
      onRun={(runs, seed) =>
        startTask('study', { scenario: group, policies: POLICIES, runs, seed, withinMs: WITHIN_MS })
      }
      onCancel={() => cancelTask('study')}
      onSaveDrawing={(kind, drawing) => void saveDrawing(kind, drawing)}
      onSaveText={(text) => download(`${NAME}.csv`, new Blob([text], { type: 'text/csv' }))}
      onClose={onClose}
    />
  );
};

/** Answers what is asked of the path of a write. */
import type {
  PathAnswer,
  PathMoment,
  PathQuestion,
  PathView,
  WriteName,
  WriteView,
} from '../../../view/write-path.ts';
import type { RunRead } from '../../protocol.ts';
import type { Sliced } from '../../slices.ts';
import { futureOf } from './future.ts';
import { membersOf } from './members.ts';
import { WritesSeen, isSame } from './writes-seen.ts';
import type { Seen } from './writes-seen.ts';

/** So many writes can be chosen from. */
const MOST = 30;

/** What was read of each branch of a run. */
const readers = new WeakMap<object, Map<number, WritesSeen>>();

function* writesOf(run: RunRead, whose: object): Sliced<WritesSeen> {
  const ofRun = readers.get(whose) ?? new Map<number, WritesSeen>();
  readers.set(whose, ofRun);
  const { id } = run.branch;
  const seen = ofRun.get(id) ?? new WritesSeen(membersOf(run.file));
  ofRun.set(id, seen);
  yield* seen.readOn(run);
  return seen;
}

/** @param whose the same object for as long as what was read of the run once stays true */
export function* answerPath(
  run: RunRead,
  question: PathQuestion,
  whose: object,
): Sliced<PathAnswer> {
  const seen = yield* writesOf(run, whose);
  if (question.ask === 'future') {
    const since = seen.find(question.write);
    const { branch, position } = question;
    const future = since === undefined ? null : yield* futureOf(run.on(branch), since, position);
    return { ask: 'future', future };
  }
  const until = run.world.step;
  const begun = seen.all.filter(({ moments }) => (moments[0]?.position ?? Infinity) <= until);
  const chosen = choose(begun, question.write);
  return {
    ask: 'path',
    writes: begun
      .slice(-MOST)
      .toReversed()
      .map((each) => viewAt(each, until)),
    path: chosen === undefined ? null : pathOf(run, chosen, until),
  };
}

const choose = (begun: readonly Seen[], write: WriteName | null): Seen | undefined =>
  begun.findLast(({ asked }) => write === null || isSame(asked, write));

const comeBy = ({ moments }: Seen, until: number): PathMoment[] =>
  moments.filter(({ position }) => position <= until);

/** As much as was known of it then. */
function viewAt(seen: Seen, until: number): WriteView {
  const isNamed = comeBy(seen, until).some(({ kind }) => kind === 'proposal');
  return isNamed && seen.named !== null ? seen.named : seen.asked;
}

function pathOf({ file }: RunRead, seen: Seen, until: number): PathView {
  const { pids, voters } = membersOf(file);
  const moments = comeBy(seen, until);
  return { write: viewAt(seen, until), servers: pids, voters: voters.length, moments };
}

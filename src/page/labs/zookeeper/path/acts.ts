import { crashWay } from '../../../../view/crash-way.ts';
import type { Pid } from '../../../../view/time.ts';
import type { PathAnswer, PathMoment, PathView, WriteName } from '../../../../view/write-path.ts';
import type { ZooKeeperDetail } from '../../../../view/zookeeper.ts';
import { pause, select, send, showBranch } from '../../../sim/actions.ts';
import { useSim } from '../../../sim/store.ts';
import { crashNow, setCrash, triedIn } from './store.ts';
import type { Tried } from './store.ts';

/** Who dies at a moment: those who were chosen and ran then, or whoever led. */
export const victimsAt = (
  { leader, up }: PathMoment,
  chosen: readonly Pid[] | null,
): readonly Pid[] =>
  chosen === null ? (leader === null ? [] : [leader]) : chosen.filter((pid) => up.includes(pid));

/** What would be tried, as a text. */
export const keyOf = (
  branch: number,
  { session, cxid }: WriteName,
  { kind, position }: PathMoment,
  pids: readonly Pid[],
  how: { readonly power: boolean; readonly between: boolean },
): string => JSON.stringify([branch, session, cxid, kind, position, pids, how.power, how.between]);

/** A client at a console, who can write while servers are down: another one than the writer, if there is. */
const otherWriter = (writer: Pid): Pid | null => {
  const detail = useSim.getState().frame?.detail as ZooKeeperDetail | undefined;
  const typing = (detail?.clients ?? []).filter(({ program }) => program === 'zkCli');
  return (typing.find(({ pid }) => pid !== writer) ?? typing[0])?.pid ?? null;
};

export const canWriteBetween = (): boolean => otherWriter(0) !== null;

/** Servers die at a moment of the path, in a branch; what comes of it is kept, and called A or B. */
export async function tryMoment(path: PathView, moment: PathMoment): Promise<void> {
  const { pids: chosen, power, between } = crashNow();
  const { run, frame } = useSim.getState();
  const pids = victimsAt(moment, chosen);
  if (pids.length === 0 || frame === null) return;
  const trunk = frame.branch;
  const key = keyOf(trunk, path.write, moment, pids, { power, between });
  if (triedIn(crashNow(), key) === null) {
    pause();
    setCrash({ trying: key });
    const writer = between ? otherWriter(path.write.client) : null;
    const future = await futureOf(path.write, moment, {
      trunk,
      pids,
      power,
      alone: path.servers.every((pid) => pids.includes(pid) || !moment.up.includes(pid)),
      writer,
    });
    // Meanwhile another run may have been opened.
    if (useSim.getState().run !== run) return;
    setCrash({ trying: null });
    if (future === null) return;
    const one: Tried = { key, moment, pids, power, between, future, trunk };
    setCrash({ tried: [...crashNow().tried, one] });
  }
  choose(key, pids);
}

async function futureOf(
  write: WriteName,
  { position }: PathMoment,
  how: {
    readonly trunk: number;
    readonly pids: readonly Pid[];
    readonly power: boolean;
    readonly alone: boolean;
    readonly writer: Pid | null;
  },
) {
  const { trunk, pids, power, alone, writer } = how;
  const between = writer === null ? undefined : { pid: writer, text: 'create /between' };
  const way = crashWay(pids, { power, alone, between });
  const { tried } = await send({ type: 'try', branch: trunk, position, way });
  if (tried === undefined) return null;
  const question = { ask: 'future', write, branch: tried, position } as const;
  const asked = (await send({ type: 'ask', question })).asked as PathAnswer | undefined;
  return asked?.ask === 'future' ? asked.future : null;
}

/** The first one is A; another one is B, in the place of the B before. */
function choose(key: string, pids: readonly Pid[]): void {
  const { a, b } = crashNow();
  if (a === null) setCrash({ a: key });
  else if (key !== a && key !== b) setCrash({ b: key });
  const [pid] = pids;
  if (pid !== undefined) select({ kind: 'process', pid });
}

export const swap = (): void => {
  const { a, b } = crashNow();
  setCrash({ a: b, b: a });
};

export const forget = (): void => setCrash({ a: null, b: null, comparing: false });

/** That branch is the run now. */
export async function openAlone({ future }: Tried, position?: number): Promise<void> {
  setCrash({ comparing: false });
  await showBranch(future.branch, position);
}

/** To the end of the branch that a future left. */
export const goBack = ({ trunk }: Tried): Promise<unknown> => showBranch(trunk);

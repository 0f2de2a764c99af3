import { create } from 'zustand';
import { shownServer as serverShown } from '../../stage/zookeeper/shown-server.ts';
import type { Frame } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';
import type { ZooKeeperDetail, ZooKeeperServerView } from '../../view/zookeeper.ts';
import { useLabFrame } from './selectors.ts';
import { useSim } from './store.ts';

type Servers = Pick<Frame<ZooKeeperDetail>, 'detail'>;

/** The process that was selected last, of those that serve. */
const useLast = create<{ readonly pid: Pid | null }>()(() => ({ pid: null }));

useSim.subscribe(({ selection, frame }, before) => {
  if (selection === before.selection || selection?.kind !== 'process') return;
  const servers = (frame?.detail as Partial<ZooKeeperDetail> | undefined)?.servers ?? [];
  if (servers.some(({ pid }) => pid === selection.pid)) useLast.setState({ pid: selection.pid });
});

/** Shows this server's tree, log, watches, file and shell, whatever is selected. */
export const showServer = (pid: Pid): void => useLast.setState({ pid });

const serverOf = (frame: Servers | null, last: Pid | null): ZooKeeperServerView | null =>
  frame === null ? null : serverShown(frame.detail, last);

/** The server whose tree, log, watches, file and shell are shown: the one selected last, or the first. */
export const useShownServer = (): ZooKeeperServerView | null =>
  serverOf(
    useLabFrame<ZooKeeperDetail>(),
    useLast((s) => s.pid),
  );

/** The same, for what is done outside of a component. */
export const shownServer = (): ZooKeeperServerView | null =>
  serverOf(useSim.getState().frame as Servers | null, useLast.getState().pid);

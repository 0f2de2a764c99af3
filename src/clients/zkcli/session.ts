/** What zkCli keeps from one line to the next [ZooKeeperMain]. */
import { noItems, withItem } from '../../kernel/long-list.ts';
import type { LongList } from '../../kernel/long-list.ts';
import type { AddWatchMode } from '../../zookeeper/records/requests.ts';
import type { Chroot } from '../api.ts';

/** Plain data. The command that runs changes a copy of its own, which counts once it has ended. */
export interface Session {
  /** As it was typed: `host:port[,…][/chroot]`. */
  host: string;
  chroot: Chroot;
  /** How many lines there were; the number in the prompt. */
  commandCount: number;
  /** Lines by their number; a redo stands there as what it repeated. */
  history: LongList<string>;
  /** The last words; a line without any repeats them. Null before the first. */
  words: readonly string[] | null;
  printWatches: boolean;
  /**
   * The real zkCli keeps one object a command for good, and `addWatch` never forgets the mode that it
   * was last given.
   */
  addWatchMode: AddWatchMode;
  /** Of the process, if it ended now. */
  exitCode: number;
}

export const newSession = (): Session => ({
  host: '',
  chroot: '',
  commandCount: 0,
  history: noItems,
  words: null,
  printWatches: true,
  addWatchMode: 'PERSISTENT_RECURSIVE',
  exitCode: 0,
});

export const copyOf = (session: Session): Session => ({ ...session });

/** Under the number of the present line. */
export function remember(session: Session, line: string): void {
  session.history = withItem(session.history, session.commandCount, line);
}

import type { WatcherType } from '../../../zookeeper/records/requests.ts';
import { flag, mustHave, pathOf, usageOf, valued } from '../command.ts';
import type { Command } from '../command.ts';
import { IllegalArgument } from '../../api-failures.ts';
import { CliFailure, Unchecked } from '../failures.ts';
import * as zk from '../../api.ts';
import { has, parseOptions, valueOf } from '../options.ts';

const ADD_OPTIONS = { options: [valued('m', '')] };
const MODES = ['PERSISTENT', 'PERSISTENT_RECURSIVE'] as const;

/** An illegal path is not caught here, so it ends zkCli [AddWatchCommand]. */
export const addWatch: Command = {
  name: 'addWatch',
  usage: `[-m mode] path # optional mode is one of [${MODES.join(', ')}] - default is PERSISTENT_RECURSIVE`,
  options: ADD_OPTIONS,
  *run(words, session) {
    const parsed = parseOptions(ADD_OPTIONS, words);
    if (parsed.args.length !== 2) throw new CliFailure(usageOf(addWatch));
    const wanted = valueOf(parsed, 'm');
    if (wanted !== null) {
      const mode = MODES.find((each) => each === wanted.toUpperCase());
      if (mode === undefined) throw new CliFailure(usageOf(addWatch));
      session.addWatchMode = mode;
    }
    try {
      yield* zk.addWatch(session.chroot, pathOf(parsed), session.addWatchMode);
    } catch (error) {
      if (!(error instanceof IllegalArgument)) throw error;
      throw new Unchecked('java.lang.IllegalArgumentException', error.message);
    }
  },
};

const REMOVE_OPTIONS = {
  options: [
    flag('c', 'child watcher type'),
    flag('d', 'data watcher type'),
    flag('a', 'any watcher type'),
    flag('l', 'remove locally when there is no server connection'),
  ],
};

/** [RemoveWatchesCommand] */
export const removeWatches: Command = {
  name: 'removewatches',
  usage: 'path [-c|-d|-a] [-l]',
  options: REMOVE_OPTIONS,
  *run(words, { chroot }) {
    const parsed = parseOptions(REMOVE_OPTIONS, words);
    mustHave(parsed.args, 2, removeWatches);
    const type: WatcherType = has(parsed, 'c') ? 'Children' : has(parsed, 'd') ? 'Data' : 'Any';
    yield* zk.removeAllWatches(chroot, pathOf(parsed), type, has(parsed, 'l'));
  },
};

import { flag, lines, mustHave, pathOf, usageOf } from '../command.ts';
import type { Command } from '../command.ts';
import { KeeperFailure } from '../../api-failures.ts';
import { exists } from '../../api.ts';
import { has, parseOptions } from '../options.ts';
import { statLines } from '../stat-lines.ts';
import { takeWatchWord } from './watch-word.ts';

const options = { options: [flag('w', 'watch')] };

/** [StatCommand] */
export const stat: Command = {
  name: 'stat',
  usage: '[-w] path',
  options,
  *run(words, { chroot }) {
    const first = parseOptions(options, words);
    mustHave(first.args, 2, stat);
    const parsed = yield* takeWatchWord(options, words, first, 'stat path [watch]', usageOf(stat));
    const path = pathOf(parsed);
    const found = yield* exists(chroot, path, has(parsed, 'w'));
    if (found === null) throw new KeeperFailure('NoNode', path);
    yield* lines(statLines(found));
  },
};

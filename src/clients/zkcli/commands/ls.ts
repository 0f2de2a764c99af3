import { out } from '../../steps.ts';
import { flag, lines, mustHave, pathOf } from '../command.ts';
import type { Command } from '../command.ts';
import { getChildren } from '../../api.ts';
import { has, parseOptions } from '../options.ts';
import { statLines } from '../stat-lines.ts';
import { visitSubtree } from '../subtree.ts';
import { takeWatchWord } from './watch-word.ts';

const options = {
  options: [flag('?', 'help'), flag('s', 'stat'), flag('w', 'watch'), flag('R', 'recurse')],
};

/** As Commons CLI's HelpFormatter lays it out: options sorted, whatever their case. */
const HELP = [
  'usage: ls [options] path',
  ' -?   help',
  ' -R   recurse',
  ' -s   stat',
  ' -w   watch',
];

/** [LsCommand] */
export const ls: Command = {
  name: 'ls',
  usage: '[-s] [-w] [-R] path',
  options,
  *run(words, { chroot }) {
    const first = parseOptions(options, words);
    // The help comes first, and the command is carried out all the same.
    if (has(first, '?')) yield* lines(HELP);
    const parsed = yield* takeWatchWord(options, words, first, 'ls path [watch]', 'ls [-w] path');
    mustHave(parsed.args, 2, ls);
    const [path, watch] = [pathOf(parsed), has(parsed, 'w')];
    if (has(parsed, 'R')) {
      yield* visitSubtree(chroot, path, watch, out);
      return;
    }
    const { children, stat } = yield* getChildren(chroot, path, watch);
    yield* out(`[${children.toSorted().join(', ')}]`);
    if (has(parsed, 's') && stat !== null) yield* lines(statLines(stat));
  },
};

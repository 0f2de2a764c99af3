import { err } from '../../steps.ts';
import { mustHave, pathOf, valued, versionOf } from '../command.ts';
import type { Command } from '../command.ts';
import { remove } from '../../api.ts';
import { parseOptions } from '../options.ts';

const options = { options: [valued('v', 'version')] };

/** A third word is warned of and then ignored: whatever the version, it deletes [DeleteCommand]. */
export const deleteNode: Command = {
  name: 'delete',
  usage: '[-v version] path',
  options,
  *run(words, { chroot }) {
    const parsed = parseOptions(options, words);
    mustHave(parsed.args, 2, deleteNode);
    if (parsed.args.length > 2) {
      yield* err(
        "'delete path [version]' has been deprecated. Please use 'delete [-v version] path' instead.",
      );
    }
    yield* remove(chroot, pathOf(parsed), versionOf(parsed));
  },
};

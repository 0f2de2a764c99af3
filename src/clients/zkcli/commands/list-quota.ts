import { err, out } from '../../steps.ts';
import { mustHave, pathOf } from '../command.ts';
import type { Command } from '../command.ts';
import { KeeperFailure } from '../../api-failures.ts';
import { getData } from '../../api.ts';
import { parseOptions } from '../options.ts';
import { limitPath, readTrack, statPath, trackText } from '../quota-text.ts';

const options = { options: [] };

/** [ListQuotaCommand] */
export const listQuota: Command = {
  name: 'listquota',
  usage: 'path',
  options,
  *run(words, { chroot }) {
    const parsed = parseOptions(options, words);
    mustHave(parsed.args, 2, listQuota);
    const path = pathOf(parsed);
    yield* err(`absolute path is ${limitPath(path)}`);
    try {
      const limits = readTrack((yield* getData(chroot, limitPath(path))).data);
      const stats = readTrack((yield* getData(chroot, statPath(path))).data);
      yield* out(`Output quota for ${path} ${trackText(limits)}`);
      yield* out(`Output stat for ${path} ${trackText(stats)}`);
    } catch (error) {
      if (!(error instanceof KeeperFailure) || error.code !== 'NoNode') throw error;
      yield* err(`quota for ${path} does not exist.`);
    }
  },
};

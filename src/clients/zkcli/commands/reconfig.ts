import { textOf } from '../../../zookeeper/records/utf8.ts';
import { flag, lines, usageOf, valued } from '../command.ts';
import type { Command } from '../command.ts';
import { CliFailure, NumberFormat } from '../failures.ts';
import { reconfigure } from '../../api.ts';
import { parseInt64 } from '../java-numbers.ts';
import { has, parseOptions, valueOf } from '../options.ts';
import type { Parsed } from '../options.ts';
import { statLines } from '../stat-lines.ts';

const options = {
  options: [
    flag('s', 'stats'),
    valued('v', 'required current config version'),
    valued('file', 'path of config file to parse for membership'),
    valued('members', 'comma-separated list of config strings for non-incremental reconfig'),
    valued('add', 'comma-separated list of config strings for new servers'),
    valued('remove', 'comma-separated list of server IDs to remove'),
  ],
};

/** [ReconfigCommand] */
export const reconfig: Command = {
  name: 'reconfig',
  usage:
    '[-s] [-v version] [[-file path] | [-members serverID=host:port1:port2;port3[,...]*]] | ' +
    '[-add serverId=host:port1:port2;port3[,...]]* [-remove serverId[,...]*]',
  options,
  *run(words) {
    const parsed = parseOptions(options, words);
    const [file, members, add, leaving] = ['file', 'members', 'add', 'remove'].map(
      (name) => valueOf(parsed, name)?.toLowerCase() ?? null,
    );
    const whole = file !== null || members !== null;
    const partly = add !== null || leaving !== null;
    if (!whole && !partly) throw new CliFailure(usageOf(reconfig));
    const version = versionOf(parsed);
    if (whole && partly) {
      throw new CliFailure(
        "Can't use -file or -members together with -add or -remove (mixing incremental" +
          ' and non-incremental modes is not allowed)',
      );
    }
    if (file !== null && members !== null) {
      throw new CliFailure(
        "Can't use -file and -members together (conflicting non-incremental modes)",
      );
    }
    if (file !== null) {
      // A simulated client has no files of its own.
      const name = valueOf(parsed, 'file') ?? '';
      throw new CliFailure(`Error processing ${name}${name} (No such file or directory)`);
    }
    const { data, stat } = yield* reconfigure(
      add ?? null,
      leaving ?? null,
      members ?? null,
      version,
    );
    yield* lines(['Committed new configuration:', textOf(data ?? '')]);
    if (has(parsed, 's')) yield* lines(statLines(stat));
  },
};

/** Hexadecimal, unlike the versions of the other commands. */
function versionOf(parsed: Parsed): number {
  const text = valueOf(parsed, 'v');
  try {
    return text === null ? -1 : Number(parseInt64(text, 16));
  } catch (error) {
    if (!(error instanceof NumberFormat)) throw error;
    throw new CliFailure('-v must be followed by a long (configuration version)');
  }
}

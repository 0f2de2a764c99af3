import { err } from '../../steps.ts';
import type { Steps } from '../../steps.ts';
import { mustHave, pathOf, valued } from '../command.ts';
import type { Command } from '../command.ts';
import { NumberFormat } from '../failures.ts';
import { parseInt32, parseInt64 } from '../java-numbers.ts';
import { parseOptions, valueOf } from '../options.ts';
import type { OptionsSpec, Parsed } from '../options.ts';
import { QUOTA_ROOT } from '../quota-text.ts';
import type { StatsTrack } from '../quota-text.ts';
import { createQuota } from './create-quota.ts';
import { LIMITS } from './quota-options.ts';

const options: OptionsSpec = {
  options: LIMITS.map(({ option, description }) => valued(option, description)),
  group: 'required',
};

/** [SetQuotaCommand] */
export const setQuota: Command = {
  name: 'setquota',
  usage: '-n|-b|-N|-B val path',
  options,
  *run(words, { chroot }) {
    const parsed = parseOptions(options, words);
    mustHave(parsed.args, 2, setQuota);
    const path = pathOf(parsed);
    if (path.startsWith(QUOTA_ROOT)) {
      yield* err(`cannot set a quota under the path: ${QUOTA_ROOT}`);
      return;
    }
    const limits = yield* readLimits(parsed);
    if (limits !== null) yield* createQuota(chroot, path, limits);
  },
};

/** Null when a value is of no use, which has then been said. */
function* readLimits(parsed: Parsed): Steps<StatsTrack | null> {
  const limits = new Map(LIMITS.map(({ key }): [string, bigint] => [key, -1n]));
  for (const { option, key } of LIMITS) {
    const text = valueOf(parsed, option);
    if (text === null) continue;
    const counts = option === 'n' || option === 'N';
    try {
      limits.set(key, counts ? BigInt(parseInt32(text)) : parseInt64(text));
    } catch (error) {
      if (!(error instanceof NumberFormat)) throw error;
      yield* err('NumberFormatException happens when parsing the option value');
      return null;
    }
    const value = limits.get(key) ?? -1n;
    if (counts ? value > 0n : value >= 0n) continue;
    yield* err(
      counts
        ? 'the num quota must be greater than zero'
        : 'the bytes quota must be greater than or equal to zero',
    );
    return null;
  }
  return limits;
}

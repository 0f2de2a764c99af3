import { err } from '../../steps.ts';
import type { Steps } from '../../steps.ts';
import { parseOptions } from '../options.ts';
import type { OptionsSpec, Parsed } from '../options.ts';

/**
 * `get path watch`, as until 3.4: whatever the third word is, it sets the watch, with a warning. Of all that
 * was typed the third word becomes `-w`, which spoils `get -s /a watch`
 * [GetCommand.retainCompatibility].
 */
export function* takeWatchWord(
  spec: OptionsSpec,
  words: readonly string[],
  parsed: Parsed,
  old: string,
  now: string,
): Steps<Parsed> {
  if (parsed.args.length <= 2) return parsed;
  yield* err(`'${old}' has been deprecated. Please use '${now}' instead.`);
  return parseOptions(spec, words.with(2, '-w'));
}

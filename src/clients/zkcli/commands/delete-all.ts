import { err, resultOf } from '../../steps.ts';
import type { Steps, Ticket } from '../../steps.ts';
import type { CallResult } from '../../calls.ts';
import { mustHave, pathOf, valued } from '../command.ts';
import type { Command } from '../command.ts';
import { CliFailure, NumberFormat } from '../failures.ts';
import { mustBePath, submitMulti } from '../../api.ts';
import type { Chroot } from '../../api.ts';
import { parseInt32 } from '../java-numbers.ts';
import { parseOptions, valueOf } from '../options.ts';
import type { Parsed } from '../options.ts';
import { listSubtree } from '../subtree.ts';

const options = { options: [valued('b', 'batch size')] };

/** [DeleteAllCommand] */
export const deleteAll: Command = {
  name: 'deleteall',
  usage: 'path [-b batch size]',
  options,
  *run(words, { chroot }) {
    const parsed = parseOptions(options, words);
    mustHave(parsed.args, 2, deleteAll);
    const batch = batchOf(parsed);
    const path = pathOf(parsed);
    mustBePath(path);
    const paths = yield* listSubtree(chroot, path);
    if (!(yield* deleteInBatches(chroot, paths.toReversed(), batch))) {
      yield* err('Failed to delete some node(s) in the subtree!');
    }
  },
};

function batchOf(parsed: Parsed): number {
  const text = valueOf(parsed, 'b');
  try {
    return text === null ? 1000 : parseInt32(text);
  } catch (error) {
    if (error instanceof NumberFormat) throw new CliFailure('-b argument must be an int value');
    throw error;
  }
}

/** A multi that failed is no error of its reply: one of its results tells. */
const wentWell = ({ err: code, body }: CallResult): boolean =>
  code === 'OK' &&
  body.kind === 'multi' &&
  body.results.every((result) => result.op !== 'error' || result.code === 'OK');

/** How many multis may be on their way at once. */
const RATE_LIMIT = 10;

/**
 * Leaves first, one multi a batch, without waiting for one before the next is sent. Once a multi has
 * failed, no further one is sent [ZKUtil.deleteInBatch].
 * @returns whether all of them went well
 */
function* deleteInBatches(chroot: Chroot, paths: readonly string[], size: number): Steps<boolean> {
  // Not even one node fills a batch of 0 or fewer: then everything is one batch.
  const step = size < 1 ? paths.length : size;
  const waiting: Ticket[] = [];
  let success = true;
  function* settle(): Steps {
    const oldest = waiting.shift();
    if (oldest !== undefined) success = wentWell(yield* resultOf(oldest)) && success;
  }
  for (let from = 0; from < paths.length && success; from += step) {
    if (waiting.length === RATE_LIMIT) yield* settle();
    const ops = paths.slice(from, from + step);
    const multi = ops.map((path) => ({ op: 'delete', path, version: -1 }) as const);
    waiting.push(yield* submitMulti(chroot, multi));
  }
  while (waiting.length > 0) yield* settle();
  return success;
}

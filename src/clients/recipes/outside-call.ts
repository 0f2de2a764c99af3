/** A step that asks a process outside ZooKeeper, and what its answer leaves in variables. */
import { isOperation, requestWith, WrongArgument } from '../../protocols/outside/ask.ts';
import { valueText } from '../../protocols/outside/messages.ts';
import type { OutsideReply, OutsideRequest } from '../../protocols/outside/messages.ts';
import { tokenOf } from '../../protocols/outside/token.ts';
import type { Verbs } from '../../view/recipe-program.ts';
import type { Call } from '../calls.ts';
import { evaluate, isZxid, numberAt, ProgramFault, textAt, textOfValue } from './values.ts';
import type { Value, Values } from './values.ts';

/** Default: a second. */
const PATIENCE_MS = 1000;

const plain = (value: Value): string | number =>
  isZxid(value) ? tokenOf(value) : typeof value === 'number' ? value : textOfValue(value);

/** @throws ProgramFault for what is no such request */
function requestIn({ op, args = {} }: Verbs['call'], values: Values): OutsideRequest {
  if (!isOperation(op)) throw new ProgramFault(`nobody knows ${op}`);
  const given = Object.entries(args).map(([name, term]): [string, string | number | boolean] => [
    name,
    typeof term === 'boolean' ? term : plain(evaluate(term, values)),
  ]);
  try {
    return requestWith(op, Object.fromEntries(given));
  } catch (error) {
    if (error instanceof WrongArgument) throw new ProgramFault(error.message);
    throw error;
  }
}

/** @throws ProgramFault */
export const asking = (call: Verbs['call'], values: Values): Extract<Call, { kind: 'ask' }> => ({
  kind: 'ask',
  to: textAt(call.to, values),
  request: requestIn(call, values),
  timeoutMs:
    call.timeoutMs === undefined ? PATIENCE_MS : Math.max(0, numberAt(call.timeoutMs, values)),
});

/** As it is shown at its line. */
export const shownReply = ({ err, value }: OutsideReply): string => {
  if (err !== 'OK') return err;
  return value === null ? 'OK' : valueText(value);
};

import type { Condition } from '../view/condition.ts';
import type { AnyWorld } from './protocol.ts';

type UnderWay = Extract<Condition, { readonly underWay: unknown }>['underWay'];

/** Whether just so many messages of a kind have left one process and not been handled by the other. */
export function areUnderWay({ network, model }: AnyWorld, asked: UnderWay): boolean {
  const { from, to, kind, count } = asked;
  const found = network.flights
    .values()
    .filter((each) => each.from === from && each.to === to)
    .filter(({ message }) => model.describe(message, from, to).kind === kind);
  return found.length === count;
}

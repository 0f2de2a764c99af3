import type { FactValue } from '../view/fact.ts';
import type { KernelEvent } from './model.ts';

/**
 * How a protocol says its facts, each with the data that its rule has. Call it under `e.io.explaining`,
 * so that data is built only for somebody who reads it.
 */
export const sayer =
  <Facts>() =>
  <K extends keyof Facts & string>(
    e: Pick<KernelEvent, 'io'>,
    rule: K,
    data: { readonly [F in keyof Facts[K]]: Facts[K][F] & FactValue },
  ): void =>
    e.io.explain(rule, data as unknown as Readonly<Record<string, FactValue>>);

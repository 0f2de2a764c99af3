import type { Fact } from '../../../view/fact.ts';

/** A zxid with which a leader began its epoch, as a fact writes it. */
const BEGINNING = /^([1-9]\d*)·0$/u;

/** The zxids in some facts that nobody wrote, each once. */
export const beginnings = (
  facts: readonly Fact[],
): readonly { readonly zxid: string; readonly epoch: number }[] => {
  const found = new Map<string, number>();
  for (const { data } of facts) {
    for (const value of Object.values(data)) {
      const epoch = typeof value === 'string' ? BEGINNING.exec(value)?.[1] : undefined;
      if (epoch !== undefined) found.set(String(value), Number(epoch));
    }
  }
  return [...found].map(([zxid, epoch]) => ({ zxid, epoch }));
};

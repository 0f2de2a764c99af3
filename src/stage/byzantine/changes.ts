import type { ByzantineDetail } from '../../view/byzantine.ts';
import type { Frame } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';

/** Whose part of the detail the last step has changed: who has decided, or else who has heard something. */
export const byzantineChange = (
  before: Frame<ByzantineDetail> | null,
  frame: Frame<ByzantineDetail>,
): Pid | null => {
  if (before === null) return null;
  const old = new Map(before.detail.generals.map((one) => [one.pid, one]));
  const decided = frame.detail.generals.filter(
    ({ pid, decided: now }) => now !== null && old.get(pid)?.decided === null,
  );
  if (decided.length > 0) return decided.length === 1 ? (decided[0]?.pid ?? null) : null;
  const heard = frame.detail.generals.find(({ pid, heard: now, signed }) => {
    const was = old.get(pid);
    return (
      was !== undefined &&
      (now.some((one, i) => one !== was.heard[i]) || signed.length !== was.signed.length)
    );
  });
  return heard?.pid ?? null;
};

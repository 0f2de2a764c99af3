/** What a server keeps, and what it says only when it is kept. */
import { edit } from './member.ts';
import type { Store, StoreDisk, StoreEvent, Written } from './member.ts';

const writtenOf = (e: StoreEvent): Written => e.data as Written;

const skipsDisk = ({ config }: Store): boolean => config.broken.has('answer-before-disk');

/**
 * Keeps this, then sends what says so.
 * @param round of the quorum store that goes on then
 */
export function keep(
  s: Store,
  e: StoreEvent,
  change: Partial<StoreDisk>,
  sends: Written['sends'],
  round = 0,
): Store {
  const next = edit(s);
  next.disk = { ...s.disk, ...change };
  next.writing = s.writing + 1;
  const early = skipsDisk(s);
  if (early) {
    next.register = next.disk.register;
    for (const { to, message } of sends) e.io.sendTo(to, message);
  }
  e.io.persist(next.disk, 'DISK_KEPT', { disk: next.disk, sends: early ? [] : sends, round });
  return next;
}

/** Says something that is true once all that is being kept now is. */
export function sayKept(s: Store, e: StoreEvent, sends: Written['sends']): Store {
  if (s.writing > 0) {
    const next = edit(s);
    next.owed = [...s.owed, { behind: s.writing, sends }];
    return next;
  }
  for (const { to, message } of sends) e.io.sendTo(to, message);
  return s;
}

/** It is on the disk: syncs are in order. */
export function kept(s: Store, e: StoreEvent): Store {
  const { disk, sends } = writtenOf(e);
  const next = edit(s);
  next.register = disk.register;
  next.writing = s.writing - 1;
  for (const { to, message } of sends) e.io.sendTo(to, message);
  for (const each of s.owed)
    if (each.behind === 1) for (const { to, message } of each.sends) e.io.sendTo(to, message);
  next.owed = s.owed.flatMap(({ behind, sends: later }) =>
    behind === 1 ? [] : [{ behind: behind - 1, sends: later }],
  );
  return next;
}

export const keptRound = (e: StoreEvent): number => writtenOf(e).round;

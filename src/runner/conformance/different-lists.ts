/**
 * Where a case does not say that its servers' files list different servers, what they heard of each other
 * shows it: whoever looks for a leader tells all voters on its list, and a server takes votes only
 * of those on its own [WorkerReceiver.run, validVoter].
 */
import type { Pid } from '../../view/time.ts';
import type { Field } from './json.ts';

/** The votes that servers took of each other, as their logs have it; pairs of `at` and `from`. */
function votesTaken(notifications: Field): ReadonlyMap<Pid, ReadonlySet<Pid>> {
  const taken = new Map<Pid, Set<Pid>>();
  for (const each of notifications.list()) {
    const at = each.at('at').number();
    taken.set(at, (taken.get(at) ?? new Set()).add(each.at('from').number()));
  }
  return taken;
}

/**
 * Looked at only when the outcome is another one than was recorded.
 * @returns why the case is beyond what is simulated; null when nothing speaks for it
 */
export function differentLists(file: Field): string | null {
  const notifications = file.at('notifications');
  if (notifications.missing) return null;
  const observers = file.at('config').at('observers');
  const silent = new Set(observers.missing ? [] : observers.list().map((sid) => sid.number()));
  const taken = votesTaken(notifications);
  for (const [one, from] of taken) {
    if (silent.has(one)) continue;
    for (const other of from) {
      // They were in touch, for one of them heard the other.
      if (other === one || silent.has(other) || !from.has(one)) continue;
      if (taken.get(other)?.has(one) !== false) continue;
      return `notifications: server ${other} never took a vote of server ${one}, which voted and had votes of its: their files do not all list the same servers; say in config.lists which list which, as in {"1": [1, 2]}`;
    }
  }
  return null;
}

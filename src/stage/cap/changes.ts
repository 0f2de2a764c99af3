import type { CapDetail } from '../../view/cap.ts';
import type { Frame } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';

/** Whose part the last step changed: a server's role or value, a client's request; null when nobody's did. */
export const capChange = (before: Frame<CapDetail> | null, after: Frame<CapDetail>): Pid | null => {
  if (before === null || before.branch !== after.branch || before.position >= after.position) {
    return null;
  }
  const alive = new Map(before.processes.map(({ pid, liveness }) => [pid, liveness]));
  const turned = after.processes.find(({ pid, liveness }) => alive.get(pid) !== liveness);
  if (turned !== undefined) return turned.pid;
  const requests = new Map(before.detail.requests.map((one) => [one.number, one]));
  const asked = after.detail.requests.find(
    (one) => requests.get(one.number)?.outcome !== one.outcome,
  );
  if (asked !== undefined) return asked.client;
  const servers = new Map(before.detail.servers.map((one) => [one.pid, one]));
  const moved = after.detail.servers.find((one) => {
    const old = servers.get(one.pid);
    return old !== undefined && (old.role !== one.role || old.value !== one.value);
  });
  return moved?.pid ?? null;
};

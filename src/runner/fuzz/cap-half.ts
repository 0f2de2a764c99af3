import type { CapClientSetup, CapOpSetup, CapSlowSetup } from '../../view/cap-setup.ts';
import type { Pid } from '../../view/time.ts';
import type { Dice } from './dice.ts';

interface Half {
  readonly clients: readonly CapClientSetup[];
  readonly workload: readonly CapOpSetup[];
  readonly slow: readonly CapSlowSetup[];
}

/**
 * A write that has come to some servers and not yet to others, and clients at several of them who read one
 * after the other meanwhile: what the first has read, the next must not miss.
 */
export function halfWritten(dice: Dice, servers: readonly Pid[]): Half {
  const [writer = 1, ...others] = dice.some(servers, servers.length);
  const soon = new Set(others.slice(0, Math.max(1, Math.floor(others.length / 4))));
  const us = dice.magnitude(300_000, 2_000_000);
  const late = others.filter((to) => !soon.has(to));
  // From when the writer has asked what there is.
  const slow = late.map((to) => ({
    fromMs: 2,
    from: writer,
    to,
    latency: { kind: 'fixed', us } as const,
  }));
  const clients = servers.map((server, index) => ({ id: 101 + index, server }));
  const at = (server: Pid): Pid => clients.find((each) => each.server === server)?.id ?? 101;
  const readers = [...soon, ...dice.some(others, dice.between(1, 4))];
  const reads = readers.map((server, index): CapOpSetup => {
    const first = index === 0;
    const atMs = first ? dice.between(10, 60) : dice.magnitude(1, 30);
    return { client: at(server), kind: 'read', atMs, ...(!first && { after: index + 1 }) };
  });
  return {
    clients,
    workload: [{ client: at(writer), kind: 'write', value: 1, atMs: 0 }, ...reads],
    slow,
  };
}

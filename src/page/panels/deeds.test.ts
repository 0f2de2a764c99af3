import { describe, expect, it } from 'vitest';
import { ensembleLayout } from '../../stage/ensemble-layout.ts';
import type { Liveness, LinkView, ProcessView } from '../../view/frame.ts';
import { messageDeeds, processDeeds } from './deeds.ts';

const layout = ensembleLayout([1, 2, 3], { width: 620, height: 480 });
const process = (pid: number, liveness: Liveness = 'up'): ProcessView => ({
  pid,
  name: `S${pid}`,
  liveness,
  state: 'LOOKING',
  dark: false,
  diskless: false,
  machineState: 'looking',
});
const cut = (from: number, to: number): LinkView => ({
  from,
  to,
  cut: true,
  latency: null,
  loss: 0,
  duplication: 0,
});
const deeds = (liveness: Liveness, links: readonly LinkView[] = []) =>
  processDeeds(
    process(1, liveness),
    { processes: [process(1, liveness), process(2), process(3)], links },
    layout,
  );

describe('what can be done where it stands', () => {
  it('to a process depends on whether it runs', () => {
    const words = (liveness: Liveness): readonly string[] =>
      deeds(liveness)
        .map(({ word }) => word)
        .slice(0, -2);
    expect(words('up')).toEqual(['kill', 'powerOff', 'pause']);
    expect(words('paused')).toEqual(['kill', 'powerOff', 'resume']);
    expect(words('crashed')).toEqual(['start', 'wipe']);
    expect(words('off')).toEqual(['start', 'wipe']);
  });

  it('cuts the links that still work, and mends those that do not, each in one act', () => {
    const [cutAll, mendAll] = deeds('up', [cut(1, 2), cut(2, 1), cut(3, 1)]).slice(-2);
    expect(cutAll?.what).toEqual({ kind: 'cut-links', links: [{ a: 1, b: 3 }] });
    expect(mendAll?.what).toEqual({
      kind: 'mend-links',
      links: [
        { a: 1, b: 2 },
        { a: 1, b: 3 },
      ],
    });
  });

  it('says why nothing is left to cut or to mend', () => {
    expect(deeds('up').map(({ not }) => not ?? '')).toEqual(['', '', '', '', 'noneCut']);
    const all = [cut(1, 2), cut(2, 1), cut(3, 1), cut(1, 3)];
    expect(deeds('up', all).map(({ not }) => not ?? '')).toEqual(['', '', '', 'allCut', '']);
  });

  it('to a message depends on its link', () => {
    const tcp = messageDeeds({ id: 7, status: 'flying', nature: 'tcp' });
    expect(tcp.map(({ word, not }) => `${word} ${not ?? ''}`.trim())).toEqual([
      'pullBack',
      'deliver',
      'drop reliable',
      'duplicate reliable',
    ]);
    const datagram = messageDeeds({ id: 7, status: 'held', nature: 'datagram' });
    expect(datagram.map(({ word, not }) => `${word} ${not ?? ''}`.trim())).toEqual([
      'release',
      'deliver',
      'drop',
      'duplicate',
    ]);
    expect(datagram[0]?.what).toEqual({ kind: 'release', message: 7 });
  });
});

import type { FutureCell, FutureServer, FutureView } from '../../../view/write-path.ts';
import type { DrawnFuture, FutureTexts } from './texts.ts';

const SESSION = '0x1';

/**
 * How a future of so many servers ends: the last one has died and the one before it leads.
 * @param kept whether the write survives
 */
export function future(servers: number, kept: boolean, between = false): FutureView {
  const dead = servers;
  const leader = Math.max(1, servers - 1);
  const epochs = between ? [1, 1, 2] : [1, 1];
  return {
    branch: kept ? 2 : 1,
    length: kept ? 265 : 249,
    write: {
      session: SESSION,
      cxid: 1,
      client: 101,
      op: 'create',
      path: '/b',
      zxid: { epoch: 1, counter: 2 },
      failed: false,
    },
    fate: kept ? 'survives' : 'dropped',
    told: kept ? 'ok' : 'lost',
    err: kept ? 'OK' : '',
    leader,
    txns: epochs.map((epoch, index) => ({
      zxid: { epoch, counter: epoch === 2 ? 1 : index + 1 },
      session: SESSION,
      cxid: index,
      type: index === 0 ? 'createSession' : 'create',
      path: ['', '/b', '/c'][index] ?? '',
    })),
    servers: Array.from({ length: servers }, (_, index): FutureServer => {
      const pid = index + 1;
      const own: FutureCell = kept ? 'committed' : pid === dead ? 'cut' : 'nothing';
      return {
        pid,
        observer: false,
        liveness: 'up',
        state: pid === leader ? 'LEADING' : 'FOLLOWING',
        epoch: 2,
        last: { epoch: 1, counter: kept ? 2 : 1 },
        cells: between ? ['committed', own, 'committed'] : ['committed', own],
        sync: pid === dead ? syncOf(leader, kept, between) : null,
      };
    }),
    events: [
      { kind: 'died', position: kept ? 140 : 120, time: 1000, pids: [dead] },
      { kind: 'leads', position: 200, time: 2000, pids: [leader] },
      { kind: 'returns', position: 210, time: 3000, pids: [dead] },
    ],
  };
}

const syncOf = (leader: number, kept: boolean, between: boolean): FutureServer['sync'] => ({
  leader,
  how: kept ? 'DIFF' : between ? 'SNAP' : 'TRUNC',
  zxid: kept ? '1·2' : between ? '2·1' : '1·1',
  txns: 0,
  with: '1·2',
});

const texts = (letter: string, of: FutureView): FutureTexts => ({
  label: `Future ${letter}`,
  title: of.fate === 'dropped' ? 'S3 dies after its own log' : 'S3 dies after the reply',
  verdict: of.fate === 'dropped' ? '/b is dropped' : '/b survives',
  client: 'α',
  told: of.told === 'ok' ? 'OK' : 'connection lost',
  note:
    of.told === 'ok'
      ? 'told that /b is written: it must stay'
      : 'told nothing: losing /b is allowed',
});

export const drawnFutures = (...futures: readonly FutureView[]): readonly DrawnFuture[] =>
  futures.map((of, index) => {
    const letter = index === 0 ? 'A' : 'B';
    return { letter, future: of, texts: texts(letter, of), broken: false };
  });

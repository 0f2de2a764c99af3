/**
 * Plays a trace of the broadcast row by row on the real members of an ensemble, and writes what came of it
 * in the same words: a trace holds when what is played is what is written.
 *
 *   start                                            | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; …
 *   S3           logs 1:2=b                          | S3[L p1 a1] 1:1=a✓,1:2=b
 *   S3 → S1      PROPOSAL(1:2), logged, ACK          | S1[F p1 a1] 1:1=a✓,1:2=b
 *   S3 → client  1:2 is committed and told           | S3[L p1 a1] 1:1=a✓,1:2=b✓
 *
 * Behind the bar stands who has changed (`trace-state.ts`), and `✗` with the invariants that the row breaks
 * for the first time. `a` is the transaction that opens the client's session, the others are nodes of their
 * letter, so that no zxid of the specification has to be shifted.
 */
import { TraceActs } from './trace-acts.ts';
import { fixed } from './trace-world.ts';
import type { Trace } from './trace-world.ts';

export type { Trace } from './trace-world.ts';

class Rows extends TraceActs {
  /** @returns the row's left side, with what was decided in it */
  perform(row: string): string {
    if (row === 'start') {
      this.start();
      return row;
    }
    const [, who = '', to, what = ''] = /^(\S+)(?: → (\S+))? +(.+)$/u.exec(row) ?? [];
    const from = this.pid(who.split(',')[0] ?? '');
    const other = to === undefined || !to.startsWith('S') ? from : this.pid(to);
    const zxid = /\d+:\d+/u.exec(what)?.[0] ?? '';
    switch (what.replaceAll(/\d+:\d+(=\w)?/gu, 'z').replaceAll(/S\d( S\d)*/gu, 'S')) {
      case 'logs z':
        this.propose(from, zxid, what.slice(-1));
        return row;
      case 'PROPOSAL(z), logged, ACK':
      case 'PROPOSAL(z) overtakes, logged, ACK':
        this.stage.deliver(from, other, `PROPOSAL(${zxid})`, what.includes('overtakes'));
        this.stage.until(row, () => this.has(other, zxid).logged && this.acks(other, from, zxid));
        return row;
      case 'PROPOSAL(z), ACK, not yet on disk':
        this.stage.do({ kind: 'disk-latency', pid: other, latency: fixed(10_000_000) });
        this.stage.deliver(from, other, `PROPOSAL(${zxid})`);
        this.stage.until(row, () => this.acks(other, from, zxid));
        return row;
      case 'z is committed and told':
        this.commit(row, from, zxid);
        return row;
      case 'COMMIT(z)':
        this.takeCommit(row, from, other, zxid);
        return row;
      case 'die':
        for (const pid of this.pids(who)) this.stage.do({ kind: 'kill', pid });
        return row;
      case 'lose power':
        for (const pid of this.pids(who)) {
          this.stage.do({ kind: 'power-off', pid });
          this.stage.do({ kind: 'disk-latency', pid, latency: null });
        }
        return row;
      case 'start again':
        this.stage.do({ kind: 'start', pids: this.pids(who) });
        return row;
      case 'sleeps':
        this.stage.do({ kind: 'pause', pid: from });
        return row;
      case 'wakes':
        this.stage.do({ kind: 'resume', pid: from });
        this.stage.settle();
        return row;
      case 'is elected':
        this.lookAgain();
        this.stage.until(row, () => this.isElected(from));
        return row;
      default:
    }
    if (what.startsWith('sync')) return this.synchronise(row, from, other);
    if (what.startsWith('leads epoch')) this.discover(row, from, other);
    else if (what.startsWith('established'))
      this.bringUp(row, from, this.pids(/S.*/u.exec(what)?.[0] ?? ''));
    else if (what === 'is up to date') this.bringUp(row, other, [from]);
    else if (what.startsWith('writes currentEpoch')) this.writeEpochFirst(row, from);
    else {
      this.stage.deliver(from, other, what);
      this.stage.settle();
    }
    return row;
  }
}

/** What the rows of a trace come to, and what its clients were told. */
export function play(trace: Trace): { readonly rows: string; readonly told: string } {
  const rows = new Rows(trace);
  const { world } = rows.stage;
  let before = new Map<string, string>();
  const played = trace.rows
    .trim()
    .split('\n')
    .map((row) => {
      const broken = world.violations.length;
      const said = rows.perform(row.split('|')[0]?.trim() ?? '');
      const now = rows.shown();
      const changed = [...now].filter(([name, text]) => before.get(name) !== text);
      before = now;
      const failed = world.violations.slice(broken).map(({ invariant }) => invariant);
      const what = changed.map(([, text]) => text).join('; ');
      return `${said} | ${what}${failed.length > 0 ? ` ✗ ${failed.join(', ')}` : ''}`;
    });
  const { told } = rows.state;
  return { rows: played.join('\n'), told: told.filter((text) => !text.endsWith('=a')).join(' ') };
}

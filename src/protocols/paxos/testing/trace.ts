/**
 * How a golden trace is written: one row a line.
 *
 *   A1 → A2 Accept(1,10%) Accepted(1,10%) | A2=1/1:10% | chosen 10%@1
 *   A1 decides 1 {A1,A2,A3} 10%
 *
 * A request comes with its immediate answer; `decides` is the proposer's own step once a quorum has
 * promised. Behind a bar stands what changed: an acceptor as `promised/voted in:for`, or what came to
 * be chosen.
 */
export interface Trace {
  readonly title: string;
  /** A1, A2, … */
  readonly acceptors: number;
  readonly rows: readonly string[];
  /** Messages between processes, answers included. */
  readonly messages: number;
}

/** What a row tells beyond what is done in it. */
export interface Told {
  readonly act: string;
  readonly changes: readonly string[];
}

export function readRow(row: string): Told {
  const [act = '', ...changes] = row.split(' | ');
  return { act, changes };
}

/** What stands in the state column after each row: every acceptor, then all that is chosen. */
export function columns({ acceptors, rows }: Trace): string[] {
  const state = new Map<string, string>();
  for (let i = 1; i <= acceptors; i++) state.set(`A${i}`, '0/-');
  const chosen: string[] = [];
  return rows.map((row) => {
    for (const change of readRow(row).changes) {
      const [name, is] = change.split('=');
      if (is === undefined) chosen.push(change.replace('chosen ', ''));
      else state.set(name ?? '', is);
    }
    const acceptorsNow = [...state].map(([name, is]) => `${name}=${is}`).join(' ');
    return `${acceptorsNow} | ${chosen.toSorted().join(', ') || '–'}`;
  });
}

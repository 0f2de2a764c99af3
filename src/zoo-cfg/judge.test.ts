import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dynamicOf } from './dynamic.ts';
import { judge } from './judge.ts';
import { readCfg } from './read.ts';

const recorded = <T>(name: string): readonly T[] =>
  JSON.parse(
    readFileSync(new URL(`../../fixtures/zookeeper-3.8/cfg/${name}`, import.meta.url), 'utf8'),
  ) as T[];

interface Parsed {
  readonly name: string;
  readonly cfg: string;
  /** What the file myid said; without it, the id of the first server line. */
  readonly sid?: number;
  readonly parse: 'standalone' | 'ensemble' | 'refused';
  readonly why?: string;
  readonly log?: readonly string[];
}

interface WithDynamic extends Parsed {
  /** The file that is named; null: it cannot be read, as `unread` says. */
  readonly dynamic: string | null;
  readonly unread?: string;
}

interface Started {
  readonly cfg: string;
  readonly sid: number;
  readonly start: 'serves' | 'ends' | 'waits';
  readonly log: readonly string[];
}

/** What is printed when the server starts, not when it reads its file. */
const AT_START = new Set(['never-serves', 'ignored-value', 'ends-at-start']);
const atStart = ({ code, data }: { code: string; data: Record<string, unknown> }): boolean =>
  AT_START.has(code) || (code === 'raised' && data['key'] !== 'autopurge.snapRetainCount');

describe('a zoo.cfg', () => {
  it.each(recorded<Parsed>('parsed.json'))('is judged as by a real server: $name', (each) => {
    const { verdict, why, notes } = judge(readCfg(each.cfg), each.sid ?? null, noFile(each.cfg));
    if (notes.some((note) => note.kind === 'refused' && atStart(note))) return;
    expect({ verdict, why: why?.trim() }).toEqual({ verdict: each.parse, why: each.why?.trim() });
    if (verdict === 'refused') return;
    const log = notes.flatMap((note) =>
      note.kind === 'warning' && !atStart(note) ? (note.said ?? []) : [],
    );
    expect(log.toSorted()).toEqual((each.log ?? []).toSorted());
  });

  it.each(recorded<Started>('started.json'))('starts as a real server does: $sid $cfg', (each) => {
    const { verdict, why = '', notes } = judge(readCfg(each.cfg), each.sid);
    const waits = notes.some(({ code }) => code === 'never-serves' || code === 'no-client-port');
    expect(verdict === 'refused' ? 'ends' : waits ? 'waits' : 'serves').toBe(each.start);
    expect(each.log.join('\n')).toContain(why);
    const quoted = notes
      .filter(({ code }) => AT_START.has(code) || code === 'raised')
      .flatMap(({ said }) => said ?? []);
    for (const said of quoted) expect(each.log.join('\n')).toContain(said);
  });

  it.each(recorded<WithDynamic>('dynamic.json'))(
    'is judged together with the file that it names: $name',
    ({ cfg, dynamic, unread, sid, parse, why: said, log }) => {
      const file = readCfg(cfg);
      const read = () => (dynamic === null ? { why: unread ?? '' } : { text: dynamic });
      const { verdict, why, notes } = judge(file, sid ?? -1, dynamicOf(file, read));
      expect({ verdict, why }).toEqual({ verdict: parse, why: said });
      const warned = notes.flatMap((note) => (note.kind === 'warning' ? (note.said ?? []) : []));
      // Of a refused file a real server logs only what it came to.
      const logged = verdict === 'refused' ? warned : (log ?? []);
      expect(warned).toEqual(logged);
      // Whoever looks for the fault looks at the file that was given.
      const lines = cfg.split('\n').length;
      expect(notes.every(({ line }) => line < lines)).toBe(true);
    },
  );
});

/** Nothing lies at the path that a file names. */
const noFile = (cfg: string): ReturnType<typeof dynamicOf> =>
  dynamicOf(readCfg(cfg), () => ({ why: 'No such file or directory' }));

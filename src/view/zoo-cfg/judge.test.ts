import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dynamicOf } from './dynamic.ts';
import { judge } from './judge.ts';
import { readCfg } from './read.ts';

const recorded = <T>(name: string): readonly T[] =>
  JSON.parse(
    readFileSync(new URL(`../../../fixtures/zookeeper-3.8/cfg/${name}`, import.meta.url), 'utf8'),
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
    const quoted = notes.filter(({ code }) => AT_START.has(code)).flatMap(({ said }) => said ?? []);
    for (const said of quoted) expect(each.log.join('\n')).toContain(said);
  });

  const dynamic = (
    text: string,
    cfg = 'dataDir=/d\nclientPort=2181\ninitLimit=5\nsyncLimit=2\n',
  ) => {
    const file = readCfg(`${cfg}dynamicConfigFile=/d/zoo.dyn\n`);
    return judge(
      file,
      1,
      dynamicOf(file, () => ({ text })),
    );
  };

  it('takes its servers from the file that it names', () => {
    const three = [1, 2, 3].map((n) => `server.${n}=h${n}:2888:3888;2181\n`).join('');
    expect(dynamic(three)).toMatchObject({ verdict: 'ensemble', notes: [] });
    expect(dynamic(`${three}version=1\n`).why).toBe("dynamic file shouldn't have version inside");
    expect(dynamic(`${three}tickTime=5\n`).why).toBe('Unrecognised parameter: tickTime');
    expect(dynamic(three.replaceAll(';2181', ';2182')).why).toBe(
      'client address for this server (id = 1) in static config file is 0.0.0.0/0.0.0.0:2181 is different from client address found in dynamic file: /0.0.0.0:2182',
    );
    expect(dynamic(`${three}server.x=h:1:2\n`).notes[0]).toMatchObject({
      line: 5,
      key: 'server.x',
    });
  });
});

/** Nothing lies at the path that a file names. */
const noFile = (cfg: string): ReturnType<typeof dynamicOf> =>
  dynamicOf(readCfg(cfg), () => ({ why: 'No such file or directory' }));

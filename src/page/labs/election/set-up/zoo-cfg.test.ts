import { describe, expect, it } from 'vitest';
import { hasRefused } from '../../../../zoo-cfg/note.ts';
import { parseZooCfg } from './zoo-cfg.ts';

const NOTES = `# The number of milliseconds of each tick
tickTime=2000
initLimit=10
syncLimit=5
dataDir=/opt/zk/data
clientPort=2181
server.1=hadoop102:2888:3888
server.2=hadoop103:2888:3888
server.3=hadoop104:2888:3888
`;

const codes = (text: string): string[] =>
  parseZooCfg(text).notes.map((note) => `${note.kind} ${note.code}@${note.line}`);

describe('parseZooCfg', () => {
  it('reads servers and limits, and has nothing to say about a usual file', () => {
    const cfg = parseZooCfg(NOTES);
    expect(cfg.servers.map((s) => [s.sid, s.host, s.observer])).toEqual([
      [1, 'hadoop102', false],
      [2, 'hadoop103', false],
      [3, 'hadoop104', false],
    ]);
    expect(cfg).toMatchObject({ tickTimeMs: 2000, initLimit: 10, syncLimit: 5, notes: [] });
  });

  it('reads the peer type, a client port behind a semicolon, and IPv6', () => {
    const cfg = parseZooCfg(
      `${NOTES}server.4=[fe80::1]:2888:3888:observer;2181\nserver.5 = a:2888:3888\n`,
    );
    expect(cfg.servers.slice(3)).toMatchObject([
      { sid: 4, host: 'fe80::1', observer: true },
      { sid: 5, host: 'a', observer: false },
    ]);
    expect(hasRefused(cfg.notes)).toBe(false);
  });

  it('names the line of each error', () => {
    expect(codes('initLimit=x\nsyncLimit=5\nserver.1=a:2888\nserver.y=b:2888:3888\nhello')).toEqual(
      [
        'refused bad-number@1',
        'refused bad-server@3',
        'refused bad-sid@4',
        'warning not-key-value@5',
      ],
    );
    const elsewhere = parseZooCfg(`${NOTES}server.0=h:1:2\nserver.256=h:1:2\n`).notes;
    expect(elsewhere.filter(({ kind }) => kind === 'refused')).toMatchObject([
      { code: 'sid-not-here', line: 10 },
      { code: 'sid-not-here', line: 11 },
    ]);
  });

  it("uses ZooKeeper's own words where it has some", () => {
    const said = (text: string): (string | undefined)[] =>
      parseZooCfg(text).notes.map((note) => note.said);
    const limits = 'initLimit=10\nsyncLimit=5\n';
    const line = (n: number, type = ''): string => `server.${n}=h:2888:3888${type}\n`;
    expect(said(limits + line(1))).toEqual([
      'Invalid configuration, only one server specified (ignoring)',
    ]);
    expect(said(limits + line(1) + line(2))).toEqual([
      'No server failure will be tolerated. You need at least 3 servers.',
    ]);
    expect(said(limits + [1, 2, 3, 4].map((n) => line(n)).join(''))).toEqual([
      'Non-optimal configuration, consider an odd number of servers.',
    ]);
    expect(said(limits + line(1, ':observer'))).toEqual([
      'Observers w/o participants is an invalid configuration',
    ]);
    expect(said(line(1) + line(2) + line(3))).toEqual([
      'initLimit is not set',
      'syncLimit is not set',
    ]);
    expect(said(limits + line(1, ':voter') + line(2) + line(3) + line(4))).toEqual([
      'Unrecognised peertype: voter',
    ]);
  });

  it('keeps the last of two equal keys, as a properties file does, and says so', () => {
    const cfg = parseZooCfg(`${NOTES}server.3=other:2888:3888:observer\n`);
    expect(cfg.servers[2]).toMatchObject({ host: 'other', observer: true });
    expect(cfg.notes[1]).toMatchObject({ code: 'duplicate-key', data: { earlier: 9 }, line: 10 });
  });

  it('refuses an empty file, more than eleven servers and a port used twice', () => {
    expect(codes('')).toEqual(['refused no-servers@0']);
    const many = Array.from({ length: 12 }, (_, i) => `server.${i + 1}=h:2888:3888`).join('\n');
    expect(codes(`initLimit=1\nsyncLimit=1\n${many}`)).toEqual(['refused too-many-servers@0']);
    expect(codes('initLimit=1\nsyncLimit=1\nserver.1=h:2888:2888')).toEqual([
      'refused duplicate-port@3',
    ]);
  });

  it('remarks on keys that the simulation does not know', () => {
    expect(codes(`${NOTES}group.1=1:2:3\nfsync.warn=1\n`)).toEqual([
      'unsimulated hierarchy-ignored@10',
      'unknown unknown-key@11',
    ]);
    expect(codes(`${NOTES}cnxTimeout=300\nsnapCount=8\n`)).toEqual(['unsimulated unsimulated@10']);
  });
});

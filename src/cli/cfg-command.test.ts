import { describe, expect, it } from 'vitest';
import { sim } from './sim-command.ts';
import { document, file, folder, said } from './testing/said.ts';

const HEAD = 'tickTime=2000\ndataDir=/var/lib/zk\nclientPort=2181\n';
const THREE = `${HEAD}initLimit=5\nsyncLimit=2\n${[1, 2, 3].map((n) => `server.${n}=h${n}:2888:3888\n`).join('')}`;

describe('sim cfg', () => {
  it('judges a file as a real server would, line by line', () => {
    const path = file('good.cfg', `${THREE}peerType=observer\nadmin.idleTimeout=5\nfoo=1\n`);
    expect(said(sim, ['cfg', path])).toEqual({
      code: 0,
      err: [],
      out: [
        `${path}: ensemble`,
        "  line 9: warning: the server lines make this server participant; peerType should say the same (ZooKeeper says: Peer type from servers list (PARTICIPANT) doesn't match peerType (OBSERVER). Defaulting to servers list.)",
        '  line 10: unsimulated: admin.idleTimeout: After how many ms without data it closes a connection. Not simulated',
        '  line 11: unknown: foo is no key of ZooKeeper 3.8, which would keep it as property zookeeper.foo without a word. It changes nothing',
      ],
    });
  });

  it('refuses what a real server refuses, with its reason', () => {
    const path = file('two-groups.cfg', `${THREE}group.1=1:2:3\ngroup.2=3\n`);
    const answer = said(sim, ['cfg', path, '--json']);
    expect(answer.code).toBe(1);
    expect(document(answer)).toMatchObject({
      file: path,
      verdict: 'refused',
      why: 'Server 3is in multiple groups',
    });
    const notes = document(answer)['notes'] as { line: number; key: string; kind: string }[];
    expect(notes.filter(({ kind }) => kind === 'refused')).toMatchObject([
      // ZooKeeper comes to the line of group 2 first.
      { line: 9, key: 'group.1' },
    ]);
  });

  it('says for several files one object each', () => {
    const [good, bad] = [file('a.cfg', HEAD), file('b.cfg', 'clientPort=x\n')];
    const answer = said(sim, ['cfg', good, bad, '--json']);
    expect(answer.code).toBe(1);
    expect(document(answer)).toMatchObject([{ verdict: 'standalone' }, { verdict: 'refused' }]);
  });

  it('takes the id of the server, and reads the file that another names', () => {
    const path = file('three.cfg', THREE);
    expect(said(sim, ['cfg', path, '--sid', '2']).code).toBe(0);
    expect(said(sim, ['cfg', path, '--sid', '4']).out[0]).toBe(
      `${path}: refused: My id 4 not in the peer list`,
    );
    file('members.dyn', 'server.1=h:1:2;2181\nserver.2=h:1:2;2181\n');
    const limits = 'initLimit=5\nsyncLimit=2\n';
    const named = file('named.cfg', `${HEAD}${limits}dynamicConfigFile=${folder}/members.dyn\n`);
    expect(said(sim, ['cfg', named]).out[0]).toBe(`${named}: ensemble`);
    const gone = file('gone.cfg', `${HEAD}dynamicConfigFile=/nonexistent\n`);
    expect(said(sim, ['cfg', gone]).out[0]).toBe(
      `${gone}: refused: /nonexistent (No such file or directory)`,
    );
  });

  it('says what it needs', () => {
    expect(said(sim, ['cfg'])).toMatchObject({ code: 2, err: [expect.stringMatching('no file')] });
    const missing = said(sim, ['cfg', '/nowhere.cfg']);
    expect(missing).toMatchObject({ code: 2, err: [expect.stringMatching('no such file')] });
    const sid = said(sim, ['cfg', '/nowhere.cfg', '--sid', 'x']);
    expect(sid).toMatchObject({ code: 2, err: [expect.stringMatching('--sid x')] });
  });
});

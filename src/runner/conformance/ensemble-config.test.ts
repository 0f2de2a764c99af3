import { describe, expect, it } from 'vitest';
import { conform } from './conform.ts';

const starts = (change: object, config: object = {}) =>
  conform({
    name: 'made up',
    config: { servers: 3, observers: [], tickTime: 400, initLimit: 20, syncLimit: 10, ...config },
    script: [
      { action: 'start', sid: 1 },
      { action: 'start', sid: 3 },
      { action: 'wait', sids: [1, 3], leader: 3 },
    ],
    ...change,
  });

describe('what is special about an ensemble', () => {
  it.each(['4lw.commands.whitelist=*', 'admin.enableServer=false', 'maxClientCnxns = 60'])(
    'is left aside when nothing that is recorded depends on it: %s',
    (line) => {
      expect(starts({}, { extraConfig: [line] })).toMatchObject({ ok: true });
    },
  );

  it.each([
    ['weight.3=0', "'weight.3=0', a quorum by groups and weights, is not simulated"],
    ['group.1=1:2:3', "'group.1=1:2:3', a quorum by groups and weights, is not simulated"],
    ['cnxTimeout=1', "'cnxTimeout=1' is not simulated"],
    ['leaderServes=no', "'leaderServes=no' is not simulated"],
  ])('refuses the case by its name otherwise: %s', (line, text) => {
    expect(starts({}, { extraConfig: ['admin.enableServer=false', line] })).toMatchObject({
      ok: false,
      difference: `config.extraConfig[1]: ${text}`,
    });
  });

  it('is no field that nobody here knows', () => {
    expect(starts({}, { electionAlg: 0 }).difference).toBe(
      "config.electionAlg: 'electionAlg' is not simulated",
    );
  });

  it.each([
    '1 and 2 do not list server 3',
    'an unlisted server joins',
    '3 lists all three',
    'server 2 lists only 1 and 2',
    '4 is missing from 1’s zoo.cfg',
    '4 is not in the list of 2',
  ])('may stand in the description alone: %s', (description) => {
    expect(starts({ description }).difference).toMatch(
      /^description: an ensemble whose servers do not all list the same servers/u,
    );
    const others = ['1 and 3 start', 'all lists call it participant', 'a list of writes is lost'];
    for (const other of others) expect(starts({ description: other }).ok).toBe(true);
  });
});

describe('what a client did in a script', () => {
  const writes = (...ops: string[]) => {
    const results = ops.map((op) => ({ op, args: {}, result: {} }));
    const check = { action: 'check', zxid: { 1: '0x100000004', 3: '0x100000004' } };
    const script = [
      { action: 'start', sid: 1 },
      { action: 'start', sid: 3 },
      { action: 'wait', sids: [1, 3], leader: 3 },
      { action: 'write', sid: 1, results },
      { ...check, leader: 3, modes: {}, epochs: {} },
    ];
    return starts({ script }).difference;
  };

  it('takes a zxid if it writes, one for a whole multi, and none if it does not', () => {
    // The connect and the close take the other two.
    expect(writes('multi', 'setAcl')).toBeNull();
    expect(writes('addAuth', 'create', 'addWatch', 'removeWatches', 'delete')).toBeNull();
    expect(writes('create')).toContain('recorded 0x100000004, simulated 0x100000003');
  });

  it('refuses the case when nobody here knows which', () => {
    expect(writes('reconfig')).toBe(
      "script[3].results[0].op: the operation 'reconfig' is not simulated",
    );
  });
});

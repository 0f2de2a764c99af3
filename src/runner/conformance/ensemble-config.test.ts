import { describe, expect, it } from 'vitest';
import { conform } from './conform.ts';
import { Field } from './json.ts';
import { readScript } from './script.ts';
import { simulate } from './simulate.ts';

const caseOf = (change: object, config: object = {}) => ({
  name: 'made up',
  config: { servers: 3, observers: [], tickTime: 400, initLimit: 20, syncLimit: 10, ...config },
  script: [
    { action: 'start', sid: 1 },
    { action: 'start', sid: 3 },
    { action: 'wait', sids: [1, 3], leader: 3 },
  ],
  ...change,
});

const starts = (change: object, config: object = {}) => conform(caseOf(change, config));

describe('what is special about an ensemble', () => {
  it.each(['4lw.commands.whitelist=*', 'admin.enableServer=false', 'maxClientCnxns = 60'])(
    'is left aside when nothing that is recorded depends on it: %s',
    (line) => {
      expect(starts({}, { extraConfig: [line] })).toMatchObject({ ok: true });
    },
  );

  it.each([['cnxTimeout=1', "'cnxTimeout=1' is not simulated"]])(
    'refuses the case by its name otherwise: %s',
    (line, text) => {
      expect(starts({}, { extraConfig: ['admin.enableServer=false', line] })).toMatchObject({
        ok: false,
        difference: `config.extraConfig[1]: ${text}`,
      });
    },
  );

  it('is no field that nobody here knows', () => {
    expect(starts({}, { electionAlg: 0 }).difference).toBe(
      "config.electionAlg: 'electionAlg' is not simulated",
    );
  });

  it('shows in what the servers heard of each other, whatever the description says', () => {
    // As recorded when server 3 was on nobody's list but its own: nobody leads once 2 is gone.
    const took = (at: number, ...from: number[]) => from.map((sid) => ({ at, from: sid }));
    const heard = [...took(1, 1, 2), ...took(2, 1, 2), ...took(3, 1, 2, 3)];
    const script = [
      { action: 'start', sid: 1 },
      { action: 'start', sid: 3 },
      { action: 'sleep', ms: 20_000 },
      { action: 'check', label: '1-and-3', leader: null, modes: {}, zxid: {}, epochs: {} },
    ];
    for (const description of ['1 and 2 do not list server 3', 'another wording', undefined]) {
      const { difference } = starts({ description, script, notifications: heard });
      expect(difference).toContain('server 1 never took a vote of server 3');
      expect(difference).toContain('do not all list the same servers, and a case has no field');
    }
    // Without such a sign it is a difference like any other.
    const all = [...heard, ...took(1, 3), ...took(2, 3)];
    expect(starts({ script, notifications: all }).difference).toContain('leader');
    expect(starts({ script }).difference).toContain('leader');
    expect(starts({ description: '3 lists all three' }).ok).toBe(true);
  });

  it('is no sign of it that nobody takes the votes of an observer', () => {
    const heard = [1, 3, 4].flatMap((from) =>
      [4, ...(from === 4 ? [] : [1, 3])].map((at) => ({ at, from })),
    );
    const script = [
      { action: 'start', sid: 1 },
      { action: 'sleep', ms: 5000 },
      { action: 'check', label: 'alone', leader: 1, modes: {}, zxid: {}, epochs: {} },
    ];
    const observed = { servers: 4, observers: [4] };
    expect(starts({ script, notifications: heard }, observed).difference).toContain('leader');
  });
});

describe('what a client did in a script', () => {
  const scriptOf = (ops: readonly string[]) => [
    { action: 'start', sid: 1 },
    { action: 'start', sid: 3 },
    { action: 'wait', sids: [1, 3], leader: 3 },
    {
      action: 'write',
      sid: 1,
      results: ops.map((op) => ({
        op,
        args: { path: '/made-up', scheme: 'digest', auth: 'a:b' },
        result: {},
      })),
    },
    { action: 'check' },
  ];

  it('takes a zxid if it writes, one for a whole multi, and none if it does not', () => {
    const zxidAfter = (...ops: string[]) => {
      const { answers } = simulate(
        readScript(new Field(caseOf({ script: scriptOf(ops) }))),
      ).outcome;
      const check = answers[answers.length - 1];
      return check?.kind === 'check' ? check.zxid[1] : null;
    };
    // The connect and the close take the other two.
    expect(zxidAfter('multi', 'setAcl')).toBe('0x100000004');
    expect(zxidAfter('addAuth', 'create', 'addWatch', 'exists', 'delete')).toBe('0x100000004');
    expect(zxidAfter('create')).toBe('0x100000003');
  });

  it('refuses the case when nobody here knows which', () => {
    expect(starts({ script: scriptOf(['reconfig']) }).difference).toBe(
      "script[3].results[0].op: the operation 'reconfig' is not simulated",
    );
  });
});

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

  it.each([['syncEnabled=false', "'syncEnabled=false' is not simulated"]])(
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

  it('shows in what the servers heard of each other, where the case does not say it', () => {
    // As recorded when server 3 was on nobody's list but its own: nobody leads once 2 is gone.
    const took = (at: number, ...from: number[]) => from.map((sid) => ({ at, from: sid }));
    const heard = [...took(1, 1, 2), ...took(2, 1, 2), ...took(3, 1, 2, 3)];
    const script = [
      { action: 'start', sid: 1 },
      { action: 'start', sid: 3 },
      { action: 'sleep', ms: 20_000 },
      { action: 'check', label: '1-and-3', leader: null, modes: {}, zxid: {}, epochs: {} },
    ];
    for (const description of ['another wording', undefined]) {
      const { difference } = starts({ description, script, notifications: heard });
      expect(difference).toContain('server 1 never took a vote of server 3');
      expect(difference).toContain('say in config.lists which list which');
    }
    // Without such a sign it is a difference like any other.
    const all = [...heard, ...took(1, 3), ...took(2, 3)];
    expect(starts({ script, notifications: all }).difference).toContain('leader');
    expect(starts({ script }).difference).toContain('leader');
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

/** Three servers, of which 1 and 3 run: without server 2 nobody leads if 3 is on its own list alone. */
const ledBy = (leader: number | null) => [
  { action: 'start', sid: 1 },
  { action: 'start', sid: 3 },
  { action: 'sleep', ms: 20_000 },
  { action: 'check', label: '1-and-3', leader, modes: {}, zxid: {}, epochs: {} },
];
const leads = (change: object, config: object = {}): boolean => {
  const { difference } = starts({ script: ledBy(null), ...change }, config);
  return difference?.includes('leader') ?? false;
};

describe('servers whose files list different servers', () => {
  it('are played as `config.lists` says, whatever else is said', () => {
    expect(leads({})).toBe(true);
    expect(leads({ description: '3 lists 1 only' }, { lists: { 1: [1, 2], 2: [1, 2] } })).toBe(
      false,
    );
  });

  it.each([
    '1 and 2 do not list server 3; 3 lists all three',
    'Servers 1 and 2 list only 1 and 2.',
    'server 3 is not listed by 1 and 2',
    'the others do not list server 3, but 3 lists all',
    'nobody else lists server 3',
    'a late start; 3 is unlisted by the others',
  ])('are played as the description says: %s', (description) => {
    expect(leads({ description })).toBe(false);
  });

  it.each([
    '3 lists all three',
    'nobody leads; the list of server 3 is long',
    'server 3 has peerType=observer in its own file but all lists call it participant',
  ])('are none where it says nothing of that: %s', (description) => {
    expect(leads({ description })).toBe(true);
  });

  it.each([
    [{ lists: { 1: [2, 3] } }, {}, 'config.lists.1: a file lists its own server'],
    [{ lists: { 1: [1, 4] } }, {}, 'config.lists.1[1]: a server from 1 to 3'],
    [{ lists: { 9: [9] } }, {}, 'config.lists.9'],
    [{}, { description: '1 does not list server 5; 5 lists itself' }, 'no server 5'],
    [{}, { description: '1 lists only 2' }, 'the file of server 1 lists the server itself'],
  ])('must be servers of the case, each on its own list: %j %j', (config, change, text) => {
    expect(() => starts(change, config)).toThrow(text);
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

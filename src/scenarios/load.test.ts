import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../view/scenario.ts';
import { SCENARIO_VERSION } from '../view/scenario.ts';
import { loadText } from './load-text.ts';
import { migrations } from './migrate.ts';
import { playAll } from './play-all.ts';

const good: ScenarioFile = {
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'election',
  seed: 1,
  setup: { profile: 'golden', servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }] },
};

type Json = Record<string, unknown>;

/** The problems of a file, one line each: `where code`. */
const problemsOf = (change: Json): string[] =>
  (loadText({ ...good, ...change }).problems ?? []).map(({ where, code }) => `${where} ${code}`);
const servers = (...all: Json[]): Json => ({ setup: { profile: 'golden', servers: all } });
const step = (change: Json): Json => ({ steps: [{ id: 'a', ...change }] });

describe('a scenario file', () => {
  it('is read from text and from the value of its JSON alike', () => {
    expect(loadText(JSON.stringify(good))).toEqual({ scenario: good });
    expect(loadText(good)).toEqual({ scenario: good });
  });

  it('may name its schema for an editor', () => {
    expect(loadText({ $schema: './scenario.schema.json', ...good })).toEqual({ scenario: good });
  });

  it('that is not JSON, or no scenario, is refused with one line', () => {
    for (const text of ['', '{', '[1, 2', 'hello']) {
      expect(loadText(text).problems).toMatchObject([{ code: 'scenario-not-json', where: '' }]);
    }
    for (const value of [null, 7, [], {}, 'null', '{"a": 1}', { format: 'other' }]) {
      expect(loadText(value).problems).toMatchObject([{ code: 'scenario-foreign', where: '' }]);
    }
  });

  it('of 10 MB is refused without being parsed', () => {
    const problems = loadText(`{"a": "${'x'.repeat(10 * 1024 * 1024)}`).problems;
    expect(problems).toMatchObject([
      { code: 'scenario-large', data: { size: '10.5', limit: '5' } },
    ]);
  });

  it('nested without end exhausts nothing', () => {
    const deep = `${'{"not":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const text = JSON.stringify({ ...good, expect: '?' }).replace('"?"', deep);
    expect(loadText(text).problems).toHaveLength(1);
    const cyclic: Json = { ...good };
    cyclic['title'] = cyclic;
    expect(loadText(cyclic).problems).toMatchObject([{ code: 'scenario-deep' }]);
  });

  it('with a list of any length exhausts nothing either', () => {
    const long = loadText({ format: 'zooscope-scenario', steps: Array(400_000).fill(0) });
    expect(long.problems?.[0]?.code).not.toBe('scenario-deep');
  });

  it('of a newer version is refused, and the version named', () => {
    expect(loadText({ ...good, version: SCENARIO_VERSION + 1 }).problems).toMatchObject([
      {
        code: 'scenario-newer',
        where: 'version',
        text: expect.stringContaining(`version ${SCENARIO_VERSION + 1}`) as string,
      },
    ]);
    for (const version of [0, -1, 1.5, '1', null]) {
      expect(loadText({ ...good, version }).problems).toMatchObject([{ code: 'scenario-version' }]);
    }
  });

  it('of each old version opens, and plays', () => {
    const old = readdirSync(new URL('old/', import.meta.url));
    for (let version = 1; version <= SCENARIO_VERSION; version++) {
      expect(old).toContain(`version-${version}.json`);
      const text = readFileSync(new URL(`old/version-${version}.json`, import.meta.url), 'utf8');
      const { scenario, problems } = loadText(text);
      expect(problems).toBeUndefined();
      const played = playAll(scenario as ScenarioFile);
      expect(played).toMatchObject({ stuck: null, violations: [] });
      expect(played.expectations.filter(({ ok }) => !ok)).toEqual([]);
    }
    expect(Object.keys(migrations)).toHaveLength(SCENARIO_VERSION - 1);
  });
});

const options = [
  { id: 'a', if: { leader: 1 } },
  { id: 'b', if: { leader: 'none' } },
];

describe('the form of a file', () => {
  it('knows no other keys, at any depth', () => {
    expect(problemsOf({ sed: 1 })).toEqual(['sed scenario-unknown-key']);
    expect(problemsOf(servers({ sid: 1, epoch: 1 }))).toEqual([
      'setup.servers[0].epoch scenario-unknown-key',
    ]);
    expect(problemsOf(step({ do: [{ kind: 'heal', now: true }] }))).toEqual([
      'steps[0].do[0].now scenario-unknown-key',
    ]);
    expect(problemsOf(step({ until: { all: [{ leader: 1, or: 2 }] } }))).toEqual([
      'steps[0].until.all[0].or scenario-unknown-key',
    ]);
  });

  it('names what is missing', () => {
    expect(problemsOf({ seed: undefined })).toEqual(['seed scenario-missing']);
    expect(problemsOf(step({ id: undefined }))).toEqual(['steps[0].id scenario-missing']);
    expect(problemsOf(step({ do: [{ kind: 'kill' }] }))).toEqual([
      'steps[0].do[0].pid scenario-missing',
    ]);
  });

  it.each([
    [{ model: 'elections' }, 'model', '"election"', '"elections"'],
    [{ seed: 'one' }, 'seed', 'a number', '"one"'],
    [{ steps: {} }, 'steps', 'an array […]', 'an empty object'],
    [servers({ sid: 0 }), 'setup.servers[0].sid', '1 or more', '0'],
    [servers({ sid: 256 }), 'setup.servers[0].sid', '255 or less', '256'],
    [servers({ sid: 1.5 }), 'setup.servers[0].sid', 'a whole number', '1.5'],
    [servers({ sid: 1, currentEpoch: -1 }), 'setup.servers[0].currentEpoch', '0 or more', '-1'],
    [step({ until: { leadr: 3 } }), 'steps[0].until', 'a condition', 'an object with leadr'],
    [step({ until: 5 }), 'steps[0].until', 'a condition', '5'],
    [step({ until: { leader: 'some' } }), 'steps[0].until.leader', '"any" or "none"', '"some"'],
    [step({ do: [{ kind: 'kil', pid: 1 }] }), 'steps[0].do[0].kind', '"start", "kill"', '"kil"'],
    [{ latency: { kind: 'fix', us: 1 } }, 'latency.kind', '"fixed", "uniform"', '"fix"'],
    [step({ predict: { options: [] } }), 'steps[0].predict.options', 'at least 2 items', '0'],
  ])('says what would be right: %j', (change, where, expected, received) => {
    const problems = loadText({ ...good, ...change }).problems ?? [];
    expect(problems).toMatchObject([{ code: 'scenario-value', where }]);
    expect(problems[0]?.text).toContain(expected);
    expect(problems[0]?.text).toContain(received);
  });

  it('reports many mistakes at once, but not without end', () => {
    const wrong = Array.from({ length: 500 }, () => ({ sid: 0 }));
    expect(problemsOf(servers(...wrong))).toHaveLength(50);
  });
});

describe('the ensemble of a file', () => {
  it('has 1 to 11 servers, each sid once, one of them voting', () => {
    expect(problemsOf(servers())).toEqual(['setup.servers scenario-no-servers']);
    const twelve = Array.from({ length: 12 }, (_, index) => ({ sid: index + 1 }));
    expect(problemsOf(servers(...twelve))).toEqual(['setup.servers scenario-many-servers']);
    expect(problemsOf(servers({ sid: 1 }, { sid: 2 }, { sid: 1 }))).toEqual([
      'setup.servers[2].sid scenario-sid-twice',
    ]);
    expect(problemsOf(servers({ sid: 1, observer: true }))).toEqual([
      'setup.servers scenario-no-voter',
    ]);
  });

  it('is what is wrong, and not everybody named in a file whose ensemble is wrong', () => {
    const kill = step({ do: [{ kind: 'kill', pid: 2 }] });
    const empty = { ...good, ...servers(), ...kill };
    expect(loadText(empty).problems).toMatchObject([{ code: 'scenario-no-servers' }]);
    const twice = { ...good, ...servers({ sid: 1 }, { sid: 1 }), ...kill };
    expect(loadText(twice).problems).toMatchObject([{ code: 'scenario-sid-twice' }]);
  });

  it('has disks that a real server would start with', () => {
    const problem = (server: Json) => problemsOf(servers({ sid: 1, ...server }));
    expect(problem({ currentEpoch: 2, acceptedEpoch: 1 })).toEqual([
      'setup.servers[0].acceptedEpoch scenario-epoch-order',
    ]);
    expect(problem({ currentEpoch: 1, log: '1·1-1·8 2·1' })).toEqual([
      'setup.servers[0].log scenario-zxid-epoch',
    ]);
    expect(problem({ currentEpoch: 1, zxid: '0x200000001' })).toEqual([
      'setup.servers[0].zxid scenario-zxid-epoch',
    ]);
    expect(problem({ log: '1·1', zxid: '1·1' })).toEqual([
      'setup.servers[0].zxid scenario-log-and-zxid',
    ]);
    expect(problem({ zxid: 'seven' })).toEqual(['setup.servers[0].zxid scenario-zxid']);
    expect(problem({ log: '1·1-2·8' })).toEqual(['setup.servers[0].log scenario-log-notation']);
    expect(problem({ log: '2·1 1·1' })).toEqual(['setup.servers[0].log scenario-log-order']);
    expect(problem({ log: '1·1 1·3' })).toEqual(['setup.servers[0].log scenario-log-gap']);
    expect(problem({ log: '1·1-1·8 2·1', currentEpoch: 2, acceptedEpoch: 3 })).toEqual([]);
  });

  it('breaks only rules that exist', () => {
    const setup = { ...good.setup, broken: ['ignore-zxid', 'ignore-everything'] };
    expect(problemsOf({ setup })).toEqual(['setup.broken[1] scenario-no-such-rule']);
  });
});

describe('what a file names', () => {
  it.each([
    [{ do: [{ kind: 'kill', pid: 9 }] }, 'steps[0].do[0].pid'],
    [{ do: [{ kind: 'start', pids: [1, 9] }] }, 'steps[0].do[0].pids[1]'],
    [{ do: [{ kind: 'cut', from: 1, to: 9, oneWay: false }] }, 'steps[0].do[0].to'],
    [{ do: [{ kind: 'mend', a: 9, b: 1 }] }, 'steps[0].do[0].a'],
    [
      { do: [{ kind: 'partition', groups: [[1, 2], [9]], oneWay: false }] },
      'steps[0].do[0].groups[1][0]',
    ],
    [{ do: [{ kind: 'latency', from: 9, latency: null }] }, 'steps[0].do[0].from'],
    [{ when: { state: { pid: 9, is: 'LOOKING' } } }, 'steps[0].when.state.pid'],
    [{ until: { all: [{ serving: 1 }, { serving: 9 }] } }, 'steps[0].until.all[1].serving'],
    [{ until: { not: { leader: 9 } } }, 'steps[0].until.not.leader'],
    [{ until: { vote: { pid: 1, leader: 9 } } }, 'steps[0].until.vote.leader'],
    [{ until: { fact: { rule: 'looking', pid: 9 } } }, 'steps[0].until.fact.pid'],
    [{ expect: [{ text: 'x', that: { serving: 9 } }] }, 'steps[0].expect[0].that.serving'],
    [{ focus: 9 }, 'steps[0].focus'],
    [
      { tries: { goals: [{ id: 'gone', moments: ['log'], if: { serving: 9 } }] } },
      'steps[0].tries.goals[0].if.serving',
    ],
    [{ do: [{ kind: 'wait', until: { leader: 9 } }] }, 'steps[0].do[0].until.leader'],
    [{ predict: { options, veil: [{ pid: 9, field: 'vote' }] } }, 'steps[0].predict.veil[0].pid'],
    [
      { predict: { options, about: { message: { from: 9, to: 1 } } } },
      'steps[0].predict.about.message.from',
    ],
    [
      { exhibit: { kind: 'majorities', servers: 4, sets: { a: [1, 5], b: [4] } } },
      'steps[0].exhibit.sets.a[1]',
    ],
  ])('exists: %j', (change, where) => {
    expect(problemsOf(step(change))).toEqual([`${where} scenario-no-such-server`]);
  });

  it('stands in an exhibit that has its own servers, 1 to 11 of them, each named once', () => {
    const exhibit = (change: Json): Json => step({ exhibit: { kind: 'majorities', ...change } });
    expect(problemsOf(exhibit({ servers: 11, sets: { a: [11], b: [] } }))).toEqual([]);
    expect(problemsOf(exhibit({ servers: 12 }))).toEqual([
      'steps[0].exhibit.servers scenario-value',
    ]);
    expect(problemsOf(exhibit({ servers: 3, sets: { a: [2, 2], b: [] } }))).toEqual([
      'steps[0].exhibit.sets.a[1] scenario-named-twice',
    ]);
    expect(problemsOf(step({ exhibit: { kind: 'minorities', servers: 3 } }))).toEqual([
      'steps[0].exhibit.kind scenario-value',
    ]);
  });

  it('exists in links, recorded interventions and expectations too', () => {
    const latency = { kind: 'fixed', us: 1 };
    expect(problemsOf({ links: [{ from: 1, to: 9, latency }] })).toEqual([
      'links[0].to scenario-no-such-server',
    ]);
    expect(
      problemsOf({ interventions: [{ step: 0, timeMs: 0, what: { kind: 'kill', pid: 9 } }] }),
    ).toEqual(['interventions[0].what.pid scenario-no-such-server']);
    expect(problemsOf({ expect: [{ text: 'x', that: { leader: 9 } }] })).toEqual([
      'expect[0].that.leader scenario-no-such-server',
    ]);
  });

  it('is named once where once is enough', () => {
    expect(problemsOf({ steps: [{ id: 'a' }, { id: 'b' }, { id: 'a' }] })).toEqual([
      'steps[2].id scenario-step-twice',
    ]);
    expect(problemsOf(step({ do: [{ kind: 'start', pids: [1, 1] }] }))).toEqual([
      'steps[0].do[0].pids[1] scenario-named-twice',
    ]);
    const options = [
      { id: 'x', if: { leader: 1 } },
      { id: 'x', if: { leader: 2 } },
    ];
    expect(problemsOf(step({ predict: { options } }))).toEqual([
      'steps[0].predict.options[1].id scenario-option-twice',
    ]);
  });

  it('joins two servers, has its bounds in order, and time that never goes back', () => {
    expect(problemsOf(step({ do: [{ kind: 'reset', a: 1, b: 1 }] }))).toEqual([
      'steps[0].do[0].b scenario-link-to-itself',
    ]);
    expect(problemsOf({ latency: { kind: 'uniform', min: 2, max: 1 } })).toEqual([
      'latency scenario-min-max',
    ]);
    const what = { kind: 'heal' };
    expect(
      problemsOf({
        interventions: [
          { step: 3, timeMs: 5, what },
          { step: 4, timeMs: 4, what },
        ],
      }),
    ).toEqual(['interventions[1] scenario-interventions-order']);
  });

  it('every problem says what to do about it', () => {
    const all = loadText({
      ...good,
      setup: { profile: 'golden', servers: [] },
      steps: [{ id: 'a', focus: 3 }],
    });
    for (const { text } of all.problems ?? []) expect(text.split('. ').length).toBeGreaterThan(1);
  });
});

/** A session that an operator ends: the server closes it by a transaction while its client is alive and connected. */
import { describe, expect, it } from 'vitest';
import { load } from '../../scenarios/load.ts';
import { playAll } from '../../scenarios/play-all.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { RecipesSetup } from '../../view/recipes-setup.ts';
import type { Pid } from '../../view/time.ts';
import { Played, scenarioOf, several } from './testing/played.ts';

const together: Partial<RecipesSetup> = {
  servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }],
  ensemble: {},
};

const ends = (server: Pid, client: Pid): Intervention => ({
  kind: 'input',
  pid: server,
  name: 'TERMINATE_SESSION',
  data: { client },
});

const locked = (more: Partial<RecipesSetup>): Played =>
  new Played(scenarioOf(several(2, 'fair-lock', 500, { values: { workMs: 30_000 } }), more)).till({
    waitsOn: { pid: 102, node: 'Lock-0' },
  });

const serverOf = (played: Played, name: string): Pid => played.client(name).server ?? 0;

describe.each([
  ['one server', {}],
  ['an ensemble', together],
] as const)('a session at %s that is ended by hand', (_, more) => {
  it('is over at once: its node goes, and its client is told when it comes back', () => {
    const played = locked(more);
    played.taken();
    const begin = played.run.world.time;
    played.do(ends(serverOf(played, 'C1'), 101));
    played.till({ believes: { what: 'lock', pids: [102] } });
    expect(played.holds({ session: { pid: 101, is: 'over' } })).toBe(true);
    // Long before it would have been for silence.
    expect(played.run.world.time - begin).toBeLessThan(100_000);
    played.till({ waitsOn: { pid: 101, node: 'Lock-1' } });
    const rows = played.taken();
    expect(rows).toEqual(
      expect.arrayContaining([
        'C2 hears NodeDeleted Lock-0',
        'C1 is told Expired',
        'C2 believes lock',
      ]),
    );
    expect(played.holds({ session: { pid: 101, is: 'alive' } })).toBe(true);
    expect(played.client('C2').believes).toEqual(['lock']);
    expect(played.names).toEqual(['Lock-1', 'Lock-2']);
    expect(played.violations.filter((name) => name !== 'R-OneBeliever')).toEqual([]);
  });

  it('is not, where the client has no connection: there is nothing to end it by', () => {
    const played = locked(more);
    const server = serverOf(played, 'C1');
    // One that it is not connected to, where there is any; else one that it is cut off from.
    const other = played.detail.servers.find(({ pid }) => pid !== server)?.pid;
    played.do(other === undefined ? { kind: 'reset', a: 101, b: server } : ends(other, 101));
    if (other === undefined) played.do(ends(server, 101));
    played.until(played.run.world.time / 1000 + 3000);
    expect(played.holds({ session: { pid: 101, is: 'alive' } })).toBe(true);
    expect(played.names).toContain('Lock-0');
  });
});

it('can be a deed of a scenario', () => {
  const file = scenarioOf(several(2, 'fair-lock', 500, { values: { workMs: 30_000 } }));
  const steps = [
    { id: 'wait', until: { waitsOn: { pid: 102, node: 'Lock-0' } } },
    {
      id: 'end',
      do: [ends(1, 101)],
      until: { holds: { what: 'lock', pids: [102] } },
      expect: [
        { text: 'said', that: { fact: { rule: 'session-terminated', data: { client: 101 } } } },
        { text: 'over', that: { session: { pid: 101, is: 'over' } } },
      ],
    },
  ];
  const { scenario, problems } = load({ ...file, steps });
  expect(problems).toBeUndefined();
  if (scenario === undefined) return;
  const { expectations, stuck } = playAll(scenario);
  expect(stuck).toBeNull();
  expect(expectations.map(({ ok }) => ok)).toEqual([true, true]);
});

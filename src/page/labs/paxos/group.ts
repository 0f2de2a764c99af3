import { useEffect, useState } from 'react';
import type { Scenario } from '../../../view/scenario.ts';
import { send } from '../../sim/actions.ts';
import { useSim } from '../../sim/store.ts';
import { beginWork } from '../../sim/work.ts';

/**
 * The scenario of the run that is open: its group, and nothing of what was done but the values that
 * somebody has asked its proposers for. Null at first.
 */
export const useGroup = (): Scenario<'paxos'> | null => {
  const run = useSim((s) => s.run);
  const [known, setKnown] = useState<{ run: number; scenario: Scenario<'paxos'> } | null>(null);
  useEffect(() => {
    const done = beginWork();
    let left = false;
    void send({ type: 'save' })
      .then(({ scenario }) => {
        if (left || scenario?.model !== 'paxos') return;
        const { interventions = [], ...group } = scenario;
        setKnown({ run, scenario: { ...group, interventions: interventions.filter(givesValue) } });
      })
      .finally(done);
    return () => {
      left = true;
      done();
    };
  }, [run]);
  return known?.run === run ? known.scenario : null;
};

/** What of a scenario decides its group: who takes part, and which rules are off. */
export const groupOf = ({ setup, interventions = [] }: Scenario<'paxos'>): string => {
  const { processes, broken } = setup;
  const members = processes.map(({ id, name, roles, value }) => [id, name, roles, value]);
  return JSON.stringify([members, broken, interventions.filter(givesValue)]);
};

type Done = NonNullable<Scenario<'paxos'>['interventions']>[number];

/** Whether somebody has asked for a value of their own by it. */
const givesValue = ({ what }: Done): boolean =>
  what.kind === 'input' && what.name === 'PROPOSE' && typeof what.data['value'] === 'string';

/** Everybody who proposes, with each value that they may want. */
export function wishesOf(
  { setup, interventions = [] }: Scenario<'paxos'>,
  nameOf: (pid: number) => string,
): readonly { readonly name: string; readonly value: string }[] {
  return setup.processes
    .filter(({ roles }) => roles.includes('proposer'))
    .flatMap(({ id, value }) => {
      const given = interventions.flatMap(({ what }) =>
        what.kind === 'input' && what.pid === id ? [String(what.data['value'])] : [],
      );
      const values = new Set(value === undefined ? given : [value, ...given]);
      return [...values].map((each) => ({ name: nameOf(id), value: each }));
    });
}

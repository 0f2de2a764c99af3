import { useEffect, useState } from 'react';
import type { PaxosScenario } from '../../../view/scenario.ts';
import { send } from '../../sim/actions.ts';
import { useSim } from '../../sim/store.ts';
import { beginWork } from '../../sim/work.ts';

/** The scenario of the run that is open: its group, and nothing of what was done. Null at first. */
export const useGroup = (): PaxosScenario | null => {
  const run = useSim((s) => s.run);
  const [known, setKnown] = useState<{ run: number; scenario: PaxosScenario } | null>(null);
  useEffect(() => {
    const done = beginWork();
    let left = false;
    void send({ type: 'save' })
      .then(({ scenario }) => {
        if (left || scenario?.model !== 'paxos') return;
        const { interventions: _done, ...group } = scenario;
        setKnown({ run, scenario: group });
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
export const groupOf = ({ setup }: PaxosScenario): string => {
  const { processes, broken } = setup;
  const members = processes.map(({ id, name, roles, value }) => [id, name, roles, value]);
  return JSON.stringify([members, broken]);
};

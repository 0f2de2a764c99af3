import { expect, it } from 'vitest';
import { invariants as zookeeper } from '../ensemble/invariants.ts';
import { programs } from '../clients/programs.ts';
import { configOf as generals } from '../protocols/byzantine/config.ts';
import { invariantsOf as byzantineInvariants } from '../protocols/byzantine/invariants.ts';
import { configOf } from '../protocols/counter/config.ts';
import { capConfig } from '../protocols/cap/config.ts';
import { capInvariants } from '../protocols/cap/invariants.ts';
import { invariantsOf } from '../protocols/counter/invariants.ts';
import { invariants as election } from '../ensemble/election/invariants.ts';
import { invariants as paxos } from '../protocols/paxos/invariants.ts';
import { quorumInvariants } from '../ensemble/quorum-invariants.ts';
import { recipeInvariants } from '../ensemble/recipes/invariants.ts';
import { builtInNames as recipeNames } from '../clients/recipes/built-in.ts';
import { builtInNames } from './recipes/program-names.ts';
import { forms } from './forms.ts';
import { quorumMutants } from '../zookeeper/quorum/mutants.ts';
import { ensembleInvariants, ensembleRules } from './zookeeper/form.ts';
import { programNames } from './zookeeper/program-names.ts';
import { protocols } from './protocols.ts';

it('a scenario may name the invariants that the protocols have', () => {
  const counter = invariantsOf(configOf({ server: { id: 2 }, clients: [{ id: 1 }] }));
  const recipes = [...recipeInvariants, ...zookeeper];
  const byzantine = byzantineInvariants(generals({ generals: 4 }));
  // Its quorum store promises all that any of the stores does.
  const ofQuorum = capConfig({ store: 'quorum', clients: [], workload: [] });
  const cap = [...capInvariants(ofQuorum), ...quorumInvariants];
  const all = { election, paxos, zookeeper, counter, recipes, byzantine, cap };
  const names = Object.entries(all).map(([model, list]) => [model, list.map(({ name }) => name)]);
  expect(forms.map(({ model, invariants }) => [model, invariants])).toEqual(names);
});

it('an ensemble’s scenario may name what its members promise, and switch off their rules', () => {
  expect(ensembleRules).toEqual(Object.keys(quorumMutants));
  expect(ensembleInvariants).toEqual(quorumInvariants.map(({ name }) => name));
});

it('a scenario may switch off the rules that the protocols have', () => {
  const names = Object.values(protocols).map(({ name, mutants }) => [
    name,
    mutants.map((mutant) => mutant.name),
  ]);
  expect(forms.map(({ model, rules }) => [model, rules])).toEqual(names);
});

it('a client may run the recipes that there are', () => {
  expect(builtInNames).toEqual(recipeNames);
});

it('a client may run the programs that there are', () => {
  expect(programNames.toSorted()).toEqual(Object.keys(programs).toSorted());
});

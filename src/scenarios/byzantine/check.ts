import type { ByzantineSetup, Lie } from '../../view/byzantine-setup.ts';
import type { ProblemView } from '../../view/command.ts';
import { problem } from '../problem.ts';

/** Everything that a set-up of the right form can still have wrong. */
export const checkByzantineSetup = (setup: ByzantineSetup): readonly ProblemView[] => {
  const places = checkNumbers(setup);
  return places.length > 0 ? places : [...checkOrders(setup), ...checkLies(setup)];
};

function checkNumbers({
  generals,
  rounds = 1,
  commander = 1,
  traitors = [],
  twoGenerals,
}: ByzantineSetup): ProblemView[] {
  const problems: ProblemView[] = [];
  if ((generals === 2) !== (twoGenerals !== undefined)) {
    const text =
      'Two generals send messengers, three or more give orders. Write "twoGenerals" with 2 generals, and only then.';
    problems.push(problem('scenario-two-generals', ['setup', 'generals'], text));
    return problems;
  }
  const most = generals - 2;
  if (twoGenerals === undefined && rounds > most) {
    const text = `${rounds} rounds of relays need ${rounds + 2} generals or more. Write ${most} or less, or add generals.`;
    const data = { rounds, least: rounds + 2, most };
    problems.push(problem('scenario-many-rounds', ['setup', 'rounds'], text, data));
  }
  const known = (pid: number): boolean => pid >= 1 && pid <= generals;
  const unknown = (pid: number, path: readonly (string | number)[]): void => {
    const text = `There is no general ${pid}; they are numbered from 1 to ${generals}. Name one of these.`;
    problems.push(problem('scenario-no-general', path, text, { sid: pid, most: generals }));
  };
  if (!known(commander)) unknown(commander, ['setup', 'commander']);
  traitors.forEach((pid, index) => {
    const path = ['setup', 'traitors', index];
    if (!known(pid)) unknown(pid, path);
    else if (traitors.indexOf(pid) !== index) {
      const text = `Server ${pid} is named twice. Name it once.`;
      problems.push(problem('scenario-named-twice', path, text, { sid: pid }));
    }
  });
  return problems;
}

function checkOrders({ values = ['A', 'R'], order, lies = [] }: ByzantineSetup): ProblemView[] {
  const problems: ProblemView[] = [];
  values.forEach((value, index) => {
    if (values.indexOf(value) === index) return;
    const text = `The order "${value}" is there twice. Give one of them another name.`;
    problems.push(
      problem('scenario-order-twice', ['setup', 'values', index], text, { name: value }),
    );
  });
  const check = (value: string, path: readonly (string | number)[]): void => {
    if (values.includes(value)) return;
    const known = values.join(', ');
    const text = `"${value}" is no order of this set-up; there are ${known}. Write one of these.`;
    problems.push(problem('scenario-no-order', path, text, { name: value, known }));
  };
  if (order !== undefined) check(order, ['setup', 'order']);
  lies.forEach(({ value }, index) => {
    if (value !== null) check(value, ['setup', 'lies', index, 'value']);
  });
  return problems;
}

/** A lie goes along a path that begins with the commander, ends with a traitor, and has nobody twice. */
function checkLies(setup: ByzantineSetup): ProblemView[] {
  const { lies = [], traitors = [] } = setup;
  return lies.flatMap((lie, index) => {
    const fault = faultOf(setup, lie);
    if (fault === null) return [];
    const text = `No traitor sends this message: its path must go from the commander to a traitor (${traitors.join(', ') || 'there is none'}), with nobody twice, and on to a lieutenant that is not in it. Change it.`;
    const data = { known: traitors.join(', ') };
    return [problem('scenario-bad-lie', ['setup', 'lies', index, fault], text, data)];
  });
}

function faultOf(
  { generals, commander = 1, rounds = 1, traitors = [] }: ByzantineSetup,
  { path, to }: Lie,
): 'path' | 'to' | null {
  const known = (pid: number): boolean => pid >= 1 && pid <= generals;
  const isPath =
    path[0] === commander &&
    path.length <= rounds + 1 &&
    traitors.includes(path.at(-1) ?? 0) &&
    path.every(known) &&
    new Set(path).size === path.length;
  if (!isPath) return 'path';
  return known(to) && !path.includes(to) ? null : 'to';
}

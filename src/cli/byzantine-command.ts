import { ORDERS } from '../protocols/byzantine/config.ts';
import { playedOut } from '../protocols/byzantine/outcome.ts';
import type { Outcome } from '../view/byzantine-ask.ts';
import type { ByzantineSetup, Strategy } from '../view/byzantine-setup.ts';
import { LIMITS } from '../view/limits.ts';
import type { Pid } from '../view/time.ts';
import { parsed, wholeNumber } from './arguments.ts';
import { Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const options = {
  generals: { type: 'string', default: '4' },
  traitors: { type: 'string', default: '' },
  commander: { type: 'string', default: 'C' },
  rounds: { type: 'string', default: '1' },
  signed: { type: 'boolean', default: false },
  lie: { type: 'string', default: 'flip' },
  order: { type: 'string', default: 'A' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
} as const;

const STRATEGIES: readonly Strategy[] = ['flip', 'split', 'silent', 'random'];

/** `sim byzantine`: one run of OM(m) or SM(m), and what came of it. */
export function byzantineCommand(args: string[], terminal: Terminal): ExitCode {
  const { values, positionals } = parsed('sim byzantine', {
    args,
    options,
    allowPositionals: true,
  });
  const [extra] = positionals;
  if (extra !== undefined) throw new Usage(`sim byzantine: '${extra}' is one argument too many`);
  const generals = wholeNumber('generals', values.generals, 3, 10);
  const who = namingOf(generals, values.commander, values.traitors);
  const strategy = STRATEGIES.find((each) => each === values.lie);
  if (strategy === undefined)
    throw new Usage(`--lie ${values.lie}: give one of: ${STRATEGIES.join(', ')}`);
  if (!ORDERS.includes(values.order))
    throw new Usage(`--order ${values.order}: give one of: ${ORDERS.join(', ')}`);
  const setup: ByzantineSetup = {
    generals,
    rounds: wholeNumber('rounds', values.rounds, 0, Math.min(3, generals - 2)),
    commander: who.commander,
    traitors: who.traitors,
    order: values.order,
    strategy,
    signed: values.signed,
  };
  const outcome = playedOut(setup, wholeNumber('seed', values.seed, 0, LIMITS.seed));
  const report = {
    messages: outcome.total,
    decisions: decisionsOf(outcome, who.lieutenants),
    ic1: outcome.ic1,
    // Of a commander that lies it asks nothing.
    ic2: outcome.ic2 ?? true,
  };
  if (values.json) terminal.out(JSON.stringify(report));
  else print(terminal, setup, report);
  return 0;
}

interface Who {
  readonly commander: Pid;
  readonly traitors: readonly Pid[];
  readonly lieutenants: readonly Pid[];
}

/**
 * Generals by name (`C`, `L1`, …) or by number. With a commander called C, number 3 is L3; with one that
 * has a number, all have: from 1, or from 0 if 0 is among those named.
 * @throws Usage
 */
function namingOf(generals: number, commander: string, traitors: string): Who {
  const all = traitors.split(',').map((each) => each.trim());
  const listed = all.filter((each) => each !== '' && each !== 'none');
  const isNumber = (text: string): boolean => /^\d+$/u.test(text);
  const first = !isNumber(commander) || [commander, ...listed].includes('0') ? 0 : 1;
  const numberOf = (option: string, text: string): number => {
    const [, name = ''] = /^L?(\d+)$/u.exec(text) ?? [];
    const number = Number(name);
    const last = generals - 1 + (isNumber(text) ? first : 0);
    const least = text.startsWith('L') ? 1 : first;
    if (name !== '' && number >= least && number <= last) return number;
    throw new Usage(
      `--${option} ${text}: no such general; give C, L1 to L${generals - 1}, or a number from ${first} to ${generals - 1 + first}`,
    );
  };
  const chief = commander === 'C' ? 0 : numberOf('commander', commander) - first;
  if (commander.startsWith('L'))
    throw new Usage('--commander: lieutenants are called L; give C or a number');
  const pids = Array.from({ length: generals }, (_, index) => index + 1);
  const lieutenants = pids.filter((pid) => pid !== chief + 1);
  const pidOf = (text: string): Pid => {
    if (text === 'C') return chief + 1;
    const number = numberOf('traitors', text);
    return text.startsWith('L') ? (lieutenants[number - 1] ?? 0) : number - first + 1;
  };
  return { commander: chief + 1, lieutenants, traitors: [...new Set(listed.map(pidOf))] };
}

const decisionsOf = (
  { decisions }: Outcome,
  lieutenants: readonly Pid[],
): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    decisions.map(({ pid, value }) => [`L${lieutenants.indexOf(pid) + 1}`, value]),
  );

function print(
  terminal: Terminal,
  { signed = false, rounds = 1, generals, traitors = [] }: ByzantineSetup,
  report: {
    readonly messages: number;
    readonly decisions: Readonly<Record<string, string | null>>;
    readonly ic1: boolean;
    readonly ic2: boolean;
  },
): void {
  const name = `${signed ? 'SM' : 'OM'}(${rounds})`;
  terminal.out(
    `${name}, ${generals} generals, ${traitors.length} traitors: ${report.messages} messages`,
  );
  for (const [who, value] of Object.entries(report.decisions)) terminal.out(`${who} ${value}`);
  terminal.out(`IC1 ${report.ic1 ? 'holds' : 'fails'}`);
  terminal.out(`IC2 ${report.ic2 ? 'holds' : 'fails'}`);
}

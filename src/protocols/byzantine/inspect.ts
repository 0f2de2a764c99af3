/** What an inspector shows of a general. */
import type { FactValue } from '../../view/fact.ts';
import type { InspectSection } from '../../view/inspect.ts';
import type { Pid } from '../../view/time.ts';
import type { General } from './general.ts';
import type { ByzantineWorld } from './ghost.ts';
import { named } from './speaking.ts';

const row = (term: string, value: FactValue): InspectSection['rows'][number] => ({ term, value });

export function inspect(world: ByzantineWorld, pid: Pid): InspectSection[] {
  const s = world.processes.find((each) => each.pid === pid)?.s ?? null;
  if (s === null) return [];
  return s.config.two === null ? general(s) : camp(s);
}

function general(s: General): InspectSection[] {
  const { config, pid } = s;
  const role = row('generalRole', config.traitors.has(pid) ? 'traitor' : 'loyal');
  if (pid === config.commander) {
    return [{ name: 'general', rows: [role, row('ordersGiven', s.spoken > 0)] }];
  }
  const came = config.signed ? s.signed.length : s.heard.filter((each) => each >= 0).length;
  const rows = [role, row('roundsOver', s.ended), row('messagesHeard', came)];
  if (!config.signed) return [{ name: 'general', rows: [...rows, row('obeys', s.decided ?? '')] }];
  const v = s.known.map(({ value, chain }) =>
    row('signedValue', `${value}: ${named(config, chain)}`),
  );
  return [
    {
      name: 'general',
      rows: [...rows, row('refusedMessages', s.refused.length), row('obeys', s.decided ?? '')],
    },
    { name: 'signedValues', rows: v },
  ];
}

function camp({ config, pid, camp: { came, attacks } }: General): InspectSection[] {
  const { two } = config;
  const rows = [
    row('messengersCame', came.length),
    row('messengersNeeded', two?.needs.get(pid) ?? 0),
    row('newestMessenger', Math.max(0, ...came)),
    row('attacks', attacks ?? ''),
  ];
  return [{ name: 'camp', rows }];
}

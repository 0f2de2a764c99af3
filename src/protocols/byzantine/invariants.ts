/** What must be true of the generals, whatever the traitors say and the network does. */
import type { Invariant } from '../../kernel/model.ts';
import { nameIn } from './config.ts';
import type { Config } from './config.ts';
import type { General } from './general.ts';
import type { ByzantineWorld, Ghost } from './ghost.ts';
import { oralMessages } from './paths.ts';
import { atFault, verdictOf } from './verdict.ts';

type ByzantineInvariant = Invariant<General, null, Ghost>;

const decisions = ({ names }: Config, world: ByzantineWorld): string =>
  world.processes
    .flatMap(({ pid, s }) =>
      s === null || s.decided === null ? [] : [`${names.get(pid) ?? pid} ${s.decided}`],
    )
    .join(', ');

/** Nobody keeps silent: every traitor says something in each of its messages. */
const nobodySilent = ({ strategy, traitors, lies }: Config): boolean =>
  traitors.size === 0 ||
  ((strategy === 'flip' || strategy === 'split') && !lies.some(({ value }) => value === null));

/** @param config of the generals that they are checked of */
export const invariantsOf = (config: Config): readonly ByzantineInvariant[] => [
  {
    name: 'IC1',
    check(world) {
      if (config.two !== null) return null;
      const { ic1, notPromised } = verdictOf(config, world);
      return ic1 !== 'fails' || notPromised !== null
        ? null
        : `loyal lieutenants do not obey the same order: ${decisions(config, world)}`;
    },
  },
  {
    name: 'IC2',
    check(world) {
      if (config.two !== null) return null;
      const { ic2, notPromised } = verdictOf(config, world);
      return ic2 !== 'fails' || notPromised !== null
        ? null
        : `a loyal commander ordered ${config.order}: ${decisions(config, world)}`;
    },
  },
  {
    name: 'B-Count',
    check({ ghost, processes }) {
      const n = config.pids.length;
      for (const [index, { sent, between }] of ghost.levels.entries()) {
        if (config.two !== null || config.signed) continue;
        const round = index + 1;
        const formula = oralMessages(n, round);
        if (sent > formula)
          return `round ${round} has ${sent} messages, the formula says ${formula}`;
        // Of whoever is in step and has spoken in this round, its share.
        const speakers = round === 1 ? 1 : n - 1;
        for (const { pid, s } of processes) {
          if (s === null || s.spoken < round || s.outOfStep) continue;
          if ((pid === config.commander) !== (round === 1)) continue;
          if (config.traitors.has(pid) && !nobodySilent(config)) continue;
          if (config.traitors.has(pid) && s.hand.size > 0) continue;
          let own = 0;
          for (const [key, count] of between) if (Math.floor(key / 16) === pid) own += count;
          if (own !== formula / speakers)
            return `${nameIn(config, pid)} has sent ${own} messages in round ${round}, the formula says ${formula / speakers}`;
        }
      }
      return null;
    },
  },
  {
    name: 'B-Unforgeable',
    check(world, { pid, before, after }) {
      if (!config.signed || after === null || after.known === before?.known) return null;
      if (config.traitors.has(config.commander) || config.traitors.has(pid)) return null;
      const forged = after.known.find(({ value }) => value !== config.order);
      return forged === undefined
        ? null
        : `${nameIn(config, pid)} believes that the loyal commander signed ${forged.value}`;
    },
  },
  {
    name: 'B-Relayed',
    check(world, { before, after }) {
      // Under SM what one loyal lieutenant has in time all loyal ones have in the end.
      if (!config.signed || after === null || after.decided === null) return null;
      if (before?.decided === after.decided) return null;
      const faulty = new Set(atFault(config, world));
      if (faulty.size > config.rounds) return null;
      const loyal = world.processes.filter(
        ({ pid }) => pid !== config.commander && !faulty.has(pid),
      );
      if (loyal.some(({ s }) => s === null || s.decided === null)) return null;
      const sets = loyal.map(({ s }) =>
        (s?.known ?? [])
          .map(({ value }) => value)
          .toSorted()
          .join(', '),
      );
      return sets.every((set) => set === sets[0])
        ? null
        : `loyal lieutenants hold different V: ${sets.map((set) => `{${set}}`).join(' ')}`;
    },
  },
  {
    name: 'B-Turn',
    check({ ghost: { levels } }) {
      if (config.two === null) return null;
      const early = levels.findIndex(
        ({ sent }, index) => index > 0 && sent > 0 && levels[index - 1]?.arrived === 0,
      );
      return early === -1
        ? null
        : `messenger ${early + 1} was sent, and the one before it had not come`;
    },
  },
];

import { LIMITS } from '../view/limits.ts';
import type { Carry } from '../scenarios/slices.ts';
import type { Answer, Command } from '../view/command.ts';
import type { Drive } from './drive.ts';

const SELDOM = ['ensemble-sizes', 'pile', 'try', 'why-not'] as const;

/** Questions that few ask: what answers them is fetched when somebody does. */
export type Seldom = Extract<Command, { readonly type: (typeof SELDOM)[number] }>;

export const isSeldom = (command: Command): command is Seldom =>
  SELDOM.some((type) => type === command.type);

/** What such a question asks for, of the run as it stands; a script hears what was tried. */
export async function seldom(
  { run, director }: Pick<Drive, 'run' | 'director'>,
  command: Seldom,
  carry: Carry,
): Promise<Partial<Answer>> {
  switch (command.type) {
    case 'pile': {
      const { piledMessages } = await import('./piled.ts');
      return { pile: piledMessages(run, command.message) };
    }
    case 'try': {
      const { tried } = await import('./trial.ts');
      const { branch, world, facts } = await carry(tried(run, command));
      director?.tried(world, facts);
      return { tried: branch, branches: run.branches.map((each) => each.view()) };
    }
    case 'why-not': {
      const { whyNot } = await import('./why-not.ts');
      return { why: await carry(whyNot(run, command.pid)) };
    }
    case 'ensemble-sizes': {
      const { ensembleSizes } = await import('./ensemble-sizes.ts');
      return { sizes: ensembleSizes(run.world, run.file.seed, LIMITS.shownServers) };
    }
  }
}

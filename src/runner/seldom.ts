import type { Answer, Command } from '../view/command.ts';
import type { Run } from './run.ts';

const SELDOM = ['ensemble-sizes', 'pile', 'try'] as const;

/** Questions that few ask: what answers them is fetched when somebody does. */
export type Seldom = Extract<Command, { readonly type: (typeof SELDOM)[number] }>;

export const isSeldom = (command: Command): command is Seldom =>
  SELDOM.some((type) => type === command.type);

/** What such a question asks for, of the run as it stands. */
export async function seldom(run: Run, command: Seldom): Promise<Partial<Answer>> {
  switch (command.type) {
    case 'pile': {
      const { piledMessages } = await import('./piled.ts');
      return { pile: piledMessages(run, command.message) };
    }
    case 'try': {
      const { tried } = await import('./trial.ts');
      return { tried: tried(run, command), branches: run.branches.map((branch) => branch.view()) };
    }
    case 'ensemble-sizes': {
      const { ensembleSizes } = await import('./ensemble-sizes.ts');
      return { sizes: ensembleSizes(run.world, run.file.seed) };
    }
  }
}

import { useLoose } from '../../words/use-words.ts';

/** A program by its name: a built-in one has a word of ours, a person's own has its own; a hook. */
export const useProgramName = (): ((name: string) => string) => {
  const t = useLoose('recipes');
  return (name) => (t.has(`programs.${name}`) ? t(`programs.${name}`) : name);
};

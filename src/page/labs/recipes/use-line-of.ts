import { useMemo } from 'react';
import { shortLine } from '../../../stage/recipes/short-line.ts';
import type { ListingView, LineView, RecipesDetail } from '../../../view/recipes.ts';
import { useSim } from '../../sim/store.ts';
import { verbApart } from '../../words/numbered-lines.ts';
import { useLoose } from '../../words/use-words.ts';

export type LineOf = (program: string, line: number) => LineView | undefined;

/** Programs change only with the run. */
const NONE: readonly ListingView[] = [];
const usePrograms = (): readonly ListingView[] =>
  useSim((s) => (s.frame?.detail as RecipesDetail | undefined)?.programs ?? NONE);

const useRoot = (): string =>
  useSim((s) => (s.frame?.detail as RecipesDetail | undefined)?.root ?? '');

/** A line of a program for a drawing: in our words or its author's where there are any, else in short. */
export const useLineOf = (): LineOf => {
  const programs = usePrograms();
  const root = useRoot();
  const t = useLoose('recipes');
  return useMemo(() => {
    const byName = new Map(programs.map((one) => [one.name, one]));
    return (program, line) => {
      const listing = byName.get(program);
      const found = listing?.lines[line];
      if (found === undefined || listing === undefined) return undefined;
      const key = `lines.${program}.l${line}`;
      // A line in which a rule is off does something else than our words say.
      if (listing.words && found.broken === '' && t.has(key))
        return { ...found, ...verbApart(t(key)) };
      return found.note === '' ? shortLine(found, root) : { ...found, code: '', rest: found.note };
    };
  }, [programs, root, t]);
};

import type { RecipeClientSetup, RecipesSetup } from '../../../view/recipes-setup.ts';

/** A recipe that the lab offers, for some number of clients. */
export interface Recipe {
  readonly id: string;
  readonly least: number;
  readonly most: number;
  readonly usual: number;
  /** The program of the client at this place, from 0, and its values. */
  readonly clientAt: (
    place: number,
    of: number,
  ) => Pick<RecipeClientSetup, 'program' | 'values'> &
    Partial<Pick<RecipeClientSetup, 'name' | 'answers'>>;
  /** Who may be added later, one after the other. */
  readonly sparesFor?: (of: number) => readonly ReturnType<Recipe['clientAt']>[];
  /** What it has besides clients. */
  readonly more?: Pick<RecipesSetup, 'tree' | 'outside'>;
  /** Nobody in it asks ZooKeeper: its servers stay down. */
  readonly alone?: true;
}

export const recipe = (
  id: string,
  clientAt: Recipe['clientAt'],
  [least, usual, most]: readonly [number, number, number] = [1, 5, 100],
  more: Pick<Recipe, 'more' | 'alone' | 'sparesFor'> = {},
): Recipe => ({ id, clientAt, least, usual, most, ...more });

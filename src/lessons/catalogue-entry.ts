import type { LessonHead, ScenarioFile } from '../view/scenario.ts';

/**
 * What the gallery shows of a lesson. The head repeats the one in the lesson's own file, so that the
 * gallery need not load it; a test keeps the two equal.
 */
export interface CatalogueEntry extends LessonHead {
  /** The protocol that it runs, which decides the lab that it opens in. */
  readonly model: ScenarioFile['model'];
  readonly titles: Readonly<
    Record<'en' | 'zh-CN', { readonly title: string; readonly line: string }>
  >;
}

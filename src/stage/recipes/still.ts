import type { Frame } from '../../view/frame.ts';
import type { RecipesDetail } from '../../view/recipes.ts';
import type { Shape, ViewBox } from '../shape.ts';
import { inEnglish } from '../words.ts';
import { columnsLayout } from './columns-layout.ts';
import { columnsScene, listingOf } from './columns.ts';
import { recipesWords } from './words.ts';
import { herdLayout } from './herd-layout.ts';
import { herdScene } from './herd.ts';
import { registryLayout } from './registry-layout.ts';
import { consumersOf, providedOf } from './registry-who.ts';
import { registryScene } from './registry.ts';
import { shortLine } from './short-line.ts';
import { kindOf, sceneOf, serversOf } from './scene-of.ts';

/** A frame of the recipe lab as its stage draws it, in English: for what is drawn when the site is built. */
export function recipesStill(frame: Frame<RecipesDetail>, room: ViewBox): readonly Shape[] {
  const words = inEnglish(recipesWords);
  const scene = sceneOf(frame, words);
  const servers = serversOf(frame.detail).map(({ pid }) => pid);
  const homes = (all: readonly { readonly pid: number; readonly server: number | null }[]) =>
    all.map(({ pid, server }) => ({ pid, home: server }));
  const options = {
    words,
    changed: null,
    reducedMotion: false,
    lineOf: (program: string, line: number) => {
      const found = scene.programs.find(({ name }) => name === program)?.lines[line];
      if (found === undefined) return undefined;
      return found.note === ''
        ? shortLine(found, scene.root)
        : { ...found, code: '', rest: found.note };
    },
  };
  const { time } = frame;
  switch (kindOf(scene)) {
    case 'columns': {
      const cast = {
        servers,
        clients: homes(scene.clients),
        outside: scene.outside.map(({ pid }) => pid),
        lines: listingOf(scene, null)?.lines.length ?? 0,
      };
      return columnsScene(frame, scene, columnsLayout(cast, room), time, options);
    }
    case 'herd': {
      const cast = { servers, clients: homes(scene.clients) };
      return herdScene(frame, scene, herdLayout(cast, room), time, options);
    }
    case 'registry': {
      const cast = {
        servers: scene.root === '' ? [] : servers,
        providers: providedOf(scene).map(({ view, client }) => ({
          pid: view.pid,
          home: client?.server ?? null,
        })),
        consumers: homes(consumersOf(scene)),
      };
      return registryScene(frame, scene, registryLayout(cast, room), time, options);
    }
  }
}

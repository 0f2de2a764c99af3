import {
  eventAt,
  inTimeline,
  stepsOf,
  treeShapes,
} from '../../../../stage/zookeeper/futures/tree.ts';
import { useRoom } from '../../../browser/use-media.ts';
import type { InTimeline } from '../../../lab-frame/descriptor.ts';
import { useSaying } from '../../../words/use-saying.ts';
import { openAlone } from './acts.ts';
import { setCrash, useComparing, useFutures } from './store.ts';

/** Whether the timeline has room for the tree of both runs. */
export const useTreeInTimeline = (): boolean => {
  const room = useRoom();
  return room === 'usual' || room === 'wide';
};

/** While futures are compared the timeline is the tree of their runs; a press goes to the moment nearest to it. */
export const useFuturesTimeline = (): InTimeline | null => {
  const futures = useFutures();
  const { say } = useSaying('writePath.drawn');
  const comparing = useComparing();
  const hasRoom = useTreeInTimeline();
  if (!comparing || !hasRoom) return null;
  const drawn = futures.map(({ letter, one }) => ({ letter, future: one.future }));
  return {
    draw: (size) => ({ ...size, shapes: [treeShapes(drawn, say, inTimeline(size))] }),
    text: stepsOf(drawn, say),
    press: (at, size) => {
      const event = eventAt(drawn, say, inTimeline(size), at);
      const future = futures.find(({ letter }) => letter === event?.letter);
      if (event !== null && future !== undefined) void openAlone(future.one, event.position);
    },
    leave: () => setCrash({ comparing: false }),
  };
};

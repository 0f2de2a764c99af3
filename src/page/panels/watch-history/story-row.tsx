import { useTranslations } from 'use-intl';
import { watchMark } from '../../../stage/zookeeper/watch-mark.ts';
import { watchesOf } from '../../../stage/znode/watches.ts';
import type { Pid } from '../../../view/time.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { ChapterView } from './chapter-view.tsx';
import type { Story } from './stories.ts';

/** A client and a path: what it watches there now, and how that came about. */
export const StoryRow = (props: {
  story: Story;
  nameOf: (pid: Pid) => string;
  onSeek: (step: number) => void;
}) => {
  const t = useTranslations('watchHistory');
  const { client, path, standing, chapters } = props.story;
  const [watch] = watchesOf(standing);
  // What it heard last came by a watch on something above, too, which stays.
  const above = chapters.at(-1)?.moment.stays === true;
  return (
    <li className="story">
      <div className="story-head">
        <DrawingView drawing={watchMark(watch?.watched ?? 'spent')} className="story-mark" />
        <b>{props.nameOf(client)}</b>
        <span className="mono">{path}</span>
        <span className="quiet-text">
          {watch === undefined ? t(above ? 'above' : 'over') : t(`watches.${watch.watched}`)}
        </span>
      </div>
      <ol className="chapters">
        {chapters.map((chapter, index) => (
          <ChapterView
            key={index}
            chapter={chapter}
            again={index > 0}
            onSeek={() => props.onSeek(chapter.moment.step)}
          />
        ))}
      </ol>
    </li>
  );
};

import { useTranslations } from 'use-intl';
import type { WatchGap, WatchMoment } from '../../../view/zookeeper-ask.ts';
import { zxidText } from '../../../view/zxid.ts';
import { useTimeText } from '../use-time-text.ts';
import type { Chapter } from './stories.ts';

/** A moment of a watch, which a press goes to; what was missed stands behind it. */
export const ChapterView = (props: {
  chapter: Chapter;
  /** Something came before it. */
  again: boolean;
  onSeek: () => void;
}) => {
  const say = useTimeText();
  const sentence = useSentence();
  const { moment, gap } = props.chapter;
  return (
    <>
      <li className={`chapter ${moment.kind}`}>
        <button type="button" onClick={props.onSeek}>
          <span>{sentence(moment, props.again)}</span>{' '}
          <span className="quiet-text">{say(moment.time)}</span>
        </button>
      </li>
      {gap !== null && (gap.count > 0 || gap.again === null) && <Missed gap={gap} />}
    </>
  );
};

const useSentence = (): ((moment: WatchMoment, again: boolean) => string) => {
  const t = useTranslations('watchHistory');
  return ({ kind, what, zxid, stays }, again) => {
    switch (kind) {
      case 'set':
        if (what === 'setWatches') return t('rearmed');
        // Modes are those of addWatch.
        return t(again ? 'setAgain' : 'set', {
          what: what.startsWith('PERSISTENT') ? `addWatch ${what}` : what,
        });
      case 'fired':
        return t(stays ? 'firedStays' : 'fired', { what, zxid: zxidText(zxid) });
      case 'removed':
        return t('removed');
      case 'lost':
        return t('lost');
    }
  };
};

/** What happened at the path while nobody was told. */
const Missed = ({ gap }: { gap: WatchGap }) => {
  const t = useTranslations('watchHistory');
  const { changes, count, again } = gap;
  if (count === 0) return <li className="missed quiet-text">{t('unarmed')}</li>;
  const list = changes.map(({ zxid, type }) => `${type} ${zxidText(zxid)}`).join(', ');
  return (
    <li className="missed some">
      {t(again === null ? 'missedSoFar' : 'missed', { count })}{' '}
      <span className="mono">{count > changes.length ? `${list}, …` : list}</span>
    </li>
  );
};

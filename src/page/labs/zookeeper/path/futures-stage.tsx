import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { futuresDrawing } from '../../../../stage/zookeeper/futures/futures.ts';
import { useSize } from '../../../browser/use-size.ts';
import { DrawingView } from '../../../draw/drawing-view.tsx';
import { useStageScale } from '../../../lab-frame/stage/use-stage-scale.ts';
import { select } from '../../../sim/actions.ts';
import { useSelectedPid } from '../../../sim/selectors.ts';
import { Button } from '../../../widgets/button.tsx';
import { openAlone, swap } from './acts.ts';
import { setCrash, useFutures } from './store.ts';
import { useTreeInTimeline } from './tree-timeline.ts';
import { isBroken, useFutureTexts } from './use-path-words.ts';
import { useSaying } from '../../../words/use-saying.ts';
import './path.css';

/** Drawing units of two futures at ease. */
const NEEDED = { natural: { width: 976, height: 440 }, least: { width: 720, height: 400 } };

/** Both futures in the stage's place. */
export const FuturesStage = ({ clean }: { clean: boolean }) => {
  const t = useTranslations('writePath');
  const futures = useFutures();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const scale = useStageScale(size, NEEDED, clean);
  const textsOf = useFutureTexts();
  const { say } = useSaying('writePath.drawn');
  const selected = useSelectedPid();
  const isUsual = useTreeInTimeline();
  const drawn = futures.map(({ letter, one }) => ({
    letter,
    future: one.future,
    texts: textsOf(letter, one),
    broken: isBroken(one.future),
  }));
  return (
    <div className={clean ? 'futures futures-clean' : 'futures'}>
      <div className="futures-drawing" ref={place}>
        {size.width > 0 && (
          <DrawingView
            drawing={futuresDrawing(drawn, {
              width: size.width / scale,
              height: size.height / scale,
              say,
              selected,
              // Elsewhere it stands in the timeline's place.
              tree: clean || !isUsual,
            })}
            label={t('futures')}
            onAction={(action) => {
              if ('select' in action) select({ kind: 'process', pid: action.select });
            }}
          />
        )}
      </div>
      {!clean && (
        <div className="futures-tools">
          <Button kind="quiet" onPress={() => setCrash({ comparing: false })}>
            {t('backToRun')}
          </Button>
          {futures.length === 2 && (
            <Button kind="quiet" onPress={swap}>
              {t('swap')}
            </Button>
          )}
          {futures.map(({ letter, one }) => (
            <Button key={letter} kind="quiet" onPress={() => void openAlone(one)}>
              {t('open', { letter })}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
};

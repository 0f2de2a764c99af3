import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { releasesChart } from '../../../stage/recipes/releases.ts';
import { wakesToCome } from '../../../stage/recipes/wakes.ts';
import type { RecipesDetail } from '../../../view/recipes.ts';
import { useSize } from '../../browser/use-size.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { nameOf } from '../../panels/state-word.ts';
import { download } from '../../share/download.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { Button } from '../../widgets/button.tsx';
import { Either } from '../../widgets/either.tsx';
import { useSaying } from '../../words/use-saying.ts';
import { ReleasesTable } from './releases-table.tsx';
import { saveDrawing } from './save-drawing.ts';
import './views.css';

const NAME = 'zooscope-woken';
/** What is saved is as wide and high as this, drawing units. */
const SAVED = { width: 976, height: 320 };

/** How many each release has woken, and how many of those for nothing. */
export const ReleasesView = () => {
  const t = useTranslations('recipes.cost');
  const words = useSaying('recipes.stage');
  const frame = useLabFrame<RecipesDetail>();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const [shown, setShown] = useState<'plot' | 'table'>('plot');
  if (frame === null) return null;
  const { releases, clients } = frame.detail;
  const name = (pid: number): string => nameOf(frame, pid);
  const chart = (width: number, height: number) =>
    releasesChart(releases, {
      words,
      width,
      height,
      nameOf: name,
      toCome: wakesToCome(frame.detail),
      unknown: clients.filter(({ wake }) => wake === 'woken').length,
    });
  const saveText = (): void => {
    const rows = releases.map(({ by, woken, forNothing }, i) =>
      [i + 1, name(by), woken, forNothing].join(','),
    );
    const text = `${['release,by,woken,for nothing', ...rows].join('\r\n')}\r\n`;
    download(`${NAME}.csv`, new Blob([text], { type: 'text/csv' }));
  };
  return (
    <div className="releases-view">
      <div className="recipes-view" ref={place}>
        {shown === 'table' ? (
          <ReleasesTable releases={releases} nameOf={name} />
        ) : (
          size.width > 0 && (
            <DrawingView
              drawing={chart(size.width, Math.max(112, size.height - 6))}
              label={words.say('releases')}
              align="top"
            />
          )
        )}
      </div>
      <div className="releases-tools row">
        <Either
          label={t('shown')}
          value={shown}
          options={(['plot', 'table'] as const).map((id) => ({ id, label: t(id) }))}
          onChange={setShown}
        />
        <Button
          kind="quiet"
          aria-label={t('saveSvg')}
          title={t('saveSvg')}
          onPress={() => void saveDrawing(chart(SAVED.width, SAVED.height), NAME)}
        >
          SVG
        </Button>
        <Button kind="quiet" aria-label={t('saveCsv')} title={t('saveCsv')} onPress={saveText}>
          CSV
        </Button>
      </div>
    </div>
  );
};

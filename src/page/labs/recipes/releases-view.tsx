import { useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import { releasesChart } from '../../../stage/recipes/releases.ts';
import { wakesToCome } from '../../../stage/recipes/wakes.ts';
import type { RecipesDetail } from '../../../view/recipes.ts';
import { useSize } from '../../browser/use-size.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useStageAction } from '../../lab-frame/stage/moving-stage.tsx';
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

/** The place of the bar that this is in, from 0; null: it is in none. */
const barAt = (target: EventTarget): number | null => {
  const bar = target instanceof Element ? target.closest('[data-key^="release-"]') : null;
  const place = bar?.getAttribute('data-key')?.slice('release-'.length);
  return place === undefined ? null : Number(place);
};

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** From one bar to the next: by the arrows. */
const goToBar = (event: KeyboardEvent): void => {
  const at = barAt(event.target);
  const bars = [...event.currentTarget.querySelectorAll<SVGElement>('.release')];
  const next = at === null ? undefined : STEPS[event.key]?.(at, bars.length - 1);
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  bars[next]?.focus();
};

/** How many each release has woken, and how many of those for nothing. */
export const ReleasesView = () => {
  const t = useTranslations('recipes.cost');
  const words = useSaying('recipes.stage');
  const frame = useLabFrame<RecipesDetail>();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const [shown, setShown] = useState<'plot' | 'table'>('plot');
  const [hovered, setHovered] = useState<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const onAction = useStageAction();
  if (frame === null) return null;
  const { releases, releasesHidden: before, clients } = frame.detail;
  const name = (pid: number): string => nameOf(frame, pid);
  const chart = (width: number, height: number, at: number | null) =>
    releasesChart(releases, {
      words,
      width,
      height,
      nameOf: name,
      toCome: wakesToCome(frame.detail),
      unknown: clients.filter(({ wake }) => wake === 'woken').length,
      before,
      at,
    });
  const saveText = (): void => {
    const rows = releases.map(({ by, woken, forNothing }, i) =>
      [before + i + 1, name(by), woken, forNothing].join(','),
    );
    const text = `${['release,by,woken,for nothing', ...rows].join('\r\n')}\r\n`;
    download(`${NAME}.csv`, new Blob([text], { type: 'text/csv' }));
  };
  return (
    <div className="releases-view">
      {/* What a bar says is its name, too; the pointer and the focus only bring it out. */}
      <div
        className="recipes-view"
        ref={place}
        onPointerMove={({ target }: PointerEvent) => setHovered(barAt(target))}
        onPointerLeave={() => setHovered(null)}
        onFocus={({ target }: FocusEvent) => setFocused(barAt(target))}
        onBlur={() => setFocused(null)}
      >
        {shown === 'table' ? (
          <ReleasesTable releases={releases} before={before} nameOf={name} />
        ) : (
          size.width > 0 && (
            <DrawingView
              drawing={chart(size.width, Math.max(112, size.height - 6), hovered ?? focused)}
              label={words.say('releases')}
              align="top"
              onAction={onAction}
              onKey={goToBar}
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
          onPress={() => void saveDrawing(chart(SAVED.width, SAVED.height, null), NAME)}
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

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Still } from '../../built/stills/election.built.ts';
import { Brand } from '../widgets/brand.tsx';
import { usePageTitle } from '../browser/page-title.ts';
import { LanguageSwitch, ThemeChoice } from '../widgets/preferences.tsx';
import { fetchStill, knownStill } from './stills.ts';
import type { Opened } from './stills.ts';
import { DrawingView } from '../draw/drawing-view.tsx';
import { Button } from '../widgets/button.tsx';
import { icons } from '../widgets/icons.tsx';
import { COLUMNS, tallestDock, useWindow } from './panel-sizes.ts';
import { Bold } from '../panels/lesson/bold.tsx';
import './skeleton.css';
import { useRoom } from '../browser/use-media.ts';
import { useLanguage } from '../words/use-words.ts';

/** The still drawing once it is there. */
const useStill = (opened: Opened): Still | null => {
  const { model, lesson, otherRun = false } = opened;
  const locale = useLanguage();
  const [still, setStill] = useState(() => knownStill({ model, lesson, otherRun }, locale));
  useEffect(() => {
    let left = false;
    // It is decoration: the lab comes without it, too.
    void fetchStill({ model, lesson, otherRun }, locale).then(
      (found) => {
        if (!left) setStill(found);
      },
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [model, lesson, otherRun, locale]);
  return still;
};

const Lines = ({ count }: { count: number }) => (
  <div className="skeleton-lines" aria-hidden="true">
    {Array.from({ length: count }, (_, line) => (
      <i key={line} />
    ))}
  </div>
);

/** The buttons of time: there, and not to be pressed before they work. */
const Buttons = () => {
  const t = useTranslations('app.skeleton');
  return (
    <div className="skeleton-buttons">
      <span className="skeleton-icon" aria-hidden="true">
        {icons.restart}
      </span>
      <span className="skeleton-icon" aria-hidden="true">
        {icons.back}
      </span>
      <Button
        kind="icon"
        className="skeleton-play"
        aria-label={t('play')}
        onPress={() => undefined}
        disabledReason={t('notYet')}
      >
        {icons.play}
      </Button>
      <span className="skeleton-icon" aria-hidden="true">
        {icons.forward}
      </span>
      <span className="skeleton-icon" aria-hidden="true">
        {icons.next}
      </span>
    </div>
  );
};

/**
 * A lab while it is fetched, in the lab's own layout: its title, its first frame as a still drawing,
 * and the buttons of time at their places. `zooscope.idle` waits for it to go.
 */
export const LabSkeleton = (props: {
  title: string;
  /** What the title belongs to, if anything. */
  above?: string;
  opened: Opened;
  /** What stands first in the column to read, as soon as it is known. */
  says: string | null;
}) => {
  const { title, above, opened, says } = props;
  const t = useTranslations('app.skeleton');
  const loading = useTranslations('app')('loading');
  const room = useRoom();
  const still = useStill(opened);
  const { width, height } = useWindow();
  usePageTitle(title);
  const phone = room === 'phone' || room === 'narrow';
  const beside = room === 'wide' ? COLUMNS.three + COLUMNS.right : COLUMNS.two;
  const dock = Math.floor(tallestDock(width, height, beside));
  const drawing = phone ? still?.narrow : still?.usual;

  return (
    <div className={`skeleton skeleton-${room}`} data-loading>
      <header className="skeleton-top">
        <Brand />
        <div className="skeleton-crumb">
          {above !== undefined && (
            <span>
              {above} <i aria-hidden="true">/</i>{' '}
            </span>
          )}
          <h1>{title}</h1>
        </div>
        <span className="top-space" />
        <ThemeChoice />
        <LanguageSwitch />
      </header>
      <main className="skeleton-main">
        <p className="vh" role="status">
          {loading}
        </p>
        <div className="skeleton-side">
          {says === null ? (
            <Lines count={4} />
          ) : (
            <p className={`sentence ${opened.lesson === null ? 'skeleton-lead' : 'skeleton-step'}`}>
              <Bold text={says} />
            </p>
          )}
        </div>
        <section className="skeleton-stage" aria-label={t('stage')}>
          <div className={`skeleton-drawing skeleton-${opened.model}`}>
            {drawing !== undefined && <DrawingView drawing={drawing} />}
          </div>
        </section>
        <div className="skeleton-dock" style={phone ? undefined : { height: dock }}>
          <Buttons />
        </div>
        {room === 'wide' && <div className="skeleton-right" />}
      </main>
    </div>
  );
};

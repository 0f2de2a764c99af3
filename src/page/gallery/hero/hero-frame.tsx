import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { HeroRoom } from '../../../stage/hero.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useMedia } from '../../browser/use-media.ts';
import { Button } from '../../widgets/button.tsx';
import { icons } from '../../widgets/icons.tsx';
import type { Entry } from '../catalogue.ts';
import type { HeroBuilt } from './hero-built.ts';
import './hero.css';

/** How the drawing is arranged in the room that there is. */
export const useHeroRoom = (): HeroRoom => (useMedia('(min-width: 700px)') ? 'wide' : 'narrow');

/** The run's first frame, made when the site was built. */
export const FirstFrame = ({ built }: { built: HeroBuilt }) => {
  const t = useTranslations('gallery.hero');
  const room = useHeroRoom();
  return <DrawingView drawing={built.heroDrawings[room]} label={t('drawing')} />;
};

export interface HeroFrameProps {
  /** What just is, in one sentence. */
  readonly sentence: ReactNode;
  readonly drawing: ReactNode;
  /** Why the leader cannot be killed now; null: it can. */
  readonly notNow: string | null;
  readonly playing: boolean;
  /** The lesson that explains the election; null before there was one. */
  readonly lesson: Entry | null;
  /** Whether there is a way back to the beginning. */
  readonly begun: boolean;
  readonly onKill: () => void;
  readonly onToggle: () => void;
  readonly onAgain: () => void;
}

/** The top of the gallery: what it is about, and an ensemble to try it on. Nothing in it moves when the live one comes. */
export const HeroFrame = (props: HeroFrameProps) => {
  const t = useTranslations('gallery');
  const { lesson, playing } = props;
  const toggle = t(playing ? 'hero.pause' : 'hero.play');
  return (
    <section className="hero" aria-label={t('hero.name')}>
      <div className="hero-say">
        <h1>{t('headline')}</h1>
        <p className="hero-sentence" aria-live="polite">
          {props.sentence}
        </p>
        <div className="row hero-acts">
          <Button
            kind="primary"
            className="btn-big"
            onPress={props.onKill}
            disabledReason={props.notNow}
          >
            {t('hero.kill')}
          </Button>
          <Button className="btn-round" aria-label={toggle} title={toggle} onPress={props.onToggle}>
            {playing ? icons.pause : icons.play}
          </Button>
          {props.begun && (
            <Button kind="quiet" onPress={props.onAgain}>
              {t('hero.again')}
            </Button>
          )}
        </div>
        <p className="hero-link" aria-live="polite">
          {lesson === null
            ? t('hero.before')
            : t.rich('hero.after', {
                link: () => <Link href={`/lesson/${lesson.id}`}>{lesson.title}</Link>,
                minutes: lesson.minutes,
              })}
        </p>
      </div>
      <div className="hero-drawing">{props.drawing}</div>
    </section>
  );
};

import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { heroSituation, heroStart } from '../../../built/hero.built.ts';
import type { Entry } from '../catalogue.ts';
import { FirstFrame, HeroFrame } from './hero-frame.tsx';
import { useSentence } from './use-sentence.tsx';

const LiveHero = lazy(async () => ({ default: (await import('./live-hero.tsx')).LiveHero }));

const nothing = (): void => undefined;

/** The first frame stands still until the live one is there. */
const StillHero = () => {
  const t = useTranslations('gallery.hero');
  const sentence = useSentence();
  return (
    <>
      <span data-loading hidden />
      <HeroFrame
        sentence={sentence(heroSituation, heroStart.servers)}
        drawing={<FirstFrame />}
        notNow={t('notYet')}
        playing={false}
        lesson={null}
        begun={false}
        onKill={nothing}
        onToggle={nothing}
        onAgain={nothing}
      />
    </>
  );
};

/** Lets the first paint pass, then fetches what plays. */
export const Hero = ({ lesson }: { lesson: Entry | null }) => {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const next = requestAnimationFrame(() => setPainted(true));
    return () => cancelAnimationFrame(next);
  }, []);
  if (!painted) return <StillHero />;
  return (
    <Suspense fallback={<StillHero />}>
      <LiveHero start={heroStart} lesson={lesson} />
    </Suspense>
  );
};

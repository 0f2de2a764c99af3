import { startTransition, useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import type { Entry } from '../catalogue.ts';
import { useHeroBuilt } from './hero-built.ts';
import type { HeroBuilt } from './hero-built.ts';
import { FirstFrame, HeroFrame } from './hero-frame.tsx';
import { useSentence } from './use-sentence.tsx';

interface HeroProps {
  readonly lesson: Entry | null;
}

const nothing = (): void => undefined;

/** The first frame stands still until the live one is there. */
const StillHero = ({ built }: { built: HeroBuilt | null }) => {
  const t = useTranslations('gallery.hero');
  const sentence = useSentence();
  return (
    <>
      <span data-loading hidden />
      <HeroFrame
        sentence={built !== null && sentence(built.heroSituation, built.heroStart.servers.length)}
        drawing={built !== null && <FirstFrame built={built} />}
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

/**
 * Lets the first paint pass, then fetches what plays. The still one stands until that can be drawn: the
 * fallback of a Suspense would be drawn from the beginning a second time.
 */
export const Hero = ({ lesson }: HeroProps) => {
  const built = useHeroBuilt();
  const [Live, setLive] = useState<ComponentType<HeroProps & { built: HeroBuilt }> | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  useEffect(() => {
    const next = requestAnimationFrame(() => {
      void import('./live-hero.tsx').then(
        ({ LiveHero }) => startTransition(() => setLive(() => LiveHero)),
        (error: unknown) => setFailed(error instanceof Error ? error : new Error(String(error))),
      );
    });
    return () => cancelAnimationFrame(next);
  }, []);
  // The error boundary round the page says so and offers to try again.
  if (failed !== null) throw failed;
  return Live === null || built === null ? (
    <StillHero built={built} />
  ) : (
    <Live built={built} lesson={lesson} />
  );
};

import { useTranslations } from 'use-intl';
import { nextInteresting, restart, step, togglePlay } from '../sim/actions.ts';
import { useSim } from '../sim/store.ts';
import { Button } from '../widgets/button.tsx';
import { icons } from '../widgets/icons.tsx';
import './transport.css';

/** The five buttons of time. */
export const TransportButtons = () => {
  const t = useTranslations('lab.transport');
  const playing = useSim((s) => s.playing);
  const button = (label: string, icon: keyof typeof icons, act: () => void) => (
    <Button kind="icon" aria-label={label} title={label} onPress={act}>
      {icons[icon]}
    </Button>
  );
  return (
    <div className="transport-buttons" role="group" aria-label={t('name')}>
      {button(t('restart'), 'restart', () => void restart())}
      {button(t('back'), 'back', () => void step(-1))}
      <Button
        kind="icon"
        className="transport-play"
        aria-label={playing ? t('pause') : t('play')}
        title={playing ? t('pause') : t('play')}
        onPress={togglePlay}
      >
        {playing ? icons.pause : icons.play}
      </Button>
      {button(t('forward'), 'forward', () => void step(1))}
      {button(t('next'), 'next', () => void nextInteresting())}
    </div>
  );
};

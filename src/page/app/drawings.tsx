import { useTranslations } from 'use-intl';
import { drawings } from '../../stage/drawings.ts';
import { DrawingView } from '../draw/drawing-view.tsx';
import './drawings.css';
import { THEMES } from './theme.ts';

const shown = THEMES.filter((theme) => theme !== 'system');

/** The drawings' buttons are shown, but lead nowhere here. */
const nothing = (): void => undefined;

/** For developers: every drawing with its fixtures in all three themes. */
export const Drawings = () => {
  const t = useTranslations('app');
  return (
    <main className="drawings">
      <h1>{t('drawings')}</h1>
      {drawings.map(({ name, draw }) => (
        <section key={name}>
          <h2>{name}</h2>
          <div className="drawings-row">
            {shown.map((theme) => (
              <div key={theme} data-theme={theme} className="drawings-one">
                <DrawingView drawing={draw()} label={`${name}, ${theme}`} onAction={nothing} />
              </div>
            ))}
          </div>
        </section>
      ))}
    </main>
  );
};

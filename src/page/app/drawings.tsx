import { useTranslations } from 'use-intl';
import { drawings } from '../../stage/drawings.ts';
import type { Drawing } from '../../stage/shape.ts';
import { DrawingView } from '../draw/drawing-view.tsx';
import './drawings.css';
import { THEMES } from '../browser/theme.ts';

const shown = THEMES.filter((theme) => theme !== 'system');

/** The drawings' buttons are shown, but lead nowhere here. */
const nothing = (): void => undefined;

/** In each theme, beside each other where they fit in the size they are drawn for. */
const Row = ({ name, drawing }: { name: string; drawing: Drawing }) => (
  <div className="drawings-row">
    {shown.map((theme) => (
      <div
        key={theme}
        data-theme={theme}
        className="drawings-one"
        style={{ flexBasis: drawing.width }}
      >
        <DrawingView drawing={drawing} label={`${name}, ${theme}`} onAction={nothing} />
      </div>
    ))}
  </div>
);

/** For developers: every drawing with its fixtures in all three themes. */
export const Drawings = () => {
  const t = useTranslations('app');
  return (
    <main className="drawings">
      <h1>{t('drawings')}</h1>
      {drawings.map(({ name, draw }) => (
        <section key={name}>
          <h2>{name}</h2>
          <Row name={name} drawing={draw()} />
        </section>
      ))}
    </main>
  );
};

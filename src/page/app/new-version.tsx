import { useTranslations } from 'use-intl';
import { Button } from '../widgets/button.tsx';
import { takeNewer, useNewer } from './offline.ts';
import './new-version.css';

/** Says that a newer build is ready; until the person reloads, this one goes on. */
export const NewVersion = () => {
  const t = useTranslations('app.newVersion');
  const waiting = useNewer((s) => s.waiting);
  return (
    <div aria-live="polite">
      {waiting !== null && (
        <section className="new-version" aria-label={t('title')}>
          <p>{t('text')}</p>
          <Button onPress={() => takeNewer(waiting)}>{t('reload')}</Button>
          <Button onPress={() => useNewer.setState({ waiting: null })}>{t('later')}</Button>
        </section>
      )}
    </div>
  );
};

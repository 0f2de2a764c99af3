import { useTranslations } from 'use-intl';

/** Shown while a part of the page is fetched; `zooscope.idle` waits for it to go. */
export const Loading = () => {
  const t = useTranslations('app');
  return (
    <p className="loading" data-loading>
      {t('loading')}
    </p>
  );
};

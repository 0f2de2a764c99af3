import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

/** Name and mark, which lead home. */
export const Brand = () => {
  const t = useTranslations('app');
  return (
    <Link className="brand" href="/" aria-label={t('home')}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="8.2" fill="none" stroke="currentColor" strokeWidth="1.8" />
        <circle cx="10" cy="10" r="2.6" fill="currentColor" />
      </svg>
      <span className="brand-name">{t('name')}</span>
    </Link>
  );
};

import { useTranslations } from 'use-intl';
import { Link, useLocation } from 'wouter';

/** An address that names nothing, with a way home. */
export const NotFound = () => {
  const t = useTranslations('app.notFound');
  const [path] = useLocation();
  return (
    <main className="plain">
      <h1>{t('title')}</h1>
      <p>{t('text', { path })}</p>
      <Link href="/">{t('home')}</Link>
    </main>
  );
};
